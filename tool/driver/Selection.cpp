//===- Selection.cpp - Which rules and models are used --------------------===//
#include "driver/Selection.h"
#include "cache/Store.h"
#include "rules/BuiltinModels.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBuffer.h"

#include <set>

using namespace llvm;

namespace tidy {
namespace {

const char Prefix[] = "tensor-";

Error wrongUse(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

std::string suggestion(StringRef Given) {
  std::vector<StringRef> Names;
  for (const Rule &R : allRules())
    Names.push_back(R.Name);
  return didYouMean(Given, Names);
}

/// Applies one glob to the set of rules that are on.
Error applyGlob(StringRef Glob, std::set<const Rule *> &On) {
  StringRef Name = Glob;
  bool Removes = Name.consume_front("-");
  Name.consume_front(Prefix);
  auto Pattern = GlobPattern::create(Name);
  if (!Pattern)
    return wrongUse("--checks: '" + Glob +
                    "' is no glob: " + toString(Pattern.takeError()));
  bool Fits = false;
  for (const Rule &R : allRules())
    if (Pattern->match(R.Name)) {
      Fits = true;
      Removes ? (void)On.erase(&R) : (void)On.insert(&R);
    }
  if (!Fits)
    return wrongUse("--checks: no rule fits '" + Glob + "'" + suggestion(Name) +
                    "; see --list-checks");
  return Error::success();
}

Error readModels(StringRef Path, Models &Into) {
  sys::fs::file_status Status; // a pipe would be waited for
  if (!sys::fs::status(Path, Status) && sys::fs::is_other(Status))
    return wrongUse(Path + ": error: a model file is a regular file");
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return wrongUse(Path + ": error: cannot read this model file: " +
                    Buffer.getError().message());
  if (Error E = parseModelFile((*Buffer)->getBuffer(), Path, Into))
    return E;
  return checkExamples(Into, Path);
}

} // namespace

Expected<std::vector<const Rule *>> selectRules(StringRef Globs) {
  SmallVector<StringRef> Parts;
  Globs.split(Parts, ',', -1, /*KeepEmpty=*/false);
  std::set<const Rule *> On;
  if (Parts.empty() || Parts.front().trim().starts_with("-"))
    for (const Rule &R : allRules())
      On.insert(&R);
  for (StringRef Part : Parts)
    if (Error E = applyGlob(Part.trim(), On))
      return std::move(E);
  if (On.empty())
    return wrongUse("--checks: '" + Globs + "' leaves no rule to check");
  std::vector<const Rule *> Selected;
  for (const Rule &R : allRules())
    if (On.count(&R))
      Selected.push_back(&R);
  return Selected;
}

Expected<const Rule *> ruleNamed(StringRef Name) {
  StringRef Short = Name;
  Short.consume_front(Prefix);
  if (const Rule *R = findRule(Short))
    return R;
  return wrongUse("there is no rule '" + Name + "'" + suggestion(Short) +
                  "; see --list-checks");
}

Expected<Models> loadModels(ArrayRef<std::string> Files) {
  Models Result;
  std::vector<std::string> Errors;
  auto note = [&](Error E) {
    if (E)
      Errors.push_back(toString(std::move(E)));
  };
  for (const auto &[Name, Text] : builtinModelFiles())
    note(parseModelFile(Text, Name, Result));
  for (const std::string &Path : Files)
    note(readModels(Path, Result));
  if (!Errors.empty())
    return wrongUse(llvm::join(Errors, "\n"));
  return Result;
}

std::optional<std::string> identityOf(ArrayRef<std::string> ModelFiles) {
  std::string Executable = sys::fs::getMainExecutable(nullptr, nullptr);
  sys::fs::file_status Status;
  if (sys::fs::status(Executable, Status))
    return std::nullopt;
  std::string Result =
      formatv("{0} {1} {2}", Executable, Status.getSize(),
              Status.getLastModificationTime().time_since_epoch().count());
  for (const std::string &Path : ModelFiles) {
    auto Buffer = MemoryBuffer::getFile(Path);
    if (!Buffer)
      return std::nullopt;
    Result += "\n" + digestOf((*Buffer)->getBuffer());
  }
  return Result;
}

} // namespace tidy
