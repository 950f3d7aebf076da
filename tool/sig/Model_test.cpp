// What a .sig file puts into the models.
#include "sig/Parse.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

const char *const Ops = R"sig(# the vocabulary
softmax(x: [*s], dim: axis) -> [*s]
  ok: [2, 3], dim=-1 -> [2, 3]
  bad: [2, 3], dim=2
transpose(x: [*s], a: axis, b: axis) -> swapped(s, a, b)
add(a: [*s],
    b: [*s]) -> [*s]
add(a: [*s], n: number) -> [*s]
swap_last_two(x: [*b, m, n]) -> [*b, n, m]
)sig";

const char *const Library = R"sig(
library torch
namespace at torch c10::impl
tensor at::Tensor
wrapper c10::ArrayRef
text c10::basic_string_view
constant torch::kMean = "mean"
constant at::None = none
scope at at::Tensor
function torch::zeros() = softmax()
method at::Tensor::t() = transpose(this, 0, 1)
method at::Tensor::operator()(i) = add(this, n: (1, none))
function at::operator+(self, other) = add(self, other)
function at::operator-=(_, other, _) = add(other, 0.5)
both softmax(self, dim, dtype) = softmax(self, dim: dim)
edit swap_last_two(x) = "{x}.transpose(-2, {1}, {}, { -1 })"
)sig";

class Model : public testing::Test {
protected:
  void SetUp() override {
    read(Ops);
    read(Library);
  }
  void read(const char *Text) {
    if (llvm::Error E = parseModelFile(Text, "test.sig", M))
      FAIL() << llvm::toString(std::move(E));
  }
  const CalleeModel &callee(const char *Name) {
    EXPECT_EQ(M.Callees[Name].size(), 1u) << Name;
    return M.Callees[Name].front();
  }

  Models M;
};

TEST_F(Model, HasOpsWithExamples) {
  EXPECT_EQ(M.Ops.size(), 4u);
  EXPECT_EQ(M.Ops["add"].size(), 2u);
  EXPECT_EQ(M.Ops["add"][1].Where.Line, 8u);
  ASSERT_EQ(M.Examples.size(), 2u);
  const Example &Ok = M.Examples[0];
  EXPECT_TRUE(Ok.Ok);
  EXPECT_EQ(Ok.Op, "softmax");
  EXPECT_EQ(Ok.Arguments[1].Name, "dim");
  EXPECT_EQ(Ok.Arguments[1].Given.str(), "-1");
  EXPECT_EQ(Ok.Result.str(), "[2, 3]");
  EXPECT_FALSE(M.Examples[1].Ok);
  EXPECT_EQ(M.Examples[1].Where.Line, 4u);
  EXPECT_EQ(M.Examples[1].Where.Column, 3u);
}

TEST_F(Model, HasTheLibrary) {
  EXPECT_EQ(M.Namespaces["c10::impl"], "torch");
  EXPECT_TRUE(M.TensorTypes.count("at::Tensor"));
  EXPECT_TRUE(M.WrapperTypes.count("c10::ArrayRef"));
  EXPECT_TRUE(M.TextTypes.count("c10::basic_string_view"));
  EXPECT_EQ(M.Constants["torch::kMean"].str(), "\"mean\"");
  EXPECT_TRUE(M.Constants["at::None"].isNone());
  ASSERT_EQ(M.Edits.size(), 1u);
  EXPECT_EQ(M.Edits[0].Text, "{x}.transpose(-2, {1}, {}, { -1 })");
}

TEST_F(Model, BindsArguments) {
  const CalleeModel &T = callee("at::Tensor::t");
  EXPECT_TRUE(T.IsMethod);
  EXPECT_EQ(T.Arguments[0].Parameter, "this");
  EXPECT_EQ(T.Arguments[2].Literal->str(), "1");
  const CalleeModel &Call = callee("at::Tensor::operator()");
  EXPECT_EQ(Call.Arguments[1].Name, "n");
  EXPECT_EQ(Call.Arguments[1].Literal->str(), "(1, none)");
  EXPECT_EQ(callee("at::operator+").Op, "add");
  EXPECT_EQ(callee("at::operator-=").Parameters[2], "_");
}

TEST(ModelNames, ALineForSeveral) {
  Models M;
  llvm::cantFail(
      parseModelFile("unary(x: [*s]) -> [*s]\n"
                     "library x\nscope a a::T\n"
                     "function a::{operator-, operator*, f}(x) = unary(x)\n"
                     "both {g,\n h}(self) = unary(self)\n"
                     "record a::{P, Q}(n)\n"
                     "method a::{P, Q}::forward(x) = unary(x)\n",
                     "x", M));
  std::string Names;
  for (const auto &[Name, Of] : M.Callees)
    Names += Name + " ";
  EXPECT_EQ(Names, "a::P::forward a::Q::forward a::T::g a::T::h a::f a::g a::h "
                   "a::operator* a::operator- ");
  EXPECT_EQ(M.Records.size(), 2u);
}

TEST(ModelNames, OneGroupOnly) {
  Models M;
  auto Problem = [&](llvm::StringRef Line) {
    return llvm::toString(parseModelFile(
        ("unary(x: [*s]) -> [*s]\nlibrary x\n" + Line).str(), "x", M));
  };
  EXPECT_EQ(Problem("tensor a::{T, U}"), "x:3:8: error: expected one name");
  EXPECT_EQ(Problem("function {a, b}::{f, g}(x) = unary(x)"),
            "x:3:18: error: expected a qualified name, found '{'");
  EXPECT_EQ(Problem("function a::{f, f}(x) = unary(x)").substr(0, 40),
            "x:3:10: error: a second model of 'a::f(x");
  EXPECT_EQ(Problem("function a::{}(x) = unary(x)"),
            "x:3:14: error: expected a qualified name, found '}'");
}

TEST_F(Model, MakesAFunctionAndAMethodOfBoth) {
  const CalleeModel &Function = callee("at::softmax");
  EXPECT_FALSE(Function.IsMethod);
  EXPECT_EQ(Function.Arguments[0].Parameter, "self");
  const CalleeModel &Method = callee("at::Tensor::softmax");
  EXPECT_TRUE(Method.IsMethod);
  EXPECT_EQ(Method.Arguments[0].Parameter, "this");
  EXPECT_EQ(Method.Parameters, (std::vector<std::string>{"dim", "dtype"}));
  EXPECT_EQ(Method.Library, "torch");
}

} // namespace
