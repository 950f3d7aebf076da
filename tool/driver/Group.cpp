//===- Group.cpp - Files that are checked as one program ------------------===//
#include "driver/Group.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace tidy {

Analysis shapesOf(const Analysis &All, ArrayRef<FunctionId> Of) {
  Analysis Own;
  for (auto [Id, F] : enumerate(Of)) {
    for (auto It = All.Values.lower_bound({F, 0});
         It != All.Values.end() && It->first.Function == F; ++It)
      Own.Values[{FunctionId(Id), It->first.Instr}] = It->second;
    for (auto It = All.Parameters.lower_bound({F, 0});
         It != All.Parameters.end() && It->first.first == F; ++It)
      Own.Parameters[{FunctionId(Id), It->first.second}] = It->second;
  }
  return Own;
}

/// Paths that lead to one file are one.
static std::string realPath(StringRef Path) {
  SmallString<128> Real;
  return sys::fs::real_path(Path, Real) ? Path.str() : Real.str().str();
}

Group::Group(const Guard &Safe, Steps Work, bool KeepUnits)
    : Safe(Safe), Work(std::move(Work)), KeepUnits(KeepUnits),
      Together(std::make_unique<Linker>(realPath)) {}

void Group::add(std::string Path, std::vector<Program> Programs) {
  Paths.push_back(std::move(Path));
  for (Program &P : Programs) {
    if (KeepUnits)
      Units.push_back(P);
    Together->add(std::move(P));
  }
}

Error Group::checkInto(Result &Out) {
  std::vector<Program> Own = std::exchange(Units, {});
  std::optional<CheckedGroup> Done;
  if (Error E = Safe.run([&] {
        Linked All = Together->finish();
        Done = {Work.Check(std::move(All.Code)), {}, std::move(All.Of)};
      })) {
    (void)Together.release(); // nobody knows what state it is in
    Together = std::make_unique<Linker>(realPath);
    return E;
  }
  Done->Units = std::move(Own);
  Out.Checked.push_back(std::move(*Done));
  return Error::success();
}

void Group::checkAlone(StringRef Path, Result &Out) {
  std::optional<std::vector<Program>> Again;
  std::string Reason;
  Error E = Safe.run([&] {
    if (auto Read = Work.Read(Path))
      Again = std::move(*Read);
    else
      Reason = toString(Read.takeError());
  });
  if (!E && Again) {
    add(Path.str(), std::move(*Again));
    E = checkInto(Out);
  }
  if (E)
    Reason = toString(std::move(E));
  if (!Reason.empty())
    Out.Failed.push_back({Path.str(), std::move(Reason)});
}

Group::Result Group::check() {
  Result Out;
  std::vector<std::string> All = std::exchange(Paths, {});
  if (All.empty())
    return Out;
  Error E = checkInto(Out);
  if (!E)
    return Out;
  std::string Why = toString(std::move(E));
  if (All.size() == 1) {
    Out.Failed.push_back({All.front(), std::move(Why)});
    return Out;
  }
  Out.Apart = std::move(Why);
  for (const std::string &Path : All)
    checkAlone(Path, Out);
  Paths.clear();
  return Out;
}

} // namespace tidy
