// What is refused, where, and in which words.
#include "ir/Text.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

struct Row {
  std::string Body, Error;
};

std::string errorOf(llvm::StringRef Text) {
  llvm::Expected<Program> P = parseProgram(Text, "p");
  return P ? "no error" : llvm::toString(P.takeError());
}

/// Inside a function; the first line of the body is line 2.
class BodyErrors : public testing::TestWithParam<Row> {};

TEST_P(BodyErrors, SayWhereAndWhat) {
  EXPECT_EQ(
      errorOf("function @f \"\" (x: tensor, n: int) {\n" + GetParam().Body),
      "p:" + GetParam().Error)
      << GetParam().Body;
}

INSTANTIATE_TEST_SUITE_P(
    Syntax, BodyErrors,
    testing::Values(
        Row{"", "2:1: error: expected 'b0', found end of text"},
        Row{"b1:", "2:1: error: expected 'b0', found 'b1'"},
        Row{"b0: stop", "2:5: error: expected end of line, found 'stop'"},
        Row{"b0:\n}",
            "3:1: error: expected an instruction, 'return', 'goto', "
            "'branch', 'choose', 'attempt', 'stop' or 'fail', found '}'"},
        Row{"b0:\n%0 = lod x", "3:6: error: expected an instruction, found "
                               "'lod'"},
        Row{"b0:\n%0 = load y", "3:11: error: unknown variable 'y'"},
        Row{"var weights: tensor\nb0:\n%0 = load weihgts",
            "4:11: error: unknown variable 'weihgts'; did you mean 'weights'?"},
        Row{"b0:\n%0 = load x.1", "3:11: error: unknown variable 'x.1'"},
        Row{"var x: tensor",
            "2:5: error: expected 'x.1', the next of this name"},
        Row{"var y", "2:6: error: expected ':', found end of line"},
        Row{"outside x", "2:9: error: expected '%', found 'x'"},
        Row{"outside %0 \"f\" declared",
            "2:24: error: expected a place as a string, found end of line"},
        Row{"b0:\n%0 = const 1\n%0 = const 2", "4:1: error: a second %0"},
        Row{"b0:\n%2 = const 1\nstop\n}",
            "3:1: error: expected %0 somewhere, as there is %2"},
        Row{"b0:\n%99999999999 = const 1",
            "3:2: error: '99999999999' does not fit in 32 bits"},
        Row{"b0:\n%0 = op f(x=n)", "3:13: error: expected '%' or '&', found "
                                   "'n'"},
        Row{"b0:\n%0 = const (1",
            "3:14: error: expected ',' or ')', found end of text"},
        Row{"b0:\n%0 = load x @0:1", "3:17: error: expected '+', found end of "
                                     "line"},
        Row{"b0:\n%0 = load x name postfix",
            "3:18: error: expected '@', found 'postfix'"},
        Row{"b0:\n%0 = load x postfix editable",
            "3:21: error: expected end of line, found 'editable'"},
        Row{"b0:\nbranch b1", "3:8: error: expected '%', found 'b1'"},
        Row{"b0:\n%0 = expect result %0, b", "3:24: error: expected a shape, "
                                             "found 'b'"},
        Row{"b0:\nchoose b0 case true",
            "3:16: error: a case is a whole number"},
        Row{"b0:\ngoto b0 case 1", "3:9: error: expected end of line, found "
                                   "'case'"},
        Row{"b0:\ngoto 1", "3:6: error: expected a block, found '1'"}));

INSTANTIATE_TEST_SUITE_P(
    Checks, BodyErrors,
    testing::Values(
        Row{"}", "1:1: error: a function has at least one block"},
        Row{"b0:\ngoto b1\n}", "3:1: error: b1 does not exist"},
        Row{"b0:\nbranch %0, b0, b0\n}", "3:1: error: %0 does not exist"},
        Row{"b0:\n%0 = const 1\nbranch %0, b0\n}",
            "4:1: error: the end of a block has the wrong targets or value"},
        Row{"b0:\n%0 = list %1\n%1 = list\nstop\n}",
            "3:1: error: %1 comes only later in this block"},
        Row{"b0:\n%0 = list %0\nstop\n}",
            "3:1: error: %0 comes only later in this block"},
        Row{"b0:\n%0 = arith - \nstop\n}",
            "3:1: error: expected 2 operands, found 0"},
        Row{"b0:\nstore x, \nstop\n}",
            "3:1: error: expected 1 operand, found 0"},
        Row{"b0:\n%0 = arith ** %0, %0\nstop\n}",
            "3:13: error: expected end of line, found '*'"},
        Row{"b0:\n%0 = compare = %0, %0\nstop\n}",
            "3:1: error: unknown operator '='"},
        Row{"b0:\n%0 = load x\n%1 = expect guess %0, \"b\"\nstop\n}",
            "4:1: error: expected 'variable', 'field', 'result', 'assertion' "
            "or "
            "'comment' before the operand"},
        Row{"b0:\n%0 = list &x\nstop\n}",
            "3:1: error: only call and unknown take references"},
        Row{"b0:\n%0 = op f(&x)\nstop\n}",
            "3:1: error: expected the name of what every operand is for"},
        Row{"b0:\n%0 = call \"f\"(x=&x)\nstop\n}",
            "3:1: error: only operands of an op or a record have names"},
        Row{"b0:\n%0 = load x @0:1+1\nstop\n}",
            "3:1: error: file 0 is not listed"}));

TEST(HeadErrors, SayWhereAndWhat) {
  EXPECT_EQ(errorOf("x"), "p:1:1: error: expected 'file' or 'function', found "
                          "'x'");
  EXPECT_EQ(errorOf("file 1 \"x\""),
            "p:1:6: error: expected file number 0, found 1");
  EXPECT_EQ(errorOf("function f"), "p:1:10: error: expected '@', found 'f'");
  EXPECT_EQ(errorOf("function @f ()"), "p:1:13: error: expected the function's "
                                       "USR as a string, found '('");
  EXPECT_EQ(errorOf("function @f \"\" (x: tensr)"),
            "p:1:20: error: expected 'ref', 'tensor', 'int', 'object' or "
            "'other', found "
            "'tensr'");
  EXPECT_EQ(errorOf("function @f \"\" (x: tensor \"b,\")"),
            "p:1:27: error: this is no shape: <shape>:1:3: error: expected a "
            "size, '_', '*name' or '...', found end of text");
}

} // namespace
