//===- RandomCode.h - Programs that mean something --------------*- C++ -*-===//
//
// Only for tests: random programs that can be run (Concrete.h). Each is made
// along one imagined run, so that most of its ops fit and some do not.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_RANDOMCODE_H
#define TENSOR_TIDY_FLOW_RANDOMCODE_H

#include "flow/Concrete.h"

namespace tidy {

class CodeGenerator {
public:
  explicit CodeGenerator(unsigned Seed) : Random(Seed) {}

  /// The last function is called by none of the others and calls some of them.
  Program program();
  /// Nothing in the program comes from outside: no parameters of the last
  /// function, no choices, no loops, nothing that is not understood.
  bool isConstant() const { return IsConstant; }

private:
  struct Known {
    VarId Var;
    bool IsTensor;
    concrete::Datum Guess;
  };
  /// The function being made.
  struct Making {
    Function Code;
    std::vector<concrete::Datum> Guesses; // by instruction
    std::vector<Known> Vars;              // in scope
    BlockId Now = 0;
    VarId Mark = NoId; // written at the start of each block
    bool GivesTensor = true;
    concrete::Datum Result;
  };
  struct Callable {
    std::string Usr;
    std::vector<Param> Params;
    bool GivesTensor;
    concrete::Datum Guess;
  };

  // Functions (RandomCode.cpp).
  unsigned below(unsigned N) { return unsigned(Random() % N); }
  bool oneIn(unsigned N) { return below(N) == 0; }
  void rootParameters();
  void parameter(const concrete::Datum &Guess, bool ByReference);
  void open(bool GivesTensor);
  void giveBack();
  void call();
  std::optional<InstrId> callTo(const Callable &To);
  std::optional<InstrId> callNew();
  Callable newCallee(const std::vector<InstrId> &Args,
                     const std::vector<VarId> &References);

  // Statements (RandomStatements.cpp).
  void statements(unsigned Count);
  void statement();
  void ifElse();
  void guard();
  void loop();
  void choice();
  void attempt();
  void outOfSight();
  void simple();
  InstrId condition();
  BlockId newBlock();
  void begin(BlockId B);
  void end(Terminator T);
  void go(BlockId To);
  void arm(BlockId Block, BlockId Next, unsigned Statements);

  // Expressions (RandomOps.cpp).
  InstrId emit(Instr I, concrete::Datum Guess);
  InstrId op(const std::string &Name,
             std::vector<std::pair<std::string, InstrId>> Args);
  InstrId constant(std::int64_t N);
  InstrId literal(const std::string &Text, concrete::Datum Guess);
  InstrId load(const Known &V);
  void store(VarId Var, InstrId From);
  InstrId list(const std::vector<InstrId> &Parts);
  InstrId number(std::int64_t Wanted);
  InstrId sizeList(const concrete::Sizes &Wanted);
  InstrId tensor();
  InstrId made(const concrete::Sizes &S);
  InstrId axis(size_t Rank);
  InstrId anyOp();
  InstrId viewOp(InstrId X, const concrete::Sizes &S);
  InstrId partOp(InstrId X, const concrete::Sizes &S);
  InstrId twoOp(InstrId X, const concrete::Sizes &S);
  InstrId listOp(InstrId X, const concrete::Sizes &S);
  InstrId reshape(InstrId X, const concrete::Sizes &S);
  InstrId anyNumber();
  VarId newVar(bool IsTensor);
  const Known *pick(bool IsTensor);
  concrete::Sizes guess(InstrId I) const;

  std::mt19937 Random;
  Program P;
  Making M;
  std::vector<Callable> Callees;
  unsigned Depth = 0; // calls around
  unsigned Left = 0;  // statements to come
  unsigned Names = 0;
  bool IsConstant = false;
};

} // namespace tidy

#endif
