// What is read comes out in one canonical form, which reads back the same.
#include "sig/Parse.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

struct Row {
  const char *Before, *After;
};

class Signatures : public testing::TestWithParam<Row> {};

TEST_P(Signatures, PrintCanonically) {
  auto First = parseSignature(GetParam().Before);
  ASSERT_TRUE(bool(First)) << llvm::toString(First.takeError());
  EXPECT_EQ(print(*First), GetParam().After);
  auto Second = parseSignature(print(*First));
  ASSERT_TRUE(bool(Second)) << llvm::toString(Second.takeError());
  EXPECT_EQ(print(*Second), GetParam().After);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Signatures,
    testing::Values(
        Row{"matmul( a:[*b,m,k],b:[ *b, k,n ])->[*b,m,n]",
            "matmul(a: [*b, m, k], b: [*b, k, n]) -> [*b, m, n]"},
        Row{"f(x: []) -> []", "f(x: []) -> []"},
        Row{"f() -> [2, 3]", "f() -> [2, 3]"},
        Row{"relu(x: [...]) -> x", "relu(x: [...]) -> x"},
        Row{"f(x: [_, 64]) -> [_, 64]", "f(x: [_, 64]) -> [_, 64]"},
        Row{"cat(xs: list[*s], dim: axis = -1) -> [*s]",
            "cat(xs: list[*s], dim: axis = -1) -> [*s]"},
        Row{"f(a: ints, b: axes, c: bool, d: number, e: any, g: int) -> [*a,g]",
            "f(a: ints, b: axes, c: bool, d: number, e: any, g: int) -> "
            "[*a, g]"},
        Row{"f(m?: [q, k], p: bool=true, s: ints=(1,-1), n: axis=none) -> [q]",
            "f(m?: [q, k], p: bool = true, s: ints = (1, -1), "
            "n: axis = none) -> [q]"},
        Row{"split(x: [*s, n]) -> ([*s], ([n], x))",
            "split(x: [*s, n]) -> ([*s], ([n], x))"},
        Row{"outer(a: [*s], b: [*t]) -> [*s, *t]",
            "outer(a: [*s], b: [*t]) -> [*s, *t]"},
        Row{"f(x: [d, h]) -> [d/h] where d%h==0, h>0",
            "f(x: [d, h]) -> [d/h] where d % h == 0, h > 0"},
        Row{"f(x: [(a*b)*c, a*(b*c)]) -> [a-(b-c), (a-b)-c]",
            "f(x: [a*b*c, a*(b*c)]) -> [a - (b - c), a - b - c]"},
        Row{"f(x: [((a+b)*c)]) -> [-a, - -a, -(a+b), -5, -(5), - -5]",
            "f(x: [(a + b)*c]) -> [-a, --a, -(a + b), -5, -(5), --5]"},
        Row{"f(x: [min(a,b+1)]) -> [max((a), min(a, b))/2]",
            "f(x: [min(a, b + 1)]) -> [max(a, min(a, b))/2]"},
        Row{"f(x: [-9223372036854775808]) -> x",
            "f(x: [-9223372036854775808]) -> x"},
        Row{"f(min: int, int: int) -> [min, int] where min <= int # why",
            "f(min: int, int: int) -> [min, int] where min <= int"},
        Row{"reshape(x: [*s], to: ints) -> resized(s, to)",
            "reshape(x: [*s], to: ints) -> resized(s, to)"}));

class Shapes : public testing::TestWithParam<Row> {};

TEST_P(Shapes, PrintCanonically) {
  auto P = parseShape(GetParam().Before);
  ASSERT_TRUE(bool(P)) << llvm::toString(P.takeError());
  EXPECT_EQ(print(*P), GetParam().After);
}

INSTANTIATE_TEST_SUITE_P(Table, Shapes,
                         testing::Values(Row{"b, q,d", "[b, q, d]"},
                                         Row{"[B, T, C]", "[B, T, C]"},
                                         Row{"[]", "[]"},
                                         Row{"*b, 2*d", "[*b, 2*d]"},
                                         Row{"..., _", "[..., _]"}));

} // namespace
