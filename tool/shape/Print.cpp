//===- Print.cpp - Sizes as the notation writes them ----------------------===//
#include "shape/Build.h"
#include "llvm/ADT/Twine.h"

using namespace tidy;

static std::string textOf(const Symbol &S) {
  return S.Name.empty() ? ("s" + llvm::Twine(S.Id)).str() : S.Name;
}

static std::string bracketed(llvm::StringRef Text) {
  return ("(" + Text + ")").str();
}

static bool isQuotient(const Atom &A) {
  return !A.Leaf && (A.Op == AtomOp::FloorDiv || A.Op == AtomOp::Mod);
}

/// An operand of / or %: sums, quotients and negative numbers in brackets, and
/// on the right products too.
static std::string operand(const Dim &D, bool IsRight) {
  auto T = asMonomial(D);
  bool Bare = T && T->Coefficient >= 0;
  if (Bare && !T->Factors.empty())
    Bare = T->Factors.size() == 1 && T->Coefficient == 1
               ? !isQuotient(*T->Factors[0])
               : !IsRight;
  return Bare ? D.str() : bracketed(D.str());
}

static std::string textOf(const Atom &A) {
  if (A.Leaf)
    return textOf(*A.Leaf);
  switch (A.Op) {
  case AtomOp::FloorDiv:
    return operand(A.Left, false) + "/" + operand(A.Right, true);
  case AtomOp::Mod:
    return operand(A.Left, false) + " % " + operand(A.Right, true);
  case AtomOp::Min:
    return "min" + bracketed(A.Left.str() + ", " + A.Right.str());
  case AtomOp::Max:
    return "max" + bracketed(A.Left.str() + ", " + A.Right.str());
  }
  return "_";
}

/// `|coefficient|*a*b`, without the sign. `AfterSign`: a bare
/// minus sign stands before it, where -d/h would be read as (-d)/h.
static std::string unsignedText(const Term &T, bool AfterSign) {
  std::uint64_t C = magnitude(T.Coefficient);
  std::string Text;
  if (C != 1 || T.Factors.empty())
    Text = std::to_string(C);
  bool Alone = Text.empty() && T.Factors.size() == 1 && !AfterSign;
  for (const AtomPtr &F : T.Factors) {
    if (!Text.empty())
      Text += "*";
    bool Bare = Alone || !isQuotient(*F);
    Text += Bare ? textOf(*F) : bracketed(textOf(*F));
  }
  return Text;
}

/// What is added comes first, what is subtracted after it: n - m, 1 - n.
std::string Dim::str() const {
  if (Unknown)
    return "_";
  std::string Text;
  std::vector<Term> All = allTerms(*this);
  for (const Term &T : All)
    if (T.Coefficient > 0)
      Text += (Text.empty() ? "" : " + ") + unsignedText(T, false);
  for (const Term &T : All)
    if (T.Coefficient < 0)
      Text += (Text.empty() ? "-" : " - ") + unsignedText(T, Text.empty());
  return Text.empty() ? "0" : Text;
}
