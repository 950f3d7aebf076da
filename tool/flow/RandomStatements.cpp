//===- RandomStatements.cpp - Random programs: statements -----------------===//
#include "flow/RandomCode.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

using concrete::Datum;
using Kind = Terminator::Kind;

BlockId CodeGenerator::newBlock() {
  M.Code.Blocks.emplace_back();
  return M.Code.Blocks.size() - 1;
}

/// A store that a run which comes here cannot miss, and an analysis that knows
/// of the block neither.
void CodeGenerator::begin(BlockId B) {
  M.Now = B;
  store(M.Mark, constant(B));
}

void CodeGenerator::end(Terminator T) {
  M.Code.Blocks[M.Now].End = std::move(T);
}

void CodeGenerator::go(BlockId To) { end({Kind::Goto, NoId, {To}}); }

/// What is declared in an arm is not known behind it.
void CodeGenerator::arm(BlockId Block, BlockId Next, unsigned Statements) {
  begin(Block);
  size_t Before = M.Vars.size();
  statements(Statements);
  M.Vars.resize(Before);
  go(Next);
}

InstrId CodeGenerator::condition() {
  static const char *Operators[] = {"==", "!=", "<", "<=", ">", ">="};
  Instr I;
  if (!IsConstant && oneIn(4)) {
    I.Name = "flag";
    I.External = true;
    return emit(std::move(I), true);
  }
  I.Kind = InstrKind::Compare;
  if (oneIn(16)) {
    I.Name = Operators[below(2)];
    for (int Side = 0; Side < 2; ++Side) {
      std::string Text = oneIn(2) ? "same" : "valid";
      InstrId From = literal("\"" + Text + "\"", Text);
      I.Operands.push_back({"", From, NoId});
    }
    return emit(std::move(I), true);
  }
  const Known *N = pick(false);
  bool OnTensor = !N || oneIn(3);
  InstrId A = OnTensor ? op("rank", {{"x", tensor()}}) : load(*N);
  if (OnTensor && oneIn(2)) {
    InstrId X = tensor();
    A = op("size", {{"x", X}, {"dim", axis(guess(X).size())}});
  }
  const auto *Have = M.Guesses[A].as<std::int64_t>();
  InstrId B = number(Have && oneIn(2) ? *Have : below(4));
  I.Name = Operators[below(6)];
  I.Operands = {{"", A, NoId}, {"", B, NoId}};
  InstrId Result = emit(std::move(I), true);
  if (!oneIn(8))
    return Result;
  Instr Not;
  Not.Kind = InstrKind::Compare;
  Not.Name = "not";
  Not.Operands = {{"", Result, NoId}};
  return emit(std::move(Not), true);
}

void CodeGenerator::ifElse() {
  InstrId C = condition();
  BlockId Then = newBlock(), Else = newBlock(), Next = newBlock();
  end({Kind::Branch, C, {Then, oneIn(2) ? Else : Next}});
  bool HasElse = M.Code.Blocks[M.Now].End.Targets[1] == Else;
  arm(Then, Next, 1 + below(2));
  if (HasElse)
    arm(Else, Next, 1 + below(2));
  else
    M.Code.Blocks[Else].End = {Kind::Goto, NoId, {Next}};
  begin(Next);
}

/// `if (...) return x;` or a check.
void CodeGenerator::guard() {
  InstrId C = condition();
  BlockId Exit = newBlock(), Next = newBlock();
  end({Kind::Branch, C, {Exit, Next}});
  if (oneIn(2))
    M.Code.Blocks[M.Now].End.Targets = {Next, Exit};
  begin(Exit);
  if (!oneIn(3))
    giveBack();
  begin(Next);
}

void CodeGenerator::loop() {
  VarId I = newVar(false);
  store(I, constant(0));
  const Known *Bound = oneIn(3) ? pick(false) : nullptr;
  bool TestsFirst = !oneIn(3);
  BlockId Head = newBlock(), Body = newBlock(), Next = newBlock();
  go(TestsFirst ? Head : Body);
  begin(Head);
  Instr Less;
  Less.Kind = InstrKind::Compare;
  Less.Name = "<";
  InstrId Count = load({I, false, std::int64_t(0)});
  InstrId Most = Bound ? load(*Bound) : constant(below(4));
  Less.Operands = {{"", Count, NoId}, {"", Most, NoId}};
  InstrId C = emit(std::move(Less), true);
  end({Kind::Branch, C, {Body, Next}});
  begin(Body);
  size_t Before = M.Vars.size();
  M.Vars.push_back({newVar(false), false, std::int64_t(0)});
  store(M.Vars.back().Var, load({I, false, std::int64_t(0)}));
  statements(1 + below(2));
  if (oneIn(4)) {
    BlockId On = newBlock();
    end({Kind::Branch, condition(), {On, Next}});
    begin(On);
    statements(1);
  }
  M.Vars.resize(Before);
  Instr Add;
  Add.Kind = InstrKind::Arith;
  Add.Name = "+";
  InstrId From = load({I, false, std::int64_t(0)}), One = constant(1);
  Add.Operands = {{"", From, NoId}, {"", One, NoId}};
  store(I, emit(std::move(Add), std::int64_t(1)));
  go(Head);
  begin(Next);
}

void CodeGenerator::choice() {
  BlockId Next = newBlock();
  std::vector<BlockId> Arms;
  for (unsigned I = 1 + below(3); I > 0; --I)
    Arms.push_back(newBlock());
  end({Kind::Choose, NoId, Arms});
  for (BlockId Arm : Arms)
    arm(Arm, Next, 1);
  begin(Next);
}

void CodeGenerator::attempt() {
  BlockId Try = newBlock(), Handler = newBlock(), Next = newBlock();
  go(Try);
  begin(Try);
  size_t Before = M.Vars.size();
  for (unsigned I = 1 + below(3); I > 0; --I)
    simple();
  M.Vars.resize(Before);
  end({Kind::Attempt, NoId, {Next, Handler}});
  arm(Handler, Next, 1);
  begin(Next);
}

/// Code that is not understood. It does what its flags say it may.
void CodeGenerator::outOfSight() {
  unsigned What = below(7);
  Instr I;
  I.Name = "f" + std::to_string(What);
  I.Taints = What == 0 || What == 2 || What == 3;
  I.Keeps = What == 1;
  I.Opaque = What == 2 || What == 3 || What == 4;
  I.Integer = I.External = What == 5;
  bool TakesTensor = What == 0 || What == 1 || What == 3 || What == 6;
  const Known *V = TakesTensor ? pick(true) : nullptr;
  if (V) {
    InstrId X = load(*V);
    I.Operands.push_back({"", oneIn(4) ? list({X, tensor()}) : X, NoId});
    store(newVar(true), I.Operands[0].From); // shows what is known of it
  }
  if (const Known *R = What == 3 && oneIn(2) ? pick(oneIn(2)) : nullptr) {
    store(newVar(R->IsTensor), load(*R));
    I.Operands.push_back({"", NoId, R->Var});
  }
  bool IsNumber = I.Integer;
  Datum Guess = IsNumber ? Datum(std::int64_t(3))
                         : Datum(std::make_shared<concrete::Sizes>());
  InstrId From = emit(std::move(I), Guess);
  if (What < 5)
    return;
  M.Vars.push_back({newVar(!IsNumber), !IsNumber, Guess});
  store(M.Vars.back().Var, From);
}

/// A new variable, or another value for one. The last statement of the two
/// that may throw stands in an attempt too, so that it is in one block.
void CodeGenerator::simple() {
  bool IsTensor = !oneIn(4);
  InstrId From = IsTensor ? anyOp() : anyNumber();
  const Known *Old = oneIn(3) ? pick(IsTensor) : nullptr;
  if (Old)
    return store(Old->Var, From);
  if (IsTensor && oneIn(10)) { // another name for the same tensor
    const Known *V = pick(true);
    From = V ? load(*V) : From;
  }
  M.Vars.push_back({newVar(IsTensor), IsTensor, {}});
  store(M.Vars.back().Var, From);
}

void CodeGenerator::statement() {
  unsigned What = below(16);
  if (What < 2)
    return call();
  if (What == 2)
    return ifElse();
  if (What == 3)
    return guard();
  if (IsConstant || What > 7)
    return simple();
  if (What == 4)
    return loop();
  if (What == 5)
    return choice();
  return What == 6 ? attempt() : outOfSight();
}

void CodeGenerator::statements(unsigned Count) {
  for (; Count > 0 && Left > 0; --Count) {
    --Left;
    statement();
  }
}

} // namespace tidy
