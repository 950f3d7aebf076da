// What a .sig file may not say.
#include "sig/Parse.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

const char *const Known = R"(softmax(x: [*s], dim: axis) -> [*s]
add(a: [*s], b: [*s]) -> [*s]
add(a: [*s], n: number) -> [*s]
library lib
scope at at::Tensor
)";

struct Row {
  const char *Line, *Error;
};

class ModelErrors : public testing::TestWithParam<Row> {};

TEST_P(ModelErrors, SayWhereAndWhat) {
  Models M;
  llvm::Error E = parseModelFile(std::string(Known) + GetParam().Line, "x", M);
  EXPECT_EQ(llvm::toString(std::move(E)),
            std::string("x:6:") + GetParam().Error);
  EXPECT_TRUE(M.Ops.empty() && M.Namespaces.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Directives, ModelErrors,
    testing::Values(
        Row{"libary x",
            "1: error: unknown directive 'libary'; did you mean 'library'?"},
        Row{"[a]", "1: error: expected a signature or a directive, found '['"},
        Row{"library a b", "11: error: expected end of line, found 'b'"},
        Row{"tensor", "7: error: expected a qualified name, found end of line"},
        Row{"tensor at::", "12: error: expected a qualified name, found end "
                           "of line"},
        Row{"constant a::b", "14: error: expected '=', found end of line"},
        Row{"constant b = n",
            "14: error: expected a literal, found the name 'n'"},
        Row{"scope at", "9: error: expected a qualified name, found end of "
                        "line"},
        Row{"function a::operator", "21: error: expected an operator that can "
                                    "be overloaded, found end of line"},
        Row{"function f(a, a) = softmax(a)",
            "15: error: a second parameter 'a'"},
        Row{"both f() = softmax()", "6: error: expected a first parameter "
                                    "that stands for the object"},
        Row{"edit softmax(x) = {x}", "19: error: expected a string, found "
                                     "'{'"},
        Row{"edit softmax(x) = \"{x", "19: error: expected '\"' at the end of "
                                      "this string"},
        Row{"edit softmax(x) = \"\\q\"",
            "19: error: expected \\\", \\\\, \\n, \\t or \\xHH after each "
            "backslash of this string"},
        Row{"edit softmax(dim) = \"{dm}\"",
            "21: error: no parameter 'dm' for this placeholder; did you mean "
            "'dim'?"},
        Row{"edit sofmax(x) = \"\"",
            "6: error: unknown op 'sofmax'; did you mean 'softmax'?"}));

INSTANTIATE_TEST_SUITE_P(
    Mappings, ModelErrors,
    testing::Values(
        Row{"function f(a) = sofmax(a)",
            "17: error: unknown op 'sofmax'; did you mean 'softmax'?"},
        Row{"function f(a) = softmax(a, din: 0)",
            "28: error: 'softmax' has no argument 'din'; did you mean 'dim'?"},
        Row{"function f(a) = add(a, 1, 2)",
            "27: error: too many arguments, 'add' takes 2"},
        Row{"function f(a) = softmax(a, x: a)",
            "28: error: argument 'x' is given twice"},
        Row{"function f(a) = add(a, b: a, b: a)",
            "30: error: argument 'b' is given twice"},
        Row{"function f(a) = softmax(dim: 0, a)",
            "33: error: expected a named argument after 'dim'"},
        Row{"function f(input) = softmax(inptu)",
            "29: error: unknown C++ parameter 'inptu'; did you mean 'input'?"},
        Row{"function f(a) = softmax(this)",
            "25: error: unknown C++ parameter 'this'"},
        Row{"function f(_) = softmax(_)",
            "25: error: unknown C++ parameter '_'"},
        Row{"function f(a) = softmax((a, 1))",
            "26: error: expected a literal, found the name 'a'"}));

INSTANTIATE_TEST_SUITE_P(
    Examples, ModelErrors,
    testing::Values(
        Row{"ok: [2]", "8: error: expected ',' or '->', found end of line"},
        Row{"ok:", "4: error: expected a value or '->', found end of line"},
        Row{"bad: [2] -> [2]",
            "10: error: expected end of line, a bad example has no result"},
        Row{"bad: [2], c=1", "11: error: 'add' has no argument 'c'"},
        Row{"bad: 1, 2, 3", "12: error: too many arguments, 'add' takes 2"}));

TEST(ModelOrder, Matters) {
  auto ErrorOf = [](const char *Text) {
    Models M;
    return llvm::toString(parseModelFile(Text, "x", M));
  };
  EXPECT_EQ(ErrorOf("ok: [2] -> [2]"),
            "x:1:1: error: expected a signature before its examples");
  EXPECT_EQ(ErrorOf("tensor T"),
            "x:1:1: error: expected 'library NAME' before 'tensor'");
  EXPECT_EQ(ErrorOf("edit f(x) = \"\""),
            "x:1:1: error: expected 'library NAME' before 'edit'");
  EXPECT_EQ(ErrorOf("f(x: []) -> x\nlibrary l\nboth g(x) = f(x)"),
            "x:3:6: error: expected 'scope NAMESPACE CLASS' before 'both'");
  EXPECT_EQ(ErrorOf("library a\nnamespace n\nlibrary b\nnamespace n"),
            "x:4:11: error: namespace 'n' belongs to library 'a'");
  EXPECT_EQ(ErrorOf("library l\nconstant a::b = 1\nconstant a::b = 1"),
            "x:3:10: error: a second constant 'a::b'");
  EXPECT_EQ(ErrorOf("f(x: []) -> x\nlibrary l\nfunction g(x) = f(x)\n"
                    "function g(x) = f(x)"),
            "x:4:10: error: a second model of 'g(x)', the first is at x:3");
}

} // namespace
