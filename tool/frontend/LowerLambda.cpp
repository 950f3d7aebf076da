//===- LowerLambda.cpp - Lambdas and what they capture --------------------===//
#include "frontend/FunctionLowering.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// Names something of a modelled library, or may do so once its types are
/// known.
static bool mayTouchTensors(const clang::Stmt *S, const TypeInfo &Types) {
  if (!S)
    return false;
  if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(S);
      Ref && llvm::isa<clang::FunctionDecl>(Ref->getDecl()) &&
      !Types.libraryOf(*Ref->getDecl()).empty())
    return true;
  if (const auto *Some = llvm::dyn_cast<clang::OverloadExpr>(S);
      Some && llvm::any_of(Some->decls(), [&](const clang::NamedDecl *D) {
        return !Types.libraryOf(*D).empty();
      }))
    return true;
  if (const auto *Member =
          llvm::dyn_cast<clang::CXXDependentScopeMemberExpr>(S);
      Member && Types.isMethodName(Member->getMember().getAsString()))
    return true;
  return llvm::any_of(S->children(), [&](const clang::Stmt *Child) {
    return mayTouchTensors(Child, Types);
  });
}

/// A generic lambda that is only called where the parser does not look (in an
/// algorithm of the standard library) has no code of its own.
static bool isNeverSeen(const clang::LambdaExpr &E) {
  const clang::FunctionTemplateDecl *Call = E.getDependentCallOperator();
  return Call && llvm::none_of(Call->specializations(),
                               [](const auto *D) { return D->isDefined(); });
}

/// What a constructor makes is not whole yet.
static bool isWhole(const clang::FunctionDecl *In) {
  return In && !llvm::isa<clang::CXXConstructorDecl>(In);
}

/// What it captured by value, or may have so captured, are the fields, and the
/// object that it was made in; what by reference goes with each call.
InstrId FunctionLowering::lowerLambda(const clang::LambdaExpr *E) {
  if (isNeverSeen(*E) && mayTouchTensors(E->getBody(), U.Types)) {
    Instr Unseen;
    Unseen.Name = Unseen.Callee = "generic lambda";
    Unseen.Counted = true;
    emit(std::move(Unseen), E);
  }
  std::vector<Operand> Fields;
  for (auto [Capture, Init] : llvm::zip(E->captures(), E->capture_inits()))
    if (Capture.capturesVariable() && Init && !U.Settled.mayChange(Capture))
      Fields.push_back(
          {Capture.getCapturedVar()->getNameAsString(), value(Init), NoId});
    else if (Capture.getCaptureKind() == clang::LCK_This && This.Var != NoId &&
             isWhole(Lowered))
      Fields.push_back({"this", load(This, nullptr), NoId});
  const clang::FunctionDecl *Body = E->getCallOperator();
  return record(U.IsLowered(*Body) ? "(" + U.nameOf(*Body) + ")" : "",
                std::move(Fields), E);
}

/// What stands around a function, and around the lambdas that it is in.
static const clang::DeclContext *outermost(const clang::DeclContext *In) {
  while (In) {
    const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(In);
    bool IsInside = (Method && Method->getParent()->isLambda()) ||
                    (llvm::isa<clang::CXXRecordDecl>(In) &&
                     llvm::cast<clang::CXXRecordDecl>(In)->isLambda());
    if (!IsInside)
      break;
    In = In->getParent();
  }
  return In;
}

/// The lambda's object is that of the function.
static bool isMadeIn(const clang::CXXRecordDecl &Lambda,
                     const clang::FunctionDecl *In) {
  return In && outermost(&Lambda) == outermost(In);
}

/// What a lambda's body finds in its captures.
void FunctionLowering::addCaptures(Instr &I, const clang::CallExpr *E,
                                   const clang::CXXMethodDecl &Body) {
  const clang::Expr *Closure = objectOf(E);
  const clang::CXXRecordDecl *Class = Body.getParent();
  for (const clang::LambdaCapture &C : Class->captures()) {
    if (C.capturesThis()) {
      bool IsCopy = C.getCaptureKind() == clang::LCK_StarThis;
      I.Operands.push_back(
          !IsCopy && isMadeIn(*Class, Lowered) && This.Var != NoId
              ? Operand{"", NoId, This.Var, This.Steps}
              : Operand{"", field(value(Closure), "this", nullptr)});
      continue;
    }
    if (!C.capturesVariable())
      continue;
    const clang::ValueDecl *V = C.getCapturedVar();
    auto Known = Variables.find(V);
    if (U.Settled.mayChange(C)) {
      I.Operands.push_back(
          Known == Variables.end()
              ? Operand{"", emitUnknown("captured variable", nullptr)}
              : Operand{"", NoId, Known->second.Var, Known->second.Steps});
      continue;
    }
    if (C.getCaptureKind() == clang::LCK_ByRef && Known != Variables.end()) {
      I.Operands.push_back({"", load(Known->second, nullptr), NoId});
      continue;
    }
    VarPlace At = placeOf(Closure);
    At.Steps.push_back({V->getNameAsString(), NoId});
    if (At.Var != NoId && !Body.isConst() &&
        C.getCaptureKind() == clang::LCK_ByCopy) {
      I.Operands.push_back({"", NoId, At.Var, At.Steps});
      continue;
    }
    I.Operands.push_back(
        {"", field(value(Closure), V->getNameAsString(), nullptr), NoId});
  }
}

} // namespace tidy
