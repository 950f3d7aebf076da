//===- Engine.h - Functions in context, memoised ----------------*- C++ -*-===//
//
// Internal to flow/. The Engine owns the summaries; a FunctionRun (Run.h)
// follows one function body with given arguments and asks the Engine for calls.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_ENGINE_H
#define TENSOR_TIDY_FLOW_ENGINE_H

#include "flow/CallStack.h"
#include "flow/Context.h"
#include "flow/Contracts.h"
#include "flow/Graph.h"
#include "flow/State.h"
#include "flow/Suspect.h"
#include <set>

namespace tidy {

/// What a function does with certain arguments.
struct Summary {
  Value Result;
  /// By parameter: the value a by-reference parameter ends with.
  std::vector<Value> Out;
  /// Equalities that hold once it has returned, over the arguments' symbols.
  Facts Known;
  /// By parameter: something out of sight keeps the reference; something was
  /// written by it.
  std::vector<bool> Exposes, Writes;
  /// Tensors given to it whose shape may have changed, and those that something
  /// out of sight holds now.
  std::vector<Made> Tainted, Leaked;
  /// Any tensor, or object, at all may have changed.
  bool TaintsAll = false, ForgetsObjects = false;
  /// Code out of sight has run; something was written that is no variable.
  bool RanOpaque = false, WroteElsewhere = false;
  std::vector<Suspect> Suspects;
  bool Returns = false;
  /// Shapes that tensors given to it have, or it does not return; by what the
  /// tensor is to the callee.
  std::map<Made, Shape> Learnt;
  /// What sizes are called here.
  std::map<Symbol, std::string> Names;

  /// What parameter `N` refers to is what it was before.
  bool leavesAlone(unsigned N) const {
    return N < Writes.size() && !Writes[N] && !Exposes[N] && Tainted.empty() &&
           !TaintsAll && !ForgetsObjects && !RanOpaque && !WroteElsewhere;
  }
};

/// Symbols of the program's own start here; those below stand for arguments.
inline constexpr unsigned FirstSymbol = 1u << 16;

/// Follows functions of one Program. The order of its work, and so every name
/// it makes up, hangs on what is asked of it alone: several Engines may work on
/// one Program at a time, each in a thread of its own.
class Engine {
public:
  /// Adds what it finds to `Out`.
  Engine(const Program &P, const Models &M, const CallGraph &Calls,
         const AnalysisOptions &O, Analysis &Out)
      : P(P), M(M), Calls(Calls), O(O), Fresh(FirstSymbol), Out(Out) {}

  /// Follows `Callee` with arguments as the callee sees them. Null: too deep,
  /// or a recursion that counts with nothing known.
  const Summary *follow(FunctionId Callee, const std::vector<Value> &Args,
                        const CallRenaming &Names);
  const Program &program() const { return P; }
  const Models &models() const { return M; }
  const CallGraph &calls() const { return Calls; }
  const Graph &graph(FunctionId F);
  /// Null if it has none.
  const Signature *contract(FunctionId F);
  FreshSymbols &fresh() { return Fresh; }
  void run(llvm::ArrayRef<FunctionId> Roots);

  bool wantsNames() const { return O.KeepSignatures || O.TellImplied; }
  /// Of a function that is looked at on its own.
  bool tellsImplied() const { return O.TellImplied && Active.depth() == 1; }
  bool tellsExpected() const { return O.TellExpected; }
  bool keepsValues() const { return O.KeepValues; }
  void cut() { Out.IsCut = true; }
  /// Loops may go on to be followed round by round: it took not too long yet.
  bool mayRepeat() {
    Out.IsCut |= Repeats >= MostRepeats;
    return Repeats < MostRepeats;
  }
  void countRepeat() { ++Repeats; }
  void giveUp(FunctionId F) {
    cut();
    Out.Unfinished.insert(F);
  }
  void countWork(std::size_t Steps = 1) {
    Out.Work += Steps;
    Spent += Steps;
  }
  /// What a run saw, once it is at its fixpoint.
  void sawValue(const Place &At, const Value &V);
  void sawParameter(FunctionId F, VarId Var, const Value &V);
  void sawWork(const Place &At, bool Proved) {
    Out.Worked.insert(At);
    if (Proved)
      Out.Proved.insert(At);
  }

private:
  /// What was cut short by the calls around it is good as deep only.
  struct Kept {
    Summary Of;
    std::size_t FromDepth = 0;
  };
  std::vector<Value> ownArguments(FunctionId F);
  Value ownObject(FunctionId Method);
  void inferSignature(FunctionId F);

  const Program &P;
  const Models &M;
  const CallGraph &Calls;
  const AnalysisOptions O;
  std::map<FunctionId, Graph> Graphs;
  std::map<FunctionId, Value> MadeBy; // objects, by constructor
  std::map<FunctionId, std::optional<Signature>> Contracts;
  std::map<std::pair<FunctionId, std::string>, Kept> Summaries;
  std::size_t Cuts = 0; // calls that were too deep, or a recursion's
  CallStack Active{NoId};
  std::map<FunctionId, unsigned> Contexts;
  FreshSymbols Fresh;
  std::size_t Repeats = 0, MostRepeats = 0; // visits of blocks
  std::size_t Spent = 0, Budget = 0; // steps; beyond, calls are not followed
  Analysis &Out;
};

} // namespace tidy

#endif
