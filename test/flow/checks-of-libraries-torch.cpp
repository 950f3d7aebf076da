// RUN: not %tensor-tidy %s -- %torch-flags | FileCheck %s
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s --check-prefix SHAPES
// REQUIRES: torch
// Checks of glog, of libtorch with and without it, and of gtest say what holds
// behind them, and fail where it does not.
#include <gtest/gtest.h>
#include <torch/torch.h>
using torch::mm;
using torch::Tensor;
using torch::zeros;

Tensor torchs(Tensor x, Tensor y) {
  Tensor z = mm(x, y);
  TORCH_CHECK_EQ(z.size(1), 8);
  return mm(z, zeros({7, 2}));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 8 and 7
}
Tensor glogs(Tensor x, Tensor y) {
  Tensor z = mm(x, y);
  CHECK_EQ(z.size(1), 8) << "the width";
  return mm(z, zeros({7, 2}));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 8 and 7
}
Tensor conditions(Tensor x, Tensor y) {
  Tensor z = mm(x, y);
  CHECK(z.size(1) == 8) << "the width";
  if (z.size(0) != 3)
    LOG(FATAL) << "the height";
  mm(z, zeros({7, 2}));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 8 and 7
  return mm(zeros({2, 4}), z);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 4 and 3
}
void fails() {
  Tensor x = zeros({2, 3});
  CHECK_GE(x.size(1), 4);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: this check fails: {{.*}}3
  mm(x, zeros({7, 2})); // never come to
}

// As libtorch has them where it is built without glog.
namespace c10 {
const int GLOG_FATAL = 3, GLOG_WARNING = 1;
struct MessageLogger {
  MessageLogger(const char *file, int line, int severity);
  ~MessageLogger() noexcept(false);
  std::stringstream &stream();
};
struct LoggerVoidify {
  void operator&(const std::ostream &) {}
};
} // namespace c10
#define LOGGED(c, level) (c) ? (void)0 : ::c10::LoggerVoidify() & ::c10::MessageLogger("f", 1, ::c10::GLOG_##level).stream()
Tensor without(Tensor x, Tensor y) {
  Tensor z = mm(x, y);
  LOGGED(z.size(1) == 8, FATAL) << "the width";
  return mm(z, zeros({7, 2}));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: inner dimensions of 'mm' differ: 8 and 7
}
Tensor warns(Tensor x, Tensor y) {
  Tensor z = mm(x, y);
  LOGGED(z.size(1) == 8, WARNING) << "the width";
  return mm(z, zeros({7, 2}));
}

// gtest's leave the function: what stands behind them is known.
void asserts(Tensor x, Tensor y) {
  Tensor z = mm(x, y);
  ASSERT_EQ(z.size(1), 8);
  ASSERT_TRUE(z.size(0) == 3) << "the height";
  Tensor t = z.t(); // SHAPES: Tensor t = z.t();  // t: [8, 3]
  ASSERT_NE(t.size(0), 8);
  mm(z, zeros({7, 2})); // never come to
}
// Those that go on say nothing, nor do others.
void expects(Tensor x, Tensor y) {
  Tensor z = mm(x, y);
  EXPECT_EQ(z.size(1), 8);
  EXPECT_TRUE(z.size(1) == 8);
  CHECK_NE(z.size(1), 7);
  CHECK_EQ(std::string("a"), std::string("b"));
  Tensor t = mm(z, zeros({7, 2})); // SHAPES: Tensor t = {{.*}}// t: [m, 2]
}
// CHECK-NOT: error:
