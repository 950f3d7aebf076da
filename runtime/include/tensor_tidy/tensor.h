//===- tensor.h - Everything about tensors in one include -------*- C++ -*-===//
//
//   using namespace tensor_tidy;
//   Tensor x = tensor({{1, 0, 1}, {0, 1, 0}});       // [2, 3]
//   std::cout << matmul(x, x.transpose(0, 1));        // [2, 2]
//
// The class, the factories that make one, and the functions over it. Attention
// is in attention.h, shapes as declarations are in shaped.h.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_TENSOR_H
#define TENSOR_TIDY_TENSOR_H

#include "tensor_tidy/factories.h"
#include "tensor_tidy/ops.h"
#include "tensor_tidy/tensor_class.h"

#endif // TENSOR_TIDY_TENSOR_H
