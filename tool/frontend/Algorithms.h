//===- Algorithms.h - What the library does with iterators ------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_ALGORITHMS_H
#define TENSOR_TIDY_FRONTEND_ALGORITHMS_H

#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"

namespace tidy {

/// Without its scope; empty of null, and of operators and their like.
llvm::StringRef nameOf(const clang::FunctionDecl *Callee);
bool isStandardClass(clang::QualType T);
/// Both are written alike, and so name the same variables.
bool sameText(const clang::Expr *A, const clang::Expr *B,
              const clang::ASTContext &Ctx);

/// An iterator that is a class, but not one that moves.
bool isIterator(clang::QualType T);
/// That, or a pointer.
bool isIteratorArgument(const clang::Expr *Arg);
/// The iterator that `E` is a copy of, or `E` itself.
const clang::Expr *iteratorIn(const clang::Expr *E);
/// The type that it leads to; null where that is not seen.
clang::QualType elementUnder(const clang::Expr *Iterator);
/// The container that `v.end()` and its kin, `std::begin(v)`, `m.find(k)` and
/// `std::back_inserter(v)` make an iterator of; null of others.
const clang::Expr *iteratorMadeOf(const clang::Expr *E);
/// `x` where the two are `x.begin()` and `x.end()`; null of others.
const clang::Expr *wholeRange(const clang::Expr *First,
                              const clang::Expr *Last);

/// May the call write to what it is given this iterator into? Not of what only
/// looks (`std::find`), nor of what `std::copy` copies from.
bool writesThrough(const clang::CallExpr &E, const clang::Expr &Iterator);
/// `std::sort`, `std::fill`: of a list that it is given iterators into it
/// changes elements, and how many there are stays.
bool changesElements(const clang::FunctionDecl &Algorithm);
/// A reverse_iterator.
bool isReversed(clang::QualType Iterator);
/// `*` of `std::multiplies<>()` and `[](auto a, auto b) { return a * b; }`, `+`
/// of their like, that compute in `T` or a wider type. Empty of others.
llvm::StringRef foldedBy(const clang::Expr *By, clang::QualType T,
                         const clang::ASTContext &Ctx);

} // namespace tidy

#endif
