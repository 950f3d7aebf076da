//===- RandomSignature.cpp - Signatures for tests -------------------------===//
#include "sig/RandomSignature.h"
#include "sig/Builtins.h"
#include "sig/Parse.h"
#include "llvm/Support/Error.h"

namespace tidy {

Expr SignatureGenerator::expr(unsigned Depth) {
  if (Depth == 0 || below(3) == 0)
    return below(2) ? name()
                    : Expr{Expr::Kind::Int, int(below(200)) - 20, "", {}};
  auto Op = Expr::Kind(unsigned(Expr::Kind::Add) + below(8));
  Expr E{Op, 0, "", {expr(Depth - 1)}};
  if (Op != Expr::Kind::Negate)
    E.Args.push_back(expr(Depth - 1));
  return E;
}

ShapePattern SignatureGenerator::pattern(bool IsOperand, bool MayMark) {
  ShapePattern P;
  bool Spread = false;
  for (unsigned I = below(5); I > 0; --I) {
    AxisPattern A;
    A.What = AxisPattern::Kind(below(3));
    if (A.isSpread() && IsOperand && Spread)
      A.What = AxisPattern::Kind::Any;
    Spread |= A.isSpread();
    if (MayMark && !A.isSpread() && below(3) == 0) {
      A.Axis = "i";
      MayMark = Spread = false;
    }
    if (A.What == AxisPattern::Kind::Size)
      A.Size = expr(4);
    if (A.isSpread() && below(3))
      A.Spread = below(2) ? "s" : "t";
    P.push_back(A);
  }
  return P;
}

Value SignatureGenerator::defaultValue(unsigned Depth) {
  switch (below(Depth ? 6 : 5)) {
  case 0:
    return Dim(int(below(20)) - 5);
  case 1:
    return below(2) ? Answer::Yes : Answer::No;
  case 2:
    return NoneValue();
  case 3:
    return NumberValue();
  case 4:
    return TextValue{below(2) ? "mean" : "\"\\\n\xc3"};
  default:
    ListValue L;
    for (unsigned I = below(4); I > 0; --I)
      L.Elements.push_back(defaultValue(Depth - 1));
    return L;
  }
}

Parameter SignatureGenerator::parameter(unsigned Index) {
  Parameter P{"p" + std::to_string(Index), {}, below(4) == 0, {}};
  P.Type.What = ParamType::Kind(below(11));
  if (P.Type.What == ParamType::Kind::Literal)
    P.Type.Wanted = below(2) ? Value(Dim(int(below(9)) - 4)) : TextValue{"a"};
  if (P.Type.What <= ParamType::Kind::TensorList)
    P.Type.Pattern =
        pattern(/*IsOperand=*/true, P.Type.What == ParamType::Kind::Tensor);
  else if (below(4) == 0)
    P.DefaultOf = "i";
  else if (below(2))
    P.Default = defaultValue(2);
  return P;
}

ResultPattern SignatureGenerator::result(unsigned Depth) {
  ResultPattern R;
  R.What = ResultPattern::Kind(below(Depth ? 5 : 4));
  if (R.What == ResultPattern::Kind::Shape)
    R.Pattern = pattern(/*IsOperand=*/false, /*MayMark=*/false);
  if (R.What == ResultPattern::Kind::Number)
    R.Args.push_back({Expr::Kind::Add, 0, "", {name(), expr(2)}}); // no '('
  if (R.What == ResultPattern::Kind::Operand)
    R.Name = "all";
  if (R.What == ResultPattern::Kind::Builtin) {
    R.Name = builtinNames()[below(unsigned(builtinNames().size()))].str();
    for (unsigned I = *builtinArity(R.Name); I > 0; --I)
      R.Args.push_back(expr(2));
  }
  if (R.What == ResultPattern::Kind::Tuple)
    for (unsigned I = 1 + below(3); I > 0; --I)
      R.Parts.push_back(
          below(3)
              ? result(Depth - 1)
              : ResultPattern{ResultPattern::Kind::Spread, {}, "s", {}, {}});
  return R;
}

Signature SignatureGenerator::signature() {
  Signature S = llvm::cantFail(parseSignature(
      "op(all: [a, b, c, d, *s], u: [*t], v: [...], i: axis) -> all"));
  for (unsigned I = below(5); I > 0; --I)
    S.Parameters.push_back(parameter(I));
  S.Result = result(2);
  for (unsigned I = below(3); I > 0; --I)
    S.Conditions.push_back({expr(3), Condition::Relation(below(6)), expr(3)});
  if (below(3) == 0)
    S.Conditions.push_back(
        {Expr{Expr::Kind::Name, 0, "s", {}},
         below(2) ? Condition::Relation::Is : Condition::Relation::Fits,
         {},
         pattern(/*IsOperand=*/false, /*MayMark=*/false)});
  return S;
}

} // namespace tidy
