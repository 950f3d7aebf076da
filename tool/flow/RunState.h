//===- RunState.h - How far a function has been followed --------*- C++ -*-===//
//
// Internal to flow/: what the parts of a FunctionRun share.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_RUNSTATE_H
#define TENSOR_TIDY_FLOW_RUNSTATE_H

#include "flow/Node.h"
#include "flow/Results.h"

namespace tidy {

struct RunState {
  RunState(Engine &E, FunctionId Id)
      : E(E), Self(Id), F(E.program().Functions[Id]), G(E.graph(Id)),
        Last(F.Instrs.size()), Now(F, G.mayReshape()) {}

  Engine &E;
  FunctionId Self;
  const Function &F;
  const Graph &G;
  Nodes All;
  std::set<Spot> Work;
  std::set<LoopPath> Folded;         // loops whose rounds are one
  std::set<RoundPath> DecidedRounds; // loop and round: it is known to go on
  std::set<LoopPath> OpenLoops;      // that may be left sooner, or may not
  std::vector<Fold> ToFold;          // by the visit under way
  std::size_t StepsTaken = 0;
  std::size_t Repeats = 0; // visits in a further round
  std::map<Choice, Assumptions> Costs;
  // Of the visit under way.
  Spot Current;
  Results Last;
  Node *Visited = nullptr;
  State Now;
  bool Stopped = false; // the instruction just followed does not return
  std::map<InstrId, Value> Overwritten; // what its stores found, of an attempt

  std::set<VarId> Written; // also by way of a reference that was passed on
  std::set<Made> Tainted;
  std::set<Made> ReshapedHere; // the function's own tensors too
  bool TaintedAll = false, RanOpaque = false, WroteElsewhere = false;
  bool ForgotObjects = false;
  std::set<Made> Objects; // that several names may have
  std::map<RoundPath, unsigned> ObjectNumbers;
  std::map<RoundPath, Dim> Named; // what numbers of which nothing is known got
  /// Sizes made up for what ops need, from the last one on: by the origin of
  /// what has a parameter's shape, or by the operand.
  std::map<Made, std::vector<Dim>> SizesOfParameters;
  std::map<std::pair<InstrId, unsigned>, std::vector<Dim>> SizesOfOperands;
  std::map<Symbol, std::string> SizeNames;
  /// The name that the code has for a size; empty for one that nobody named.
  std::string calledHere(const Symbol &S) const;
  /// The same of a sum or product of such; empty for a number, and if nobody
  /// named a part. A size may have its name from one that was found equal in
  /// `By`, but for `Except`.
  std::string calledHere(const Dim &D, const Facts &By,
                         const Symbol *Except = nullptr) const;
  /// The variable that an instruction's value is about to be stored in.
  std::string nameOfResult(InstrId Id) const;
  Letters ParameterLetters, OwnLetters; // of declared shapes
  std::optional<std::map<std::string, std::set<std::string>>> Declarations;
  std::optional<State> AtReturn;
  Value Returned;
  PersistentSet<Made> GivenBack; // tensors that its caller will know
};

} // namespace tidy

#endif
