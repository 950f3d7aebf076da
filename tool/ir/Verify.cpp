//===- Verify.cpp - The checks of a Program -------------------------------===//
#include "ir/Check.h"
#include "ir/Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using llvm::Twine;

namespace tidy {

namespace {

class Checker {
public:
  Checker(const Program &P, const Function &F)
      : P(P), F(F), HomeOf(F.Instrs.size(), NoId), Stood(F.Instrs.size()) {}

  /// True if nothing is wrong.
  bool run();
  Problem Found;

private:
  bool fail(const Twine &Message) {
    Found.Message = Message.str();
    return false;
  }

  bool variables();
  bool outside();
  bool settle();
  bool instr(InstrId Id);
  bool operands(const Instr &I);
  bool operand(const Instr &I, const Operand &O);
  bool path(const Path &Steps, VarId Of);
  bool comesBefore(InstrId Id);
  bool end(const Terminator &End);
  bool span(const Span &S) {
    return S == Span() || S.File < P.Files.size() ||
           fail("file " + Twine(S.File) + " is not listed");
  }

  const Program &P;
  const Function &F;
  std::vector<BlockId> HomeOf; ///< by instruction
  std::vector<bool> Stood;     ///< by instruction: seen so far
};

bool Checker::run() {
  if (F.Blocks.empty())
    return fail("a function has at least one block");
  if (!span(F.Where) || !variables() || !settle() || !outside())
    return false;
  for (BlockId B = 0; B < F.Blocks.size(); ++B) {
    Found.Block = B;
    for (InstrId Id : F.Blocks[B].Instrs) {
      Found.Instr = Id;
      if (!instr(Id))
        return false;
      Stood[Id] = true;
    }
    Found.Instr = NoId;
    if (!end(F.Blocks[B].End))
      return false;
  }
  return true;
}

bool Checker::variables() {
  for (auto [I, Param] : llvm::enumerate(F.Params))
    if (Param.Var != I || I >= F.Vars.size())
      return fail("variable " + Twine(I) + " is not that of parameter " +
                  Twine(I) + ", though the first variables are the parameters");
  return llvm::all_of(F.Vars, [&](const Variable &V) { return span(V.Where); });
}

/// What another unit may know is unknown here.
bool Checker::outside() {
  return llvm::all_of(F.Outside, [&](const OutsideCall &O) {
    return (O.Call < F.Instrs.size() &&
            F.Instrs[O.Call].Kind == InstrKind::Unknown) ||
           fail("%" + Twine(O.Call) + ", called outside, is no unknown");
  });
}

/// Every instruction stands in one block.
bool Checker::settle() {
  for (auto [B, Block] : llvm::enumerate(F.Blocks))
    for (InstrId Id : Block.Instrs) {
      if (Id >= F.Instrs.size())
        return fail("b" + Twine(B) + " has %" + Twine(Id) +
                    ", which does not exist");
      if (HomeOf[Id] != NoId)
        return fail("%" + Twine(Id) + " stands in two places");
      HomeOf[Id] = B;
    }
  auto Homeless = llvm::find(HomeOf, NoId);
  return Homeless == HomeOf.end() ||
         fail("%" + Twine(Homeless - HomeOf.begin()) + " stands in no block");
}

bool Checker::instr(InstrId Id) {
  const Instr &I = F.Instrs[Id];
  bool NamesVariable = I.Kind == InstrKind::Load || I.Kind == InstrKind::Store;
  if (NamesVariable && I.Var >= F.Vars.size())
    return fail("expected a variable to load or store");
  if (!NamesVariable && I.Var != NoId)
    return fail("only load and store name a variable");
  if (I.Kind != InstrKind::Const && !I.Literal.isUnknown())
    return fail("only const has a literal");
  if (I.Kind != InstrKind::Expect && !I.Pattern.empty())
    return fail("only expect has a shape");
  if (I.Kind != InstrKind::Unknown && !I.Virtual.empty())
    return fail("only what is unknown may be a virtual call");
  if (!I.Virtual.empty() && I.Operands.empty())
    return fail("a virtual call needs an object");
  return span(I.Where) && span(I.NameSpan) && path(I.Path, I.Var) &&
         operands(I);
}

bool Checker::path(const Path &Steps, VarId Of) {
  if (!Steps.empty() && Of == NoId)
    return fail("only what names a variable leads to a part of it");
  return llvm::all_of(Steps, [&](const PathStep &Step) {
    if (!Step.Field.empty() && Step.Index != NoId)
      return fail("a step names a field or has an index, not both");
    return Step.Index == NoId || comesBefore(Step.Index);
  });
}

/// How many operands an instruction of this kind and name has; none: any.
std::optional<size_t> arity(const Instr &I) {
  switch (I.Kind) {
  case InstrKind::Const:
  case InstrKind::Load:
    return 0;
  case InstrKind::Store:
  case InstrKind::Field:
  case InstrKind::Share:
  case InstrKind::As:
  case InstrKind::Count:
  case InstrKind::Expect:
    return 1;
  case InstrKind::Element:
  case InstrKind::Append:
  case InstrKind::Or:
    return 2;
  case InstrKind::Resize:
    return 3;
  case InstrKind::Splice:
    return 4;
  case InstrKind::Arith:
    if (llvm::is_contained({"+", "*", "min", "max"}, I.Name))
      return std::nullopt;
    return I.Name == "neg" || wrapType(I.Name) ? 1 : 2;
  case InstrKind::Compare:
    return I.Name == "not" || I.Name == "bool" || I.Name == "given" ? 1 : 2;
  default:
    return std::nullopt;
  }
}

bool Checker::operands(const Instr &I) {
  static constexpr llvm::StringRef Arithmetic[] = {
      "+", "-", "*", "/", "%", "shl", "shr", "min", "max", "neg"};
  static constexpr llvm::StringRef Comparisons[] = {
      "==", "!=", "<", "<=", ">", ">=", "not", "bool", "given"};
  if ((I.Kind == InstrKind::Arith && !wrapType(I.Name) &&
       !llvm::is_contained(Arithmetic, I.Name)) ||
      (I.Kind == InstrKind::Compare &&
       !llvm::is_contained(Comparisons, I.Name)))
    return fail("unknown operator '" + I.Name + "'");
  if (I.Kind == InstrKind::Expect &&
      !llvm::is_contained(
          {"variable", "field", "result", "assertion", "comment"}, I.Name))
    return fail("expected 'variable', 'field', 'result', 'assertion' or "
                "'comment' before the operand");
  std::optional<size_t> Wanted = arity(I);
  if (Wanted && I.Operands.size() != *Wanted)
    return fail("expected " + Twine(*Wanted) +
                (*Wanted == 1 ? " operand" : " operands") + ", found " +
                Twine(I.Operands.size()));
  return llvm::all_of(I.Operands,
                      [&](const Operand &O) { return operand(I, O); });
}

bool Checker::operand(const Instr &I, const Operand &O) {
  bool MayRefer = I.Kind == InstrKind::Call || I.Kind == InstrKind::Unknown;
  bool HasNames = I.Kind == InstrKind::Op || I.Kind == InstrKind::Record;
  if (HasNames && O.Parameter.empty())
    return fail("expected the name of what every operand is for");
  if (!HasNames && !O.Parameter.empty())
    return fail("only operands of an op or a record have names");
  if (O.Reference == NoId && O.From == NoId)
    return fail("an operand is missing");
  if (O.Reference == NoId && O.ReadOnly)
    return fail("only a reference is read-only");
  if (O.Reference == NoId)
    return comesBefore(O.From);
  if (O.From != NoId)
    return fail("an operand is a value or a reference, not both");
  if (!MayRefer)
    return fail("only call and unknown take references");
  return (O.Reference < F.Vars.size() ||
          fail("a reference to a variable that does not exist")) &&
         path(O.Path, O.Reference);
}

/// Instructions of other blocks may have run before; which of them did is for
/// the control flow to say.
bool Checker::comesBefore(InstrId Id) {
  if (Id >= F.Instrs.size())
    return fail("%" + Twine(Id) + " does not exist");
  return Stood[Id] || HomeOf[Id] != Found.Block ||
         fail("%" + Twine(Id) + " comes only later in this block");
}

bool Checker::end(const Terminator &End) {
  using Kind = Terminator::Kind;
  bool Fits = true;
  switch (End.What) {
  case Kind::Return:
  case Kind::Stop:
    Fits = End.Targets.empty();
    break;
  case Kind::Goto:
    Fits = End.Targets.size() == 1;
    break;
  case Kind::Branch:
    Fits = End.Targets.size() == 2 && End.Value != NoId;
    break;
  case Kind::Choose:
    Fits = !End.Targets.empty();
    break;
  case Kind::Attempt:
    Fits = End.Targets.size() == 2;
    break;
  }
  bool MayHaveValue = End.What == Kind::Return || End.What == Kind::Branch ||
                      End.What == Kind::Choose;
  if (!Fits || (!MayHaveValue && End.Value != NoId))
    return fail("the end of a block has the wrong targets or value");
  bool MayHaveCases = End.What == Kind::Choose && End.Value != NoId &&
                      End.Cases.size() == End.Targets.size();
  if (!End.Cases.empty() && !MayHaveCases)
    return fail("only choose has cases, one for each target and by a value");
  for (BlockId Target : End.Targets)
    if (Target >= F.Blocks.size())
      return fail("b" + Twine(Target) + " does not exist");
  return End.Value == NoId || comesBefore(End.Value);
}

} // namespace

std::optional<Problem> findProblem(const Program &P) {
  for (auto [Id, F] : llvm::enumerate(P.Functions)) {
    Checker C(P, F);
    if (C.run())
      continue;
    C.Found.Function = Id;
    return std::move(C.Found);
  }
  return std::nullopt;
}

llvm::Error verify(const Program &P) {
  std::optional<Problem> Found = findProblem(P);
  if (!Found)
    return llvm::Error::success();
  std::string Place = "function '" + P.Functions[Found->Function].Name + "'";
  if (Found->Instr != NoId)
    Place += ", %" + std::to_string(Found->Instr);
  else if (Found->Block != NoId)
    Place += ", b" + std::to_string(Found->Block);
  return llvm::createStringError(Place + ": " + Found->Message);
}

} // namespace tidy
