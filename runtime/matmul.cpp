//===- matmul.cpp - The matrix product ------------------------------------===//
//
// matmul() brings its operands to [*b, m, k] and [*b, k, n] without copying and
// multiplies matrix by matrix, reading them through their strides.
//
//===----------------------------------------------------------------------===//
#include "sizes.h"
#include "strided_loop.h"
#include "tensor_tidy/factories.h"
#include "tensor_tidy/ops.h"

namespace tensor_tidy {

/// A matrix in strided memory.
struct Matrix {
  const float *first;
  std::int64_t row_stride, column_stride;
  float operator()(std::int64_t row, std::int64_t column) const {
    return first[row * row_stride + column * column_stride];
  }
};

/// The sizes of one product: [m, k] x [k, n].
struct ProductSizes {
  std::int64_t m, k, n;
};

static void multiply_by_dots(ProductSizes sizes, Matrix a, Matrix b,
                             float *out) {
  // a: [m, k], b: [k, n], out: [m, n], row major.
  for (std::int64_t i = 0; i < sizes.m; ++i)
    for (std::int64_t j = 0; j < sizes.n; ++j) {
      float dot = 0;
      for (std::int64_t p = 0; p < sizes.k; ++p)
        dot += a(i, p) * b(p, j);
      out[i * sizes.n + j] = dot;
    }
}

static void multiply_by_rows(ProductSizes sizes, Matrix a, Matrix b,
                             float *out) {
  // a: [m, k], b: [k, n] with rows in one piece, out: [m, n], zero, row major.
  for (std::int64_t i = 0; i < sizes.m; ++i)
    for (std::int64_t p = 0; p < sizes.k; ++p) {
      const float *row = b.first + p * b.row_stride;
      for (std::int64_t j = 0; j < sizes.n; ++j)
        out[i * sizes.n + j] += a(i, p) * row[j];
    }
}

static void check_operands(const Tensor &a, const Tensor &b) {
  if (a.dim() == 0 || b.dim() == 0)
    reject("matmul: a 0-d operand: ", text(a.sizes()), " x ", text(b.sizes()),
           "; use operator* to multiply by a number");
  std::int64_t columns = a.size(-1), rows = b.size(b.dim() == 1 ? 0 : -2);
  if (columns == rows)
    return;
  const char *advice = "make the last of the first equal to it";
  if (b.dim() > 1 && b.size(-1) == columns)
    advice = "did you mean to transpose the second operand?";
  else if (a.dim() > 1 && a.size(-2) == rows)
    advice = "did you mean to transpose the first operand?";
  reject("matmul: inner dimensions differ: ", text(a.sizes()), " x ",
         text(b.sizes()), " (", columns, " and ", rows, "); ", advice);
}

static Sizes broadcast_leading(const Tensor &a, const Tensor &b) {
  Sizes left = leading_sizes(a), right = leading_sizes(b);
  if (std::optional<Sizes> result = try_broadcast(left, right))
    return *result;
  reject("matmul: leading axes do not broadcast: ", text(a.sizes()), " x ",
         text(b.sizes()), " (", text(left), " and ", text(right),
         "); sizes must be equal or 1");
}

/// `x`, [*s, r, c], as [*b, r, c].
static Tensor with_leading(Sizes b, const Tensor &x) {
  b.insert(b.end(), {x.size(-2), x.size(-1)});
  return x.expand(b);
}

/// (a: [*b, m, k], b: [*b, k, n]) -> [*b, m, n], all ranks at least 2.
static Tensor multiply(const Tensor &a, const Tensor &b) {
  Sizes batch = broadcast_leading(a, b);
  Tensor left = with_leading(batch, a), right = with_leading(batch, b);
  ProductSizes sizes{a.size(-2), a.size(-1), b.size(-1)};
  Sizes result_sizes = batch;
  result_sizes.insert(result_sizes.end(), {sizes.m, sizes.n});
  Tensor result = zeros(result_sizes);
  float *out = result.data();
  Matrix x{nullptr, left.strides()[batch.size()], left.strides().back()};
  Matrix y{nullptr, right.strides()[batch.size()], right.strides().back()};
  auto *kernel = y.column_stride == 1 ? multiply_by_rows : multiply_by_dots;
  for_each_index<2>(batch, {&left.strides(), &right.strides()},
                    [&](Offsets<2> at) {
                      x.first = left.data() + at[0];
                      y.first = right.data() + at[1];
                      kernel(sizes, x, y, out);
                      out += sizes.m * sizes.n;
                    });
  return result;
}

Tensor matmul(const Tensor &a, const Tensor &b) {
  check_operands(a, b);
  Tensor product = multiply(a.dim() == 1 ? a.unsqueeze(0) : a,
                            b.dim() == 1 ? b.unsqueeze(1) : b);
  if (a.dim() == 1)
    product = product.select(-2, 0);
  return b.dim() == 1 ? product.select(-1, 0) : product;
}

} // namespace tensor_tidy
