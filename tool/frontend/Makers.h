//===- Makers.h - What makes objects of what it is given --------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_MAKERS_H
#define TENSOR_TIDY_FRONTEND_MAKERS_H

#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"

namespace tidy {

/// `std::make_shared`, `std::make_unique`.
bool makesOne(const clang::FunctionDecl &Callee);
/// Runs a constructor that the user has written: `make_unique<Layer>`,
/// `emplace_back` of a vector of layers.
bool makesUserObject(const clang::FunctionDecl &Callee, const TypeInfo &Types);

/// The holder makes what it holds of its arguments, by a constructor of its
/// library's: the user has written none.
bool makesWhatItHolds(const clang::CXXRecordDecl &Holder,
                      const TypeInfo &Types);

/// Null if there is none, or it is not declared yet.
const clang::CXXConstructorDecl *
defaultConstructor(const clang::CXXRecordDecl &Class);
bool isOrComesFrom(const clang::CXXRecordDecl &Class,
                   const clang::CXXRecordDecl &Base);
/// Arguments that go through `make_shared` and its like do not tell which
/// constructor they are for: that which takes as many, if it is the only one.
const clang::CXXConstructorDecl *
constructorFor(const clang::CXXRecordDecl &Class,
               llvm::ArrayRef<const clang::Expr *> Args);
/// `std::make_shared<Net>(net)`: the one object is what the other is.
bool copies(const clang::CXXRecordDecl &Class, const clang::Expr &Of,
            const TypeInfo &Types);

/// Who has what the call gives back may write to what is given for parameter
/// `I`.
bool mayKeep(const clang::CallExpr &E, const clang::FunctionDecl *Callee,
             unsigned I, const TypeInfo &Types);

} // namespace tidy

#endif
