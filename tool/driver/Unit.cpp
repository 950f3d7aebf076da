//===- Unit.cpp - From text to findings -----------------------------------===//
#include "driver/Unit.h"
#include "frontend/Lower.h"
#include "frontend/Spell.h"
#include "llvm/ADT/STLExtras.h"

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

Expected<std::vector<Program>> readFile(StringRef Path,
                                        ArrayRef<Commands::Database> Ways,
                                        CheckSetting With, Timings &Times) {
  Timings::Step Parsing(Times.Parsing);
  With.Parsing.Work = &Times.Work;
  std::vector<Program> Programs;
  for (const Commands::Database &Way : Ways) {
    auto Code = lowerFile(Path, *Way, With.M, With.Parsing);
    if (!Code)
      return withoutPath(Code.takeError(), Path);
    Programs.push_back(std::move(*Code));
  }
  return std::move(Programs);
}

Unit checkProgram(Program Code, const CheckSetting &With, Timings &Times) {
  Timings::Step Analysing(Times.Analysing);
  Unit Result{std::move(Code), {}, {}};
  Result.Shapes = analyse(Result.Code, With.M, With.Analysing);
  Times.Steps += Result.Shapes.Work;
  Result.Findings =
      check(Result.Code, With.M, Result.Shapes,
            [&](const Rule &R) { return is_contained(With.Rules, &R); });
  spellFixes(Result.Findings, Result.Code, With.M);
  return Result;
}

} // namespace tidy
