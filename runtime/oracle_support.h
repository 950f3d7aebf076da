//===- oracle_support.h - Random shapes, and comparing answers --*- C++ -*-===//
#ifndef TENSOR_TIDY_RUNTIME_ORACLE_SUPPORT_H
#define TENSOR_TIDY_RUNTIME_ORACLE_SUPPORT_H

#include "oracle_torch.h"
#include "test_support.h"
#include <random>

namespace tensor_tidy {

inline oracle::Answer plain(const Tensor &x) {
  return {true, x.sizes(), x.to_vector()};
}

/// What `call` returns, or its refusal, to compare with libtorch's.
template <class Call> oracle::Answer ours(Call call) {
  try {
    return plain(call());
  } catch (const ShapeError &) {
    return {};
  }
}

inline void expect_same(const oracle::Answer &found,
                        const oracle::Answer &expected,
                        float tolerance = 1e-5f) {
  ASSERT_EQ(found.accepted, expected.accepted);
  EXPECT_EQ(found.sizes, expected.sizes);
  ASSERT_EQ(found.values.size(), expected.values.size());
  for (std::size_t i = 0; i < found.values.size(); ++i)
    EXPECT_NEAR(found.values[i], expected.values[i], tolerance);
}

/// The same numbers in every run.
class RandomShapes {
public:
  std::int64_t below(std::int64_t n) { return numbers_() % n; }

  /// Up to `rank` sizes that often agree, are often 1 and sometimes 0.
  Sizes sizes(std::int64_t rank) {
    Sizes result(below(rank + 1));
    for (std::int64_t &size : result)
      size = Sizes{0, 1, 1, 2, 2, 2, 3, 3}[below(8)];
    return result;
  }

  /// The numbers from 0 to n - 1 in any order.
  Sizes order(std::int64_t n) {
    Sizes result;
    for (std::int64_t i = 0; i < n; ++i)
      insert_anywhere(result, i);
    return result;
  }

  /// Factors of `count` in any order, one of which may be -1 or wrong.
  Sizes factors(std::int64_t count) {
    Sizes result;
    for (std::int64_t factor : {2, 3, 2, 3, 2})
      if (count % factor == 0 && below(3) > 0) {
        insert_anywhere(result, factor);
        count /= factor;
      }
    insert_anywhere(result, below(8) == 0 ? -1 : count + (below(16) == 0));
    return result;
  }

private:
  void insert_anywhere(Sizes &sizes, std::int64_t size) {
    sizes.insert(sizes.begin() + below(std::ssize(sizes) + 1), size);
  }

  std::mt19937 numbers_{42};
};

} // namespace tensor_tidy

#endif // TENSOR_TIDY_RUNTIME_ORACLE_SUPPORT_H
