//===- shaped.h - Shapes as declarations that tensor-tidy reads -*- C++ -*-===//
//
// Two ways to write the shape of any tensor type, torch::Tensor included,
// where the tensor is declared. Neither costs anything when the program runs:
//
//   Shaped<Tensor, "b, q, d"> query                 (C++20, an alias of Tensor)
//   TENSOR_SHAPE("b, q, d") Tensor query            (any standard, an
//   attribute)
//
// A letter is a size and a repeated letter the same size; `*b` is any number of
// axes. Compiles as C++11 and later, where the alias is left out below C++20.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SHAPED_H
#define TENSOR_TIDY_SHAPED_H

/// Goes in front of a parameter, variable or field, or of a function for its
/// result: TENSOR_SHAPE("b, k, d") Tensor key. Nothing but Clang sees it.
#if defined(__clang__)
#define TENSOR_SHAPE(shape) [[clang::annotate("tensor_tidy::shape", shape)]]
#else
#define TENSOR_SHAPE(shape)
#endif

#if __cplusplus >= 202002L

#include <cstddef>

namespace tensor_tidy {

/// A string literal as a template argument.
template <std::size_t N> struct FixedString {
  char characters[N];

  // Implicit, so that the literal itself can stand in the argument list.
  consteval FixedString(const char (&literal)[N]) {
    for (std::size_t i = 0; i < N; ++i)
      characters[i] = literal[i];
  }
};

/// T itself, with its shape written beside it for tensor-tidy to check.
template <class T, FixedString S> using Shaped = T;

} // namespace tensor_tidy

#endif // __cplusplus >= 202002L

#endif // TENSOR_TIDY_SHAPED_H
