//===- Run.h - One function body, followed to its fixpoint ------*- C++ -*-===//
//
// Internal to flow/. A worklist over blocks in reverse post-order, rounds in
// theirs. States only lose certainty, so it ends; the last visits are reported.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_RUN_H
#define TENSOR_TIDY_FLOW_RUN_H

#include "flow/Arithmetic.h"
#include "flow/Parts.h"
#include "flow/Refine.h"
#include "flow/RunState.h"

namespace tidy {

class FunctionRun : RunState {
public:
  using RunState::RunState;
  /// `Leaked`: tensors among the arguments that something out of sight holds.
  Summary run(const std::vector<Value> &Args,
              const PersistentSet<Made> &Leaked);

private:
  // Blocks, joins and rounds (Run.cpp).
  void enterParameters(std::vector<Value> Args,
                       const PersistentSet<Made> &Leaked);
  Summary giveUp();
  void countSteps(std::size_t N);
  void visit(const Spot &At, Node &N);
  void leave(const Spot &At, Node &N);
  void throwFrom(const Spot &At, Node &N, State S, const Assumptions &A);
  /// Along the edge to target number `T`, which takes `A` for granted.
  void flow(const Spot &At, Node &N, unsigned T, const State &S,
            const Assumptions &A);
  /// The same, where conditions came out as `Way`.
  void flow(const Spot &At, const ChoiceSet &Way, Node &N, unsigned T,
            const State &S, const Assumptions &A);
  void arrive(const Spot &At, const State &S);
  void fold(const LoopPath &Loop, const ChoiceSet &Way, const State &S);
  ChoiceSet wayBehind(const ChoiceSet &Way, BlockId From, BlockId To) const;
  bool isRepeated(const RoundPath &At) const;
  bool join(State &Into, const State &From);
  void returnWith(const Value &V, const State &S);

  // Conditions (Branch.cpp, Checks.cpp).
  void branch(const Spot &At, Node &N, const State &S);
  std::optional<unsigned> decided(const Terminator &End) const;
  void failCheck(BlockId Block, unsigned T);
  bool mayLeave(BlockId Head, BlockId Block) const;
  void sawDecision(const RoundPath &At, BlockId Block);
  ChoiceSet choose(const Spot &At, BlockId Block, unsigned T, const Learnt &L,
                   Assumptions &A);
  Learnt learn(const Spot &At, BlockId Block, unsigned T, State &S);
  std::vector<bool> findRest(llvm::ArrayRef<BlockId> Targets, bool Free) const;

  // What came of it (Report.cpp).
  Summary summary();
  std::vector<Suspect> suspects();
  std::map<BlockId, std::set<ChoiceSet>> waysTo() const;
  EdgeAssumptions taken() const;
  Assumptions costOf(const ChoiceSet &Way) const;
  bool mayNotBeReached(const RoundPath &At) const;
  void report();

  // Instructions (Evaluate.cpp).
  Value evaluate(InstrId Id);
  Seen &seen(InstrId Id);
  Value compareAgain(llvm::StringRef Op, llvm::ArrayRef<Value> Args) const;
  Value operand(const Operand &O) const;
  Value evaluateParts(InstrId Id, std::vector<Value> Args);
  Value applyOp(InstrId Id);
  Value applyOp(InstrId Id, const std::string &Op, Arguments Args);
  Value changeInPlace(InstrId Id, Value Result);
  Value unknown(InstrId Id);
  Value call(InstrId Id, const Instr &I, FunctionId Callee,
             llvm::ArrayRef<Value> Captured = {});
  Value failOp(InstrId Id, Mismatch What, Arguments Args,
               FunctionId Contract = NoId);
  void takeSummary(const Summary &S, CallRenaming &Names);
  void takeSuspects(InstrId Id, const Summary &S, CallRenaming &Names);
  void takeReferences(InstrId Id, const Instr &I, const Function &F,
                      const Summary &S, CallRenaming &Names);
  Value bring(InstrId Id, Value V, CallRenaming &Names);
  void takeEffects(const Summary &S, CallRenaming &Names);
  std::vector<Value> callArguments(const Instr &I, FunctionId Callee,
                                   llvm::ArrayRef<Value> Captured);
  Dim named(const RoundPath &For, llvm::StringRef Name, bool IsSize);
  Value nameSizes(InstrId Id, Value V);
  void giveBack(const Value &V);
  void leak(const Value &V);
  void taint(const PersistentSet<Made> &Handles);
  void taintAll();
  void reshapeOperands(const Instr &I);
  void forgetExposed();
  void runOpaque();
  void callOpaque(const Instr &I);
  Failing failing(const Instr &I) const;

  // Methods by what the object is (Methods.cpp).
  Value applyMethod(InstrId Id);
  Value applyParts(InstrId Id, const Value &Of, llvm::StringRef In, Value V);
  Value applyTo(InstrId Id, const Value &Object, const Value &Arg);
  FunctionId playerOf(const Instr &I);
  Value callValue(InstrId Id, FunctionId Body);
  Value callOn(InstrId Id, FunctionId M, const Value &Object, const Value &Arg);

  // Variables and parts of them (Places.cpp).
  Value recordOf(InstrId Id, llvm::ArrayRef<Value> Args) const;
  std::vector<Step> steps(const Path &P) const;
  Value read(VarId Var, const Path &P) const;
  void write(VarId Var, const Path &P, const Value &V);
  void mayAlias(VarId By);
  void forgetObject(const Made &Handle);
  void forgetObjects();
  unsigned objectNumber(InstrId Share);
  void noteObjects(const Value &V);
  bool writesWhatIsRead(const Instr &I, const Summary &S) const;

  // Axes that ops need (Ranks.cpp).
  void learnAxes(InstrId Id, llvm::ArrayRef<Signature> Alternatives,
                 Arguments &Args);
  bool mayLearn(InstrId Id) const;
  Made shapeGiver(const TensorValue &T) const;
  Shape shapeNeeded(InstrId Id, unsigned Operand, const Made &Origin,
                    const AxesNeeded &Axes);
  void learn(InstrId Id, unsigned Operand, TensorValue &T,
             const AxesNeeded &Axes);
  Made rankGiver(const TensorValue &T) const;
  void takeShapes(InstrId Id, const Summary &S, CallRenaming &Names);
  std::map<Made, Shape> learntShapes() const;
  void nameSize(const Value &V, VarId Var);

  // Equalities that are needed silently (Implied.cpp).
  Value evaluateNoting(InstrId Id);
  void noteBroadcast(InstrId Id, const Outcome &Of);

  void enterContracts(std::vector<Value> &Args, Facts &Known); // Contracts.cpp
  Letters lettersAt(InstrId Id);
  void freeLetters(InstrId Id, const Value &V, Letters &Of);
  Value expect(InstrId Id);
  void readComments();
  void readComment(InstrId Id, const Value &Seen, Letters &Said, bool Binds);
  Value keepContract(InstrId Id, FunctionId Callee, std::vector<Value> &Args);
};

} // namespace tidy

#endif
