//===- Components.cpp - A whole program, by what calls connect ------------===//
//
// Functions that no call connects have nothing to do with each other, so that
// each component of the call graph has an Engine of its own. Threads take some
// components each; what comes of them is put together in the program's order.
//
//===----------------------------------------------------------------------===//
#include "flow/Engine.h"
#include "thread/DeepThread.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Sequence.h"
#include "llvm/Support/ThreadPool.h"

namespace tidy {

/// What fewer instructions take is not worth another thread's while.
static constexpr size_t LeastPart = 2000;

using Component = std::vector<FunctionId>;

/// Neighbours together, so that none is too small.
static std::vector<std::vector<Component>>
partsOf(const Program &P, std::vector<Component> Components) {
  std::vector<std::vector<Component>> Parts;
  size_t Size = LeastPart;
  for (Component &C : Components) {
    if (Size >= LeastPart) {
      Parts.emplace_back();
      Size = 0;
    }
    for (FunctionId F : C)
      Size += P.Functions[F].Instrs.size();
    Parts.back().push_back(std::move(C));
  }
  return Parts;
}

/// Runs the tasks in the pool. One that a thread could not finish is run again
/// here, where whoever guards the caller against crashes hears of it.
static void runIn(llvm::ThreadPoolInterface &Pool, size_t Tasks,
                  llvm::function_ref<void(size_t)> Run) {
  std::vector<char> Finished(Tasks);
  llvm::ThreadPoolTaskGroup Group(Pool);
  for (size_t I = 0; I < Tasks; ++I)
    Group.async(
        [&Finished, Run, I] { Finished[I] = runDeep([&] { Run(I); }); });
  Group.wait();
  for (size_t I = 0; I < Tasks; ++I)
    if (!Finished[I])
      Run(I);
}

static void sortFailures(Analysis &A) {
  llvm::sort(A.Failures, [](const Failure &X, const Failure &Y) {
    return X.Where < Y.Where;
  });
}

/// What parts of a program gave, by place.
static Analysis merged(std::vector<Analysis> Parts) {
  Analysis All = std::move(Parts.front());
  for (Analysis &Part : llvm::drop_begin(Parts)) {
    llvm::append_range(All.Failures, std::move(Part.Failures));
    All.Values.merge(Part.Values);
    All.Parameters.merge(Part.Parameters);
    All.Signatures.merge(Part.Signatures);
    All.Worked.merge(Part.Worked);
    All.Proved.merge(Part.Proved);
    All.Work += Part.Work;
    All.IsCut |= Part.IsCut;
    All.Unfinished.merge(Part.Unfinished);
  }
  sortFailures(All);
  return All;
}

Analysis analyse(const Program &P, const Models &M, const AnalysisOptions &O) {
  CallGraph Calls(P);
  std::vector<std::vector<Component>> Parts = partsOf(P, Calls.components());
  bool IsShared = O.Pool && O.Pool->getMaxConcurrency() > 1 && Parts.size() > 1;
  std::vector<Analysis> Results(IsShared ? Parts.size() : 1);
  auto Run = [&](size_t I, Analysis &Out) {
    for (const Component &C : Parts[I])
      Engine(P, M, Calls, O, Out).run(C);
  };
  if (IsShared)
    runIn(*O.Pool, Parts.size(), [&](size_t I) {
      Results[I] = Analysis();
      Run(I, Results[I]);
    });
  else
    for (size_t I = 0; I < Parts.size(); ++I)
      Run(I, Results[0]);
  return merged(std::move(Results));
}

Analysis analyseFrom(const Program &P, const Models &M, const CallGraph &Calls,
                     llvm::ArrayRef<FunctionId> Roots) {
  Analysis Result;
  Engine(P, M, Calls, {.KeepValues = false}, Result).run(Roots);
  sortFailures(Result);
  return Result;
}

} // namespace tidy
