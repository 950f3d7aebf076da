//===- Merge.cpp - Many translation units, one report ---------------------===//
#include "driver/Merge.h"
#include "ir/Link.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace tidy {
namespace {

/// Calls `Visit` for every span of a finding.
void forEachSpan(Finding &F, function_ref<void(Span &)> Visit) {
  Visit(F.Where);
  for (Span &Related : F.Related)
    Visit(Related);
  for (Note &N : F.Notes)
    Visit(N.Where);
  for (Fix &Offered : F.Fixes) {
    Visit(Offered.Op);
    for (TextEdit &E : Offered.Edits)
      Visit(E.Where);
  }
}

/// What was not understood, but declared: the user has said what it gives.
std::set<InstrId> declaredIn(const Function &F) {
  std::set<InstrId> Declared;
  for (const Instr &I : F.Instrs)
    if (I.Kind == InstrKind::Expect && I.Name != "comment" &&
        none_of(I.Pattern, [](const AxisPattern &A) { return A.isSpread(); }))
      Declared.insert(I.Operands[0].From);
  return Declared;
}

/// A fix that another unit could not prove may break it.
void keepCommonFixes(Finding &Kept, const Finding &Again) {
  erase_if(Kept.Fixes, [&](const Fix &Offered) {
    return none_of(Again.Fixes, [&](const Fix &Other) {
      return Other.Edits == Offered.Edits;
    });
  });
}

} // namespace

void Merger::add(const Program &P, const Analysis &Shapes,
                 std::vector<Finding> Findings) {
  std::vector<unsigned> Index;
  for (const SourceFile &File : P.Files)
    Index.push_back(fileIndex(File));
  for (Finding &F : Findings) {
    forEachSpan(F, [&](Span &Where) {
      if (Where.File < Index.size())
        Where.File = Index[Where.File];
    });
    auto [Known, New] = KnownFindings.try_emplace({F.Where, F.Rule, F.Message},
                                                  All.Findings.size());
    if (New)
      All.Findings.push_back(std::move(F));
    else if (All.Findings[Known->second].Expected)
      All.Findings[Known->second] = std::move(F);
    else if (!F.Expected)
      keepCommonFixes(All.Findings[Known->second], F);
  }
  for (const Place &At : Shapes.Proved) {
    Span Where = P.Functions[At.Function].Instrs[At.Instr].Where;
    if (!Where.known())
      continue;
    if (Where.File < Index.size())
      Where.File = Index[Where.File];
    Worked.insert(Where);
  }
  count(P, Shapes, Index);
}

/// What works in one unit is not to be edited for the sake of another.
Report Merger::finish() {
  for (Finding &F : All.Findings) {
    for (Fix &Offered : F.Fixes)
      Offered.Safe &= !Worked.contains(Offered.Op);
    if (!F.Fixes.empty() && none_of(F.Fixes, [](auto &X) { return X.Safe; }))
      F.Notes.push_back({F.Where,
                         "the edit may change what works elsewhere, or "
                         "what is meant: --fix leaves it to you"});
  }
  sort(All.Findings, [](const Finding &A, const Finding &B) {
    return std::tie(A.Where.File, A.Where.Offset, A.Rule, A.Where, A.Message) <
           std::tie(B.Where.File, B.Where.Offset, B.Rule, B.Where, B.Message);
  });
  return std::move(All);
}

/// Paths that lead to one file are one, unless it changed between two reads.
unsigned Merger::fileIndex(const SourceFile &File) {
  SmallString<128> Real;
  if (sys::fs::real_path(File.Path, Real))
    Real = File.Path;
  std::vector<unsigned> &Known = FilesByPath[Real.str().str()];
  for (unsigned Index : Known)
    if (All.Files[Index].Text == File.Text)
      return Index;
  Known.push_back(All.Files.size());
  All.Files.push_back(File);
  return Known.back();
}

void Merger::count(const Program &P, const Analysis &Shapes,
                   ArrayRef<unsigned> Index) {
  std::set<Place> Checked = Shapes.Worked;
  for (const Failure &F : Shapes.Failures)
    if (!F.OnlyIf)
      Checked.insert(F.Where);
  for (FunctionId Id = 0; Id < P.Functions.size(); ++Id) {
    const Function &F = P.Functions[Id];
    Span Where = F.Where;
    if (Where.File < Index.size())
      Where.File = Index[Where.File];
    if (!KnownFunctions.insert({usrInUnit(F.Usr).str(), Where}).second)
      continue;
    std::set<InstrId> Declared = declaredIn(F);
    ++All.Seen.Functions;
    All.Seen.Unfinished += Shapes.Unfinished.contains(Id);
    for (InstrId Number = 0; Number < F.Instrs.size(); ++Number) {
      const Instr &I = F.Instrs[Number];
      bool Understood = I.Kind == InstrKind::Op;
      bool IsCall = !I.Virtual.empty() && Checked.contains({Id, Number});
      if (!Understood && (I.Kind != InstrKind::Unknown || !I.Counted || IsCall))
        continue;
      ++All.Seen.Operations;
      All.Seen.Checked += Understood && Checked.contains({Id, Number});
      if (Understood || Declared.count(Number))
        ++All.Seen.Understood;
      else
        ++All.Seen.Unknown[I.Callee.empty() ? I.Name : I.Callee];
    }
  }
}

} // namespace tidy
