//===- LowerContract.cpp - Shapes that the user has declared --------------===//
#include "frontend/FunctionLowering.h"
#include "sig/Parse.h"

namespace tidy {

/// None for an empty text and for one that is no shape; such a one is counted
/// as not understood.
std::optional<ShapePattern>
FunctionLowering::readShape(const std::string &Declared) {
  if (Declared.empty())
    return std::nullopt;
  auto Shape = parseShape(Declared);
  if (Shape)
    return std::move(*Shape);
  std::string Why = llvm::toString(Shape.takeError());
  Unread.push_back("the contract \"" + Declared + "\" (" +
                   llvm::StringRef(Why).split("error: ").second.str() + ")");
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

/// A tensor that is made without arguments is none yet.
static bool isEmpty(const clang::Expr *Init) {
  const auto *Made =
      llvm::dyn_cast_or_null<clang::CXXConstructExpr>(Init->IgnoreImplicit());
  return Made && Made->getNumArgs() == 0;
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

/// The variable is what was expected of it.
InstrId FunctionLowering::lowerExpectShape(const clang::CallExpr *E,
                                           const clang::StringLiteral &Text) {
  InstrId V = value(E->getArg(0));
  std::optional<ShapePattern> Shape = readShape(Text.getString().str());
  emitUnread();
  if (!Shape)
    return V;
  V = emitExpect("assertion", *Shape, V, E);
  if (VarId Var = variableOf(E->getArg(0)); Var != NoId) {
    Instr Store;
    Store.Kind = InstrKind::Store;
    Store.Var = Var;
    Store.Operands = {{"", V, NoId}};
    emit(std::move(Store), E);
  }
  return V;
}

} // namespace tidy
