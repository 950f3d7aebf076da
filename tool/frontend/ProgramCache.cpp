//===- ProgramCache.cpp - Files that need no parse ------------------------===//
#include "frontend/ProgramCache.h"
#include "ir/Text.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"

using namespace llvm;

namespace tidy {
namespace {

/// To be raised when what stands in a Store changes its meaning.
const char Format[] = "program 3";

/// What of it decides how C++ is read on a system like ours. Clang asks for
/// files too, which are Inputs.
constexpr StringLiteral Environment[] = {"CPATH",
                                         "C_INCLUDE_PATH",
                                         "CPLUS_INCLUDE_PATH",
                                         "COMPILER_PATH",
                                         "CCC_OVERRIDE_OPTIONS",
                                         "CCC_ADD_ARGS",
                                         "SDKROOT",
                                         "CLANG_NO_DEFAULT_CONFIG",
                                         "HOME",
                                         "SOURCE_DATE_EPOCH",
                                         "OBJC_INCLUDE_PATH",
                                         "OBJCPLUS_INCLUDE_PATH"};

/// Each behind its length: they may hold anything.
std::string joinFields(ArrayRef<std::string> Fields) {
  std::string Out;
  for (const std::string &F : Fields)
    Out += std::to_string(F.size()) + "\n" + F;
  return Out;
}

std::optional<std::vector<StringRef>> splitFields(StringRef Text) {
  std::vector<StringRef> Out;
  while (!Text.empty()) {
    size_t Size = 0;
    if (Text.consumeInteger(10, Size) || !Text.consume_front("\n") ||
        Text.size() < Size)
      return std::nullopt;
    Out.push_back(Text.take_front(Size));
    Text = Text.drop_front(Size);
  }
  return Out;
}

bool sameLiterals(const Program &A, const Program &B) {
  return all_of(zip_equal(A.Functions, B.Functions), [](const auto &Pair) {
    return all_of(zip_equal(std::get<0>(Pair).Instrs, std::get<1>(Pair).Instrs),
                  [](const auto &Both) {
                    const Value &X = std::get<0>(Both).Literal;
                    const Value &Y = std::get<1>(Both).Literal;
                    return X.index() == Y.index() && same(X, Y);
                  });
  });
}

} // namespace

std::string
ProgramCache::keyOf(StringRef Path,
                    const clang::tooling::CompilationDatabase &Commands,
                    const ProjectRoots &Roots) const {
  SmallString<128> Here;
  sys::fs::current_path(Here);
  std::vector<std::string> Parts = {Format, Identity, Path.str(),
                                    Here.str().str(), joinFields(Roots)};
  for (StringRef Name : Environment)
    Parts.push_back(sys::Process::GetEnv(Name).value_or(""));
  for (const clang::tooling::CompileCommand &C :
       Commands.getCompileCommands(clang::tooling::getAbsolutePath(Path))) {
    Parts.push_back(C.Directory);
    Parts.push_back(joinFields(C.CommandLine));
  }
  return digestOf(joinFields(Parts));
}

std::optional<Program> ProgramCache::find(StringRef Key,
                                          Preambles *Shared) const {
  std::optional<std::string> Text = Where.get(Key);
  if (!Text)
    return std::nullopt;
  auto Fields = splitFields(*Text);
  if (!Fields || Fields->size() < 4)
    return std::nullopt;
  PreambleName On{(*Fields)[0].str(), (*Fields)[1].str()};
  auto Read = parseInputs((*Fields)[2]);
  if (!Read || !stillHold(*Read) ||
      (!On.Key.empty() && (!Shared || !Shared->stillHolds(On))))
    return std::nullopt;
  auto P = parseProgram((*Fields)[3]);
  if (!P) {
    consumeError(P.takeError());
    return std::nullopt;
  }
  ArrayRef<StringRef> Texts = ArrayRef(*Fields).drop_front(4);
  if (Texts.size() != P->Files.size())
    return std::nullopt;
  for (auto [File, Contents] : zip_equal(P->Files, Texts))
    File.Text = Contents.str();
  return std::move(*P);
}

void ProgramCache::keep(StringRef Key, const Program &P, const Inputs &Read,
                        const PreambleName &On) const {
  std::string Text = printProgram(P);
  auto Again = parseProgram(Text);
  if (!Again)
    return consumeError(Again.takeError());
  if (!sameLiterals(P, *Again))
    return;
  std::vector<std::string> Fields = {On.Key, On.File, printInputs(Read),
                                     std::move(Text)};
  for (const SourceFile &File : P.Files)
    Fields.push_back(File.Text);
  Where.put(Key, joinFields(Fields));
}

} // namespace tidy
