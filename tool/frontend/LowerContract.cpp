//===- LowerContract.cpp - Shapes that the user has declared --------------===//
#include "frontend/FunctionLowering.h"
#include "sig/Parse.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

/// From the line and column of a text.
static size_t offsetOf(const SigPos &Where, llvm::StringRef In) {
  size_t Begin = 0;
  for (unsigned Line = 1; Line < Where.Line; ++Line)
    Begin = In.find('\n', Begin) + 1;
  return Begin + Where.Column - 1;
}

/// None for no text, an empty one and one that is no shape; such a one is
/// counted as not understood.
std::optional<ShapePattern>
FunctionLowering::readShape(const clang::StringLiteral *Declared) {
  if (!Declared || Declared->getString().empty())
    return std::nullopt;
  llvm::StringRef Text = Declared->getString();
  auto Shape = parseShape(Text);
  if (Shape)
    return std::move(*Shape);
  llvm::handleAllErrors(Shape.takeError(), [&](const SigError &E) {
    size_t Offset = offsetOf(E.where(), Text);
    Unread.push_back(llvm::formatv(
        "the contract \"{0}\" ({1}: {2} at character {3})", Text,
        U.Source.placeIn(*Declared, Offset), E.what(), Offset + 1));
  });
  return std::nullopt;
}

void FunctionLowering::emitUnread() {
  for (const std::string &Contract : std::exchange(Unread, {})) {
    Instr I;
    I.Name = Contract;
    I.Counted = true;
    emit(std::move(I), nullptr);
  }
}

InstrId FunctionLowering::emitExpect(llvm::StringRef What,
                                     const ShapePattern &Declared, InstrId V,
                                     const clang::Expr *E) {
  Instr I;
  I.Kind = InstrKind::Expect;
  I.Name = What.str();
  I.Operands = {{"", V, NoId}};
  I.Pattern = Declared;
  return emit(std::move(I), E);
}

/// A local variable is held to its declaration, here and where it is assigned.
InstrId FunctionLowering::lowerDeclared(const clang::VarDecl &V, VarId Var,
                                        InstrId From) {
  if (!U.Types.isTensor(V.getType()))
    return From;
  std::optional<ShapePattern> Shape = readShape(declaredShape(V));
  emitUnread();
  if (!Shape)
    return From;
  DeclaredShapes[Var] = *Shape;
  if (!V.getInit() || isEmpty(V.getInit()))
    return From;
  return emitExpect("variable", *Shape, From, V.getInit());
}

/// Another object's letters stand for other sizes: only its numbers are known.
static ShapePattern withoutLetters(ShapePattern Shape) {
  for (AxisPattern &A : Shape)
    if (A.What == AxisPattern::Kind::Size && A.Size.Op != Expr::Kind::Int)
      A = {AxisPattern::Kind::Any, {}, "", ""};
  return Shape;
}

/// A field is as it was declared, where it is read and where it is written;
/// of the function's own object by the letters that its parameters have.
InstrId FunctionLowering::asDeclared(const clang::FieldDecl &Field, bool IsOwn,
                                     InstrId V, const clang::Expr *E) {
  if (!U.Types.isTensor(Field.getType()))
    return V;
  auto [It, New] = DeclaredFields.try_emplace(&Field);
  if (New)
    It->second = readShape(declaredShape(Field));
  emitUnread();
  if (!It->second)
    return V;
  return emitExpect("field", IsOwn ? *It->second : withoutLetters(*It->second),
                    V, E);
}

/// `V` is what the field that `Named` names holds, or is to hold.
InstrId FunctionLowering::lowerDeclaredField(const clang::Expr *Named,
                                             InstrId V) {
  const auto *Member = llvm::dyn_cast<clang::MemberExpr>(withoutNoise(Named));
  const auto *Field =
      Member ? llvm::dyn_cast<clang::FieldDecl>(Member->getMemberDecl())
             : nullptr;
  if (!Field)
    return V;
  bool IsOwn =
      llvm::isa<clang::CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts());
  return asDeclared(*Field, IsOwn, V, Named);
}

static bool isProduct(const Expr &E) {
  return E.Op == Expr::Kind::Int || E.Op == Expr::Kind::Name ||
         (E.Op == Expr::Kind::Mul && llvm::all_of(E.Args, isProduct));
}

/// The shape in `; // [B, T, C]`: nothing but letters, numbers and products,
/// with a letter among them and more than one entry. `[0, 1]` is a range, `(N)`
/// and `(mean, std)` are words: in parentheses one of them has to be a capital.
static std::optional<ShapePattern> shapeInComment(llvm::StringRef Rest) {
  Rest = Rest.trim();
  if (!Rest.consume_front(";"))
    return std::nullopt;
  Rest = Rest.ltrim();
  if (!Rest.consume_front("//"))
    return std::nullopt;
  Rest = Rest.trim();
  bool IsWords = Rest.starts_with("(");
  if (!(Rest.consume_front("[") && Rest.consume_back("]")) &&
      !(Rest.consume_front("(") && Rest.consume_back(")")))
    return std::nullopt;
  auto Shape = parseShape(Rest);
  if (!Shape) {
    llvm::consumeError(Shape.takeError());
    return std::nullopt;
  }
  bool HasLetter = false, AreProducts = true;
  for (const AxisPattern &A : *Shape) {
    AreProducts &= A.What == AxisPattern::Kind::Size && isProduct(A.Size);
    HasLetter |= A.Size.Op != Expr::Kind::Int;
    IsWords &= A.Size.Name.size() != 1 || !llvm::isUpper(A.Size.Name.front());
  }
  if (!AreProducts || !HasLetter || IsWords || Shape->size() < 2)
    return std::nullopt;
  return std::move(*Shape);
}

/// What a comment behind a declaration or an assignment says of the tensor.
InstrId FunctionLowering::lowerComment(InstrId V, const clang::Expr *Whole) {
  if (!U.Source.isPlain(Whole->getSourceRange()))
    return V;
  auto Shape =
      shapeInComment(U.Source.restOfLine(U.Source.of(Whole->getSourceRange())));
  return Shape ? emitExpect("comment", *Shape, V, Whole) : V;
}

/// The variable is what was expected of it.
InstrId FunctionLowering::lowerExpectShape(const clang::CallExpr *E,
                                           const clang::StringLiteral &Text) {
  InstrId V = value(E->getArg(0));
  std::optional<ShapePattern> Shape = readShape(&Text);
  emitUnread();
  if (!Shape)
    return V;
  V = emitExpect("assertion", *Shape, V, E);
  if (VarPlace At = placeOf(E->getArg(0)); At.Var != NoId)
    store(At, V, U.Source.of(E->getSourceRange()));
  return V;
}

} // namespace tidy
