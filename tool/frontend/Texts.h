//===- Texts.h - Strings that are known -------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_TEXTS_H
#define TENSOR_TIDY_FRONTEND_TEXTS_H

#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"

namespace tidy {

/// The characters of a literal; none of a long one, of wide characters and of
/// what has a zero in it, where C stops reading.
std::optional<TextValue> textIn(const clang::StringLiteral &L);
/// An array of characters that is no literal, nor a constant.
bool mayChangeCharacters(const clang::Expr &Array);
/// `const char *`, std::string_view, or an optional of such.
bool isTextView(clang::QualType T, const TypeInfo &Types);
/// The string that a view is made of for one call; `E` itself if it is none.
const clang::Expr *withoutView(const clang::Expr *E, const TypeInfo &Types);

} // namespace tidy

#endif
