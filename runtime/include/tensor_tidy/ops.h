//===- ops.h - Functions over tensors ---------------------------*- C++ -*-===//
//
// Arithmetic, products, softmax, joining, comparing and printing. None changes
// its arguments. Shapes are written as in tensor-tidy's notation: a letter is a
// size, `*b` is any number of axes and broadcasts, [] is a single number. A
// ShapeError is thrown for shapes that do not fit.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_OPS_H
#define TENSOR_TIDY_OPS_H

#include "tensor_tidy/tensor_class.h"
#include <cstdint>
#include <iosfwd>
#include <vector>

namespace tensor_tidy {

// (lhs: [*s], rhs: [*s]) -> [*s], element by element. Sizes are aligned at the
// last axis and must be equal or 1 (source: "Broadcasting semantics" in torch's
// manual).
Tensor operator+(const Tensor &lhs, const Tensor &rhs);
Tensor operator-(const Tensor &lhs, const Tensor &rhs);
Tensor operator*(const Tensor &lhs, const Tensor &rhs);
Tensor operator/(const Tensor &lhs, const Tensor &rhs);

Tensor operator+(const Tensor &lhs, float rhs);
Tensor operator-(const Tensor &lhs, float rhs);
Tensor operator*(const Tensor &lhs, float rhs);
Tensor operator/(const Tensor &lhs, float rhs);

Tensor operator+(float lhs, const Tensor &rhs);
Tensor operator-(float lhs, const Tensor &rhs);
Tensor operator*(float lhs, const Tensor &rhs);
Tensor operator/(float lhs, const Tensor &rhs);

Tensor operator-(const Tensor &x);

// (x: [*s]) -> [*s], element by element; log is the natural one.
Tensor exp(const Tensor &x);
Tensor log(const Tensor &x);
Tensor sqrt(const Tensor &x);

/// (a: [*b, m, k], b: [*b, k, n]) -> [*b, m, n]: the matrix product.
///
/// A 1-d `a` is a row and a 1-d `b` a column; the axis added for that is
/// dropped again, so [k] x [k] is [], a dot product. Throws for a 0-d operand,
/// for inner dimensions that differ, and for leading axes that do not
/// broadcast. Source: torch.matmul.
Tensor matmul(const Tensor &a, const Tensor &b);

/// x.transpose(dim0, dim1): a view with two axes swapped.
Tensor transpose(const Tensor &x, std::int64_t dim0, std::int64_t dim1);

/// x.reshape(sizes): a view where possible, else a copy.
Tensor reshape(const Tensor &x, const Sizes &sizes);

/// (x: [*s]) -> [*s]: exp(x) / sum(exp(x)) along axis `dim`.
///
/// The maximum is subtracted first, so large numbers do not overflow. A row
/// that is -infinity throughout, where nothing may be chosen, gives zeros
/// (torch: NaN).
Tensor softmax(const Tensor &x, std::int64_t dim);

/// Joins along axis `dim`; the other axes must have equal sizes. Tensors of
/// shape [0] are skipped whatever the rank. Source: torch.cat.
Tensor cat(const std::vector<Tensor> &tensors, std::int64_t dim = 0);

/// Joins tensors of one shape along a new axis `dim`. Source: torch.stack.
Tensor stack(const std::vector<Tensor> &tensors, std::int64_t dim = 0);

/// True if |a - b| <= atol + rtol * |b| for all elements after broadcasting.
/// Equal infinities are close, NaN is close to nothing. Source: torch.allclose.
bool allclose(const Tensor &a, const Tensor &b, double rtol = 1e-5,
              double atol = 1e-8);

/// Nested brackets on one line, four decimals: [[1.4793, 2.4793]].
std::ostream &operator<<(std::ostream &out, const Tensor &x);

} // namespace tensor_tidy

#endif // TENSOR_TIDY_OPS_H
