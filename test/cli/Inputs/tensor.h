// As much of runtime/include/tensor_tidy/tensor.h as the tests of the command line need: it compiles in no time.
#pragma once
#include <initializer_list>

namespace tensor_tidy {
class Tensor {
public:
  Tensor transpose(long dim0, long dim1) const;
};
Tensor randn(std::initializer_list<long> sizes);
Tensor matmul(const Tensor &a, const Tensor &b);
Tensor softmax(const Tensor &x, long dim);
Tensor whiten(const Tensor &x); // no model knows it
} // namespace tensor_tidy
