// What is refused, where, and in which words.
#include "sig/Parse.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

struct Row {
  std::string Text;
  const char *Error;
};

template <class T> std::string errorOf(llvm::Expected<T> Parsed) {
  return Parsed ? "no error" : llvm::toString(Parsed.takeError());
}

class SignatureErrors : public testing::TestWithParam<Row> {};

TEST_P(SignatureErrors, SayWhereAndWhat) {
  EXPECT_EQ(errorOf(parseSignature(GetParam().Text, "x")),
            std::string("x:") + GetParam().Error)
      << GetParam().Text;
}

INSTANTIATE_TEST_SUITE_P(
    Syntax, SignatureErrors,
    testing::Values(
        Row{"", "1:1: error: expected the name of an op, found end of text"},
        Row{"f x", "1:3: error: expected '(', found 'x'"},
        Row{"f(x [a])", "1:5: error: expected ':', found '['"},
        Row{"f(x: [a) -> x", "1:8: error: expected ',' or ']', found ')'"},
        Row{"f(x: [a\n-> x", "2:1: error: expected ',' or ']', found '->'"},
        Row{"f(x: [a,]) -> x", "1:9: error: expected a size, '_', '*name' or "
                               "'...', found ']'"},
        Row{"f(x: [*]) -> x",
            "1:8: error: expected the name of a spread, found ']'"},
        Row{"f(x: [*a, ...]) -> x", "1:11: error: expected at most one spread "
                                    "in an operand, found another"},
        Row{"f(x: [_ + 1]) -> x", "1:9: error: expected ',' or ']', found '+'"},
        Row{"f(x: [2d]) -> x",
            "1:7: error: expected an operator between '2' and 'd'"},
        Row{"f(x: [a + ]) -> x",
            "1:11: error: expected a name, a whole number or '(', found ']'"},
        Row{"f(x: [0.5]) -> x", "1:7: error: expected a size, '_', '*name' or "
                                "'...', found '0.5'"},
        Row{"f(x: [min(a)]) -> x", "1:12: error: expected ',', found ')'"},
        Row{"f(x: [9223372036854775808]) -> x",
            "1:7: error: '9223372036854775808' does not fit in 64 bits"},
        Row{"f(x: axs) -> x",
            "1:6: error: unknown type 'axs'; did you mean 'axis'?"},
        Row{"f(x: texts) -> x",
            "1:6: error: unknown type 'texts'; did you mean 'text'?"},
        Row{"f(x: )) -> x", "1:6: error: expected a type, found ')'"},
        Row{"f(x: int = n) -> [x]",
            "1:12: error: expected a literal, found the name 'n'"},
        Row{"f(x: int = ) -> [x]", "1:12: error: expected a value, found ')'"},
        Row{"f(x: [a]) [a]", "1:11: error: expected '->', found '['"},
        Row{"f(x: [a]) -> ", "1:14: error: expected a shape, the name of a "
                             "parameter or of a builtin, a number or '(', "
                             "found end of text"},
        Row{"f(x: [a]) -> (x", "1:16: error: expected ',' or ')', found end of "
                               "text"},
        Row{"f(x: [a]) -> x where a", "1:23: error: expected '==', '!=', '<', "
                                      "'<=', '>' or '>=', found end of text"},
        Row{"f(x: [a]) -> x y", "1:16: error: expected end of text, found 'y'"},
        Row{"f(\"x", "1:3: error: expected '\"' at the end of this string"},
        Row{std::string("f(\0", 3), "1:3: error: unexpected byte '\\x00'"},
        Row{"f(x: [\xc3\xa4]) -> x", "1:7: error: unexpected byte '\\xC3'"}));

INSTANTIATE_TEST_SUITE_P(
    Names, SignatureErrors,
    testing::Values(
        Row{"f(x: [a], x: [b]) -> [a]", "1:11: error: a second parameter 'x'"},
        Row{"f(x: [a]) -> [b]", "1:15: error: no parameter binds the size 'b'"},
        Row{"f(x: [heads]) -> [head]", "1:19: error: no parameter binds the "
                                       "size 'head'; did you mean 'heads'?"},
        Row{"f(x: [a]) -> [*b, a]",
            "1:15: error: no parameter binds the spread '*b'"},
        Row{"f(x: [*b]) -> [..., *b]",
            "1:16: error: no parameter binds the spread '...'"},
        Row{"f(x: [a]) -> x where b > 0",
            "1:22: error: no parameter binds the size 'b'"},
        Row{"f(x: [a], d: axis) -> [d]",
            "1:24: error: no parameter binds the size 'd'"},
        Row{"f(x: [a]) -> y", "1:14: error: no parameter binds the size 'y'"},
        Row{"f(n: int, d: axis) -> d",
            "1:23: error: no parameter binds the size 'd'"},
        Row{"f(x: [*s, n@m], n: int) -> m",
            "1:11: error: 'n' is no parameter of type axis"},
        Row{"f(x: [d@m, d@n], d: axis) -> m",
            "1:12: error: expected at most one 'axis@size' in an operand, "
            "found another"},
        Row{"f(x: [*s, d@m, *t, *u], d: axis) -> m",
            "1:20: error: expected at most one spread in an operand, found "
            "another"},
        Row{"f(x: [d@*s], d: axis) -> x",
            "1:9: error: expected a size or '_', found '*'"},
        Row{"f(x: list[d@m], d: axis) -> m",
            "1:10: error: elements of a list have no 'axis@size'"},
        Row{"f(x: [d@m], d: axis) -> [d@m]",
            "1:26: error: in a result the axis stands where its neighbours "
            "put it: leave out 'd@'"},
        Row{"f(x: [*s], to: ints) -> rezised(s, to)",
            "1:25: error: unknown builtin 'rezised'; did you mean 'resized'?"},
        Row{"f(x: [*s], to: ints) -> resized(s)",
            "1:25: error: 'resized' takes 2 arguments, found 1"},
        Row{"f(x: [*s], to: ints) -> resized(s, t)",
            "1:36: error: no parameter binds the name 't'"},
        Row{"f(s: [*s], to: ints) -> resized(s, to)",
            "1:33: error: 's' means two things here; rename one"}));

TEST(OtherErrors, SayWhereAndWhat) {
  EXPECT_EQ(errorOf(parseShape("b, q d", "s")),
            "s:1:6: error: expected ',' or end of text, found 'd'");
  EXPECT_EQ(errorOf(parseShape("", "s")),
            "s:1:1: error: expected a size, '_', '*name' or '...', found end "
            "of text");
  EXPECT_EQ(errorOf(parseValue("(1, [2)", "v")),
            "v:1:7: error: expected ',' or ']', found ')'");
  EXPECT_EQ(errorOf(parseValue("", "v")),
            "v:1:1: error: expected a value, found end of text");
  EXPECT_EQ(errorOf(parseValue("\"mean", "v")),
            "v:1:1: error: expected '\"' at the end of this string");
  EXPECT_EQ(errorOf(parseValue("\"\\q\"", "v")),
            "v:1:1: error: expected \\\", \\\\, \\n, \\t or \\xHH after each "
            "backslash of this string");
  EXPECT_EQ(errorOf(parseValue("[2, ...]", "v")),
            "v:1:5: error: expected a name, a whole number or '(', found "
            "'...'");
}

TEST(OtherErrors, BoundTheDepth) {
  std::string Deep(100000, '(');
  EXPECT_EQ(errorOf(parseValue(Deep, "v")),
            "v:1:202: error: this is nested too deeply");
  EXPECT_EQ(errorOf(parseShape(Deep, "s")),
            "s:1:202: error: this is nested too deeply");
  EXPECT_EQ(errorOf(parseSignature("f() -> " + Deep, "x")),
            "x:1:209: error: this is nested too deeply");
  std::string Long = "a";
  for (int I = 0; I < 2000; ++I)
    Long += " + a";
  EXPECT_EQ(errorOf(parseShape(Long, "s")),
            "s:1:4003: error: an expression has at most 1000 operators");
  auto Text = [](size_t Length) {
    return "\"" + std::string(Length, 'a') + "\"";
  };
  EXPECT_EQ(errorOf(parseValue(Text(256), "v")), "no error");
  EXPECT_EQ(errorOf(parseValue(Text(257), "v")),
            "v:1:1: error: a string has at most 256 characters");
}

} // namespace
