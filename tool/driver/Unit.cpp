//===- Unit.cpp - One file, from text to findings -------------------------===//
#include "driver/Unit.h"
#include "driver/Guard.h"
#include "frontend/Lower.h"
#include "frontend/Spell.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace tidy {
namespace {

/// What cannot be written as text is not offered.
void spellFixes(std::vector<Finding> &Findings, const Program &P,
                const Models &M) {
  for (Finding &F : Findings)
    erase_if(F.Fixes, [&](Fix &Offered) {
      std::optional<TextEdit> Edit = spell(Offered.Plan, P, M);
      if (Edit)
        Offered.Edits = {std::move(*Edit)};
      return !Edit;
    });
}

Expected<Unit> checkOne(StringRef Path,
                        const clang::tooling::CompilationDatabase &How,
                        const CheckSetting &With) {
  Unit Result;
  {
    Timings::Step Parsing(With.Times.Parsing);
    auto Code = lowerFile(Path, How, With.M, With.Parsing);
    if (!Code)
      return Code.takeError();
    Result.Code = std::move(*Code);
  }
  Timings::Step Analysing(With.Times.Analysing);
  Result.Shapes = analyse(Result.Code, With.M, With.Analysing);
  With.Times.Steps += Result.Shapes.Work;
  Result.Findings =
      check(Result.Code, With.M, Result.Shapes,
            [&](const Rule &R) { return is_contained(With.Rules, &R); });
  spellFixes(Result.Findings, Result.Code, With.M);
  return Result;
}

Expected<std::vector<Unit>> checkNow(StringRef Path, Commands &How,
                                     const CheckSetting &With) {
  auto Ways = How.of(Path);
  if (!Ways)
    return Ways.takeError();
  std::vector<Unit> Units;
  for (const Commands::Database &Way : *Ways) {
    auto One = checkOne(Path, *Way, With);
    if (!One)
      return One.takeError();
    Units.push_back(std::move(*One));
  }
  return std::move(Units);
}

/// lowerFile's messages are sentences about the path, which ours names already.
Error withoutPath(Error E, StringRef Path) {
  std::string Message = toString(std::move(E));
  StringRef Rest = Message;
  if (Rest.consume_front(Path)) {
    if (Rest.consume_front(": "))
      Message = Rest.str();
    else if (Rest.starts_with(" "))
      Message = "it" + Rest.str();
  }
  return createStringError(Message);
}

} // namespace

Expected<std::vector<Unit>> checkFile(StringRef Path, Commands &How,
                                      const CheckSetting &With) {
  // A pipe would be read twice, and a terminal waited for.
  sys::fs::file_status Status;
  if (!sys::fs::status(Path, Status) && sys::fs::is_other(Status))
    return createStringError("it is not a regular file");
  std::optional<Expected<std::vector<Unit>>> Result;
  if (Error E = runGuarded([&] { Result.emplace(checkNow(Path, How, With)); }))
    return std::move(E);
  if (!*Result)
    return withoutPath(Result->takeError(), Path);
  return std::move(*Result);
}

} // namespace tidy
