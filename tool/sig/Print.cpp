//===- Print.cpp - Notation to text, in one canonical form ----------------===//
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace tidy {
namespace {

/// How an operator is written; 1 binds loosest.
struct Spelling {
  const char *Text;
  unsigned Precedence;
};

constexpr unsigned Tightest = 4;

Spelling spellingOf(Expr::Kind Op) {
  switch (Op) {
  case Expr::Kind::Add:
    return {" + ", 1};
  case Expr::Kind::Sub:
    return {" - ", 1};
  case Expr::Kind::Mul:
    return {"*", 2};
  case Expr::Kind::Div:
    return {"/", 2};
  case Expr::Kind::Mod:
    return {" % ", 2};
  case Expr::Kind::Negate:
    return {"-", 3};
  case Expr::Kind::Min:
    return {"min", Tightest};
  case Expr::Kind::Max:
    return {"max", Tightest};
  default:
    return {"", Tightest};
  }
}

/// E, in parentheses if it binds looser than `AtLeast`.
std::string printAt(const Expr &E, unsigned AtLeast) {
  Spelling S = spellingOf(E.Op);
  std::string Text;
  if (E.Op == Expr::Kind::Int)
    Text = std::to_string(E.Number);
  else if (E.Op == Expr::Kind::Name)
    Text = E.Name;
  else if (E.Op == Expr::Kind::Min || E.Op == Expr::Kind::Max)
    Text = std::string(S.Text) + "(" + print(E.Args[0]) + ", " +
           print(E.Args[1]) + ")";
  else if (E.Op == Expr::Kind::Negate)
    // `-5` alone is the number.
    Text = "-" + (E.Args[0].Op == Expr::Kind::Int && E.Args[0].Number >= 0
                      ? "(" + print(E.Args[0]) + ")"
                      : printAt(E.Args[0], S.Precedence));
  else
    Text = printAt(E.Args[0], S.Precedence) + S.Text +
           printAt(E.Args[1], S.Precedence + 1);
  return S.Precedence < AtLeast ? "(" + Text + ")" : Text;
}

std::string print(const AxisPattern &A) {
  std::string Axis = A.Axis.empty() ? "" : A.Axis + "@";
  switch (A.What) {
  case AxisPattern::Kind::Any:
    return Axis + "_";
  case AxisPattern::Kind::Spread:
    return A.Spread.empty() ? "..." : "*" + A.Spread;
  case AxisPattern::Kind::Size:
    break;
  }
  return Axis + tidy::print(A.Size);
}

std::string print(const ParamType &T) {
  if (T.What == ParamType::Kind::Literal)
    return T.Wanted->str();
  static constexpr const char *Names[] = {"",     "list", "int",  "ints",
                                          "axis", "axes", "bool", "number",
                                          "text", "any"};
  std::string Name = Names[static_cast<unsigned>(T.What)];
  bool HasPattern = T.What == ParamType::Kind::Tensor ||
                    T.What == ParamType::Kind::TensorList;
  return HasPattern ? Name + tidy::print(T.Pattern) : Name;
}

std::string print(const Parameter &P) {
  std::string Text = P.Name + (P.Optional ? "?: " : ": ") + print(P.Type);
  if (!P.DefaultOf.empty())
    return Text + " = " + P.DefaultOf;
  return P.Default ? Text + " = " + P.Default->str() : Text;
}

template <class Range> std::string commas(const Range &Parts);

std::string print(const ResultPattern &R) {
  switch (R.What) {
  case ResultPattern::Kind::Shape:
    return tidy::print(R.Pattern);
  case ResultPattern::Kind::Operand:
    return R.Name;
  case ResultPattern::Kind::Number:
    return tidy::print(R.Args[0]);
  case ResultPattern::Kind::Spread:
    return "*" + R.Name;
  case ResultPattern::Kind::Builtin:
    return R.Name + "(" + commas(R.Args) + ")";
  case ResultPattern::Kind::Tuple:
    break;
  }
  return "(" + commas(R.Parts) + ")";
}

template <class Range> std::string commas(const Range &Parts) {
  std::vector<std::string> Texts;
  for (const auto &Part : Parts)
    Texts.push_back(print(Part));
  return llvm::join(Texts, ", ");
}

} // namespace

std::string print(const Expr &E) { return printAt(E, 0); }

std::string print(const ShapePattern &P) { return "[" + commas(P) + "]"; }

std::string print(const Condition &C) {
  static constexpr const char *Relations[] = {
      " == ", " != ", " < ", " <= ", " > ", " >= ", " is ", " fits "};
  return print(C.Left) + Relations[static_cast<unsigned>(C.Rel)] +
         (C.isOfSpread() ? print(C.Shape) : print(C.Right));
}

std::string print(const Signature &S) {
  std::string Text =
      S.Name + "(" + commas(S.Parameters) + ") -> " + print(S.Result);
  return S.Conditions.empty() ? Text : Text + " where " + commas(S.Conditions);
}

} // namespace tidy
