//===- Emit.cpp - Instructions from expressions ---------------------------===//
#include "frontend/Emitter.h"
#include "frontend/Lvalues.h"
#include "clang/AST/ExprCXX.h"

namespace tidy {

/// `.member` can follow the text of these without parentheses.
static bool isPostfix(const clang::Expr *E) {
  E = E->IgnoreImplicit();
  return llvm::isa<clang::DeclRefExpr, clang::MemberExpr, clang::ParenExpr,
                   clang::ArraySubscriptExpr>(E) ||
         (llvm::isa<clang::CallExpr>(E) &&
          (!llvm::isa<clang::CXXOperatorCallExpr>(E) ||
           llvm::is_contained(
               {clang::OO_Call, clang::OO_Subscript},
               llvm::cast<clang::CXXOperatorCallExpr>(E)->getOperator())));
}

InstrId Emitter::emit(Instr I, const clang::Expr *E) {
  if (E) {
    if (!I.Where.known())
      I.Where = U.Source.of(E->getSourceRange());
    I.Editable = U.Source.isPlain(E->getSourceRange());
    I.MacroArgument =
        !I.Editable && U.Source.isMacroArgument(E->getSourceRange(), I.Where);
    I.Expected = MayFail.contains(E) ||
                 U.Source.wantedAt(E->getBeginLoc()) == Wanted::Failure;
    I.Postfix = isPostfix(E);
  }
  F.Instrs.push_back(std::move(I));
  F.Blocks[Current].Instrs.push_back(F.Instrs.size() - 1);
  return F.Instrs.size() - 1;
}

InstrId Emitter::emitUnknown(std::string What, const clang::Expr *E,
                             std::vector<Operand> Operands) {
  Instr I;
  I.Name = std::move(What);
  I.Operands = std::move(Operands);
  I.Integer = E && U.Types.isInteger(E->getType());
  return emit(std::move(I), E);
}

InstrId Emitter::emitComputed(std::string What, const clang::Expr *E,
                              std::vector<Operand> Operands) {
  InstrId V = emitUnknown(std::move(What), E, std::move(Operands));
  F.Instrs[V].Computed = true;
  F.Instrs[V].Number = E->getType()->isFloatingType();
  return V;
}

InstrId Emitter::emit(InstrKind Kind, std::string Name,
                      llvm::ArrayRef<InstrId> Operands, const clang::Expr *E) {
  Instr I;
  I.Kind = Kind;
  I.Name = std::move(Name);
  for (InstrId V : Operands)
    I.Operands.push_back({"", V, NoId});
  return emit(std::move(I), E);
}

InstrId Emitter::held(clang::QualType T, const clang::Expr *From, InstrId V) {
  clang::QualType Of = ownType(From).getNonReferenceType();
  bool MayBeNone = U.Types.isTensor(Of) || U.Types.isPointer(Of) ||
                   Of->isPointerType() || Of->isNullPtrType() ||
                   TypeInfo::isOptional(Of);
  if (!TypeInfo::isOptional(T) || !MayBeNone ||
      U.Ctx.hasSameUnqualifiedType(T.getNonReferenceType(), Of))
    return V;
  return emit(InstrKind::Or, "", {V, emitUnknown("empty inside", nullptr)},
              nullptr);
}

InstrId Emitter::load(const VarPlace &From, const clang::Expr *E) {
  Instr I;
  I.Kind = InstrKind::Load;
  I.Var = From.Var;
  I.Path = From.Steps;
  return emit(std::move(I), E);
}

void Emitter::store(const VarPlace &To, InstrId V, Span Where) {
  Instr I;
  I.Kind = InstrKind::Store;
  I.Var = To.Var;
  I.Path = To.Steps;
  I.Operands = {{"", V, NoId}};
  I.Where = Where;
  emit(std::move(I), nullptr);
}

InstrId Emitter::record(std::string Class, std::vector<Operand> Fields,
                        const clang::Expr *E) {
  Instr I;
  I.Kind = InstrKind::Record;
  I.Name = std::move(Class);
  I.Operands = std::move(Fields);
  return emit(std::move(I), E);
}

VarId Emitter::newVariable(std::string Name, Span Where, bool IsTensor,
                           bool Escapes) {
  F.Vars.push_back({std::move(Name), Where, Escapes, IsTensor, false});
  return F.Vars.size() - 1;
}

InstrId Emitter::emitConst(Value V, const clang::Expr *E) {
  Instr I;
  I.Kind = InstrKind::Const;
  I.Literal = std::move(V);
  return emit(std::move(I), E);
}

InstrId Emitter::wrapped(InstrId V, clang::QualType T, const clang::Expr *E) {
  if (!U.Types.isInteger(T))
    return V;
  bool IsSigned = T->isSignedIntegerOrEnumerationType();
  unsigned Bits = U.Ctx.getIntWidth(T);
  if (Bits > 64 || (IsSigned && Bits == 64))
    return V;
  Instr I;
  I.Kind = InstrKind::Arith;
  I.Name = (IsSigned ? "i" : "u") + std::to_string(Bits);
  I.Operands = {{"", V, NoId}};
  return emit(std::move(I), E);
}

InstrId Emitter::resize(const VarPlace &At, InstrId Size, InstrId With,
                        const clang::Expr *E) {
  InstrId V = emit(InstrKind::Resize, "", {load(At, nullptr), Size, With}, E);
  store(At, V, U.Source.of(E->getSourceRange()));
  return V;
}

} // namespace tidy
