//===- Weights.h - Where layers get other weights ---------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_WEIGHTS_H
#define TENSOR_TIDY_FRONTEND_WEIGHTS_H

#include "frontend/Types.h"
#include "clang/AST/Expr.h"

namespace tidy {

/// An object of which a model says what it holds, or a pointer to one.
bool isLayer(const clang::Expr *E, const TypeInfo &Types);

/// A library's part of a layer, or what leads into one: `l->weight`,
/// `l->options.stride()`.
bool isPartOfLayer(const clang::Expr *E, const TypeInfo &Types);

/// Something to call may do more when a library calls it than read, compute and
/// fill tensors: it may assign to fields, set options, reset modules.
bool mayReplace(const clang::Expr *Callback, const TypeInfo &Types);

/// A tensor that may be a weight gets another shape (`p.set_data(x)`), or
/// something is called with every module of a network (`net->apply(f)`) that
/// may give them other weights or options: it does more than fill them.
bool mayReplaceWeights(const clang::CallExpr &E, const TypeInfo &Types);

} // namespace tidy

#endif
