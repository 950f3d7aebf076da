//===- Unit.cpp - One file, from text to findings -------------------------===//
#include "driver/Unit.h"
#include "frontend/Lower.h"
#include "frontend/Spell.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"

using namespace llvm;

namespace tidy {
namespace {

/// Code nests deeply, and so do our recursions: as much as Clang gives itself.
constexpr unsigned StackSize = 8 << 20;

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

Expected<Unit> checkNow(StringRef Path, Commands &How, const Models &M,
                        ArrayRef<const Rule *> Rules) {
  auto Code = lowerFile(Path, How.of(Path), M);
  if (!Code)
    return Code.takeError();
  Unit Result;
  Result.Code = std::move(*Code);
  Result.Shapes = analyse(Result.Code, M);
  Result.Findings = check(Result.Code, M, Result.Shapes, [&](const Rule &R) {
    return is_contained(Rules, &R);
  });
  spellFixes(Result.Findings, Result.Code, M);
  return Result;
}

/// lowerFile's messages start with the path, ours say it already.
Error withoutPath(Error E, StringRef Path) {
  std::string Message = toString(std::move(E));
  StringRef Rest = Message;
  if (Rest.consume_front(Path) && !Rest.consume_front(": "))
    Rest = Rest.starts_with(" ") ? Rest.ltrim() : StringRef(Message);
  return createStringError(inconvertibleErrorCode(), Rest);
}

} // namespace

Expected<Unit> checkFile(StringRef Path, Commands &How, const Models &M,
                         ArrayRef<const Rule *> Rules) {
  CrashRecoveryContext::Enable();
  std::optional<Expected<Unit>> Result;
  CrashRecoveryContext Context;
  bool Finished = Context.RunSafelyOnThread(
      [&] { Result.emplace(checkNow(Path, How, M, Rules)); }, StackSize);
  CrashRecoveryContext::Disable();
  if (!Finished || !Result)
    return createStringError("internal error: the checker crashed on it; "
                             "please report it with the file");
  if (!*Result)
    return withoutPath(Result->takeError(), Path);
  return std::move(*Result);
}

} // namespace tidy
