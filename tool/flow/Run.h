//===- Run.h - One function body, followed to its fixpoint ------*- C++ -*-===//
//
// Internal to flow/. A worklist over the blocks in reverse post-order. States
// at a block's entry only ever lose certainty, so it ends; what is reported is
// what the last visit of each block saw.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_RUN_H
#define TENSOR_TIDY_FLOW_RUN_H

#include "flow/Engine.h"
#include "flow/Results.h"

namespace tidy {

class FunctionRun {
public:
  FunctionRun(Engine &E, FunctionId Id);
  /// `Leaked`: tensors among the arguments that something out of sight holds.
  Summary run(const std::vector<Value> &Args,
              const PersistentSet<Made> &Leaked);

private:
  // Control flow (Run.cpp).
  void enterParameters(const std::vector<Value> &Args);
  Summary summary();
  Summary giveUp();
  void countSteps(std::size_t N);
  void visit(BlockId B);
  void leave(BlockId B, const State &S);
  void branch(BlockId B, const State &S);
  std::vector<bool> findRest(llvm::ArrayRef<BlockId> Targets, bool Free) const;
  void throwFrom(BlockId B, State S, const Assumptions &A);
  /// Along the edge to `From`'s target number `T`, which takes `A` for granted.
  void flow(BlockId From, unsigned T, const State &S, const Assumptions &A);
  bool join(State &Into, const State &From);
  void returnWith(const Value &V, const State &S);
  void report();
  std::vector<Suspect> suspects();

  // Instructions (Evaluate.cpp).
  Value evaluate(InstrId Id);
  Value operand(const Operand &O) const;
  Value load(VarId Var) const;
  Value applyOp(InstrId Id);
  Value unknown(InstrId Id);
  Value call(InstrId Id);
  Value failOp(InstrId Id, Mismatch What, Arguments Args);
  void takeSummary(InstrId Id, const Summary &S, CallRenaming &Names);
  void takeSuspects(InstrId Id, const Summary &S, CallRenaming &Names);
  void takeReferences(const Instr &I, const Function &Callee, const Summary &S,
                      CallRenaming &Names);
  void takeEffects(const Summary &S, CallRenaming &Names);
  std::vector<Value> callArguments(const Instr &I, const Function &Callee);
  Value nameSizes(InstrId Id, Value V);
  void giveBack(const Value &V);
  void leak(const Value &V);
  void taint(const PersistentSet<Made> &Handles);
  void taintAll();
  void reshapeOperands(const Instr &I);
  void forgetExposed();
  /// Code out of sight runs: it may change whatever is known to it.
  void runOpaque();
  void callOpaque(const Instr &I);

  /// What the last visit of an instruction saw besides its value.
  struct Seen {
    bool Worked = false; // met with known ranks
    bool Proved = false; // and needed nothing that was not so already
    std::vector<Suspect> Suspects;
  };

  Engine &E;
  FunctionId Self;
  const Function &F;
  const Graph &G;
  Results Last;
  std::vector<Seen> Saw;
  std::vector<std::optional<State>> Entry;
  std::vector<unsigned> Visits;
  std::size_t Steps = 0;
  EdgeAssumptions Taken;     // by the last visits
  std::set<BlockId> Pending; // entry states that changed
  State Now;
  bool Stopped = false; // the instruction just followed does not return
  std::set<Made> Tainted;
  bool TaintedAll = false, RanOpaque = false, WroteElsewhere = false;
  std::map<InstrId, Dim> Named; // what numbers of which nothing is known got
  std::optional<State> AtReturn;
  Value Returned;
  PersistentSet<Made> GivenBack; // tensors that its caller will know
};

/// Integer arithmetic and comparison on abstract values; unknown operands give
/// an unknown. Division is exact for sizes, which are not negative.
Value arithmetic(llvm::StringRef Op, llvm::ArrayRef<Value> Args,
                 const Facts &F);
Value compare(llvm::StringRef Op, llvm::ArrayRef<Value> Args, const Facts &F);

} // namespace tidy

#endif
