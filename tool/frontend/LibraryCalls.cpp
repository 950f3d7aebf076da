//===- LibraryCalls.cpp - What the code of others may do ------------------===//
#include "frontend/LibraryCalls.h"
#include "frontend/Lvalues.h"
#include "frontend/Makers.h"
#include "frontend/Weights.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

/// The class that an expression leads to, itself or by a pointer or a holder;
/// null if objects of that are not followed.
static const clang::CXXRecordDecl *followedClass(const clang::Expr *E,
                                                 const TypeInfo &Types) {
  clang::QualType T = ownType(E);
  if (Types.isPointer(T))
    return Types.pointeeOf(T);
  const clang::CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  bool IsFollowed = Types.isObject(T) || (Class && Types.isRecord(*Class));
  return IsFollowed ? Class->getDefinition() : nullptr;
}

/// Of what a library leaves to the user, what is given nothing and gives
/// nothing makes the object what it was at first, as `reset` does.
static bool onlyMakes(const clang::CXXMethodDecl &M) {
  return M.isPureVirtual() && M.param_empty() &&
         M.getReturnType()->isVoidType();
}

/// What a library does with an object of the user's may run a method of the
/// user's that is not known to leave the object alone: one that stands for a
/// method of the library's, `train` say.
static bool overridesLibrary(const clang::CXXRecordDecl &Class,
                             const TypeInfo &Types) {
  auto StandsForBody = [&](const clang::CXXMethodDecl *Method) {
    return !Method->isConst() && Types.libraryOf(*Method).empty() &&
           llvm::any_of(Method->overridden_methods(), [&](const auto *Of) {
             return !onlyMakes(*Of) && !Types.libraryOf(*Of).empty() &&
                    !llvm::isa<clang::CXXDestructorDecl>(Of);
           });
  };
  return llvm::any_of(Class.methods(), StandsForBody) ||
         llvm::any_of(Class.bases(), [&](const clang::CXXBaseSpecifier &B) {
           const clang::CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl();
           return Base && Base->hasDefinition() &&
                  Types.libraryOf(*Base).empty() &&
                  overridesLibrary(*Base->getDefinition(), Types);
         });
}

/// A library is given something to call, no module of its own kind, that may
/// change what it can reach.
static bool callsLibraryBack(const clang::CallExpr &E, const TypeInfo &Types) {
  llvm::SmallVector<const clang::Expr *> Storage;
  return llvm::any_of(argumentsOf(&E, Storage), [&](const clang::Expr *Arg) {
    return callsBack({Arg}) && !followedClass(Arg, Types) &&
           mayReplace(Arg, Types);
  });
}

bool runsUsersCode(const clang::CallExpr &E, const TypeInfo &Types) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  if (!Callee || !TypeInfo::isStandard(*Callee))
    return Callee && !Types.libraryOf(*Callee).empty() &&
           callsLibraryBack(E, Types);
  return callsBack({E.getArgs(), E.getNumArgs()}) ||
         makesUserObject(*Callee, Types);
}

bool leavesAlone(const clang::CallExpr &E, const clang::Expr *Object,
                 const TypeInfo &Types) {
  const clang::FunctionDecl *Callee = E.getDirectCallee();
  if (!Callee || Types.libraryOf(*Callee).empty() || callsLibraryBack(E, Types))
    return false;
  const clang::CXXRecordDecl *Class = followedClass(Object, Types);
  return Class && !overridesLibrary(*Class, Types);
}

bool mayChange(const clang::Expr *Object, const clang::CallExpr &E,
               const TypeInfo &Types) {
  const auto *Method =
      llvm::dyn_cast_or_null<clang::CXXMethodDecl>(E.getDirectCallee());
  if (!Method || Method->getOverloadedOperator() == clang::OO_Call)
    return true;
  return !Method->isConst() && !leavesAlone(E, Object, Types);
}

} // namespace tidy
