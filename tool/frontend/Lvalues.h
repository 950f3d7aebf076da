//===- Lvalues.h - What expressions and calls may refer to ------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_LVALUES_H
#define TENSOR_TIDY_FRONTEND_LVALUES_H

#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace tidy {

/// A reference through which an argument may be changed: `T &`, `T &&`.
bool isWritable(clang::QualType T);
/// What is passed for such a parameter may be changed: by a reference, or by a
/// pointer that stands for what it points to.
bool isWrittenThrough(clang::QualType T, const TypeInfo &Types);

/// May a call change what it is given for this parameter? Forwarding references
/// of the standard library and of modelled ones are only read from, but for
/// those that are passed on to what the user has written.
bool mayWrite(const clang::FunctionDecl *Callee, unsigned Index,
              const TypeInfo &Types);

/// Something of the user's to call is given to the standard library: not
/// `endl`.
bool callsBack(llvm::ArrayRef<const clang::Expr *> Arguments);
/// Without parentheses and casts that leave an lvalue the same object.
const clang::Expr *withoutNoise(const clang::Expr *E);

/// As it is before it is seen as one of its bases.
clang::QualType ownType(const clang::Expr *E);

/// The variable, if the expression is its name and nothing converts it.
const clang::ValueDecl *plainName(const clang::Expr *E);

/// Written by way of a pointer or a reference: `p->t`, `*p`, `r.t`, `p[0]`.
bool isThroughAReference(const clang::Expr *E);

/// `std::move(x)`, and `std::forward` where it does that.
bool movesFrom(const clang::CallExpr *E);
/// `x` for `std::move(x)`.
const clang::Expr *withoutMove(const clang::Expr *E);

/// The call of std::tie whose variables an assignment writes; or null.
const clang::CallExpr *tieAssignedBy(const clang::CXXOperatorCallExpr *E);
/// `x` for a copy of it.
const clang::Expr *withoutCopy(const clang::Expr *E);
/// A key of a map that is known, as the name of a field: `["w"]`, `[3]`.
std::optional<std::string> constantKey(const clang::Expr *Key,
                                       clang::QualType Map,
                                       const clang::ASTContext &Ctx);
/// The array that an element is read of or written to, if it is one by a name:
/// `sizes` of `sizes[i]`.
const clang::Expr *arrayOf(const clang::ArraySubscriptExpr &E);
/// What `std::vector<T>(x.begin(), x.end())` is a copy of; null of others.
const clang::Expr *copiedRange(const clang::CXXConstructExpr &E);
/// It makes an object without arguments: a tensor made so is none yet.
bool isEmpty(const clang::Expr *Init);

/// `module->as<Linear>()`: the object, as what it is.
bool seesAsItself(const clang::FunctionDecl &Callee, const TypeInfo &Types);

/// `->`, `get` and `ptr`: of a smart pointer, they give the pointer.
bool givesPointer(const clang::FunctionDecl &Callee);

/// The wrapper or pointer that is compared with nullopt or nullptr; null if
/// none is.
const clang::Expr *comparedWithNone(const clang::Expr *A, const clang::Expr *B,
                                    const TypeInfo &Types);

/// The callee's name as it stands in the call: `torch::matmul`, `size`.
clang::SourceRange nameRange(const clang::CallExpr *E);

/// The object of a member call, also of an operator that is a member; or null.
const clang::Expr *objectOf(const clang::CallExpr *E);
/// How many arguments the source gives, without that object.
unsigned argumentCount(const clang::CallExpr *E);
/// What a call gives to the callee's parameters, without that object.
llvm::ArrayRef<const clang::Expr *>
argumentsOf(const clang::CallExpr *E,
            llvm::SmallVectorImpl<const clang::Expr *> &Storage);

/// What has its elements elsewhere behind a call: lists that are swapped, moved
/// from, or get another first one.
void forEachShifted(const clang::CallExpr &E,
                    llvm::function_ref<void(const clang::Expr *)> Visit);

/// What a part of a place is a part of, or what leads to it; null of a name.
const clang::Expr *wholeOf(const clang::Expr *E);

/// Every variable that an lvalue may be, or be a part of: both arms of ?:, and
/// whatever a call was given that may return a reference to it. Expressions in
/// `Walked` are left out, those that are come to go in.
void forEachRoot(const clang::Expr *E, const TypeInfo &Types,
                 llvm::function_ref<void(const clang::ValueDecl *)> Visit,
                 llvm::DenseSet<const clang::Expr *> *Walked = nullptr);

} // namespace tidy

#endif
