//===- Shapes_test.cpp - The source with every inferred shape ------------===//
#include "report/Shapes.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// A tensor of constant sizes.
Value tensor(std::vector<Dim> Sizes) {
  return TensorValue{Shape(std::move(Sizes)), {}, {}};
}
Value anything() { return TensorValue{}; }

/// One function `f(q)` on line 1 whose instructions tests add.
struct Example {
  explicit Example(std::string Text) {
    P.Files.push_back({"a.cpp", std::move(Text)});
    Function F;
    F.Where = spanOf("f(");
    F.Vars = {{"q", {}, false, true}, {"s", {}, false, true}};
    F.Params = {{0, Param::Kind::Tensor, false, {}}};
    P.Functions.push_back(F);
  }
  Span spanOf(llvm::StringRef Piece) {
    llvm::StringRef Text = P.Files[0].Text;
    return {0, unsigned(Text.find(Piece)), unsigned(Piece.size())};
  }
  InstrId add(InstrKind Kind, const char *Name, llvm::StringRef At,
              std::vector<Value> Values) {
    Instr I;
    I.Kind = Kind;
    I.Name = Name;
    I.Where = spanOf(At);
    if (Kind == InstrKind::Store) {
      I.Var = 1;
      I.Operands.push_back({"", unsigned(P.Functions[0].Instrs.size() - 1)});
    }
    InstrId Id = P.Functions[0].Instrs.size();
    P.Functions[0].Instrs.push_back(I);
    A.Values[{0, Id}] = std::move(Values);
    return Id;
  }
  std::string printed() {
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    printShapes(P, A, OS);
    return Text;
  }

  Program P;
  Analysis A;
};

TEST(Shapes, ParametersVariablesAndOpsInTheOrderOfColumns) {
  Example E("f(q) {\n  s = matmul(q, t(q));\n}\n");
  E.A.Parameters[{0, 0}] = {tensor({1, 3})};
  E.add(InstrKind::Op, "transpose", "t(q)", {tensor({3, 1})});
  E.add(InstrKind::Op, "matmul", "matmul", {tensor({1, 1})});
  E.add(InstrKind::Store, "", "s =", {tensor({1, 1})});
  EXPECT_EQ(E.printed(), "f(q) {  // q: [1, 3]\n"
                         "  s = matmul(q, t(q));  // s: [1, 1], transpose: "
                         "[3, 1]\n}\n");
}

TEST(Shapes, ContextsAreJoinedAndUnknownSaysNothingBesideKnown) {
  Example E("f(q) { // old\r\n}");
  E.A.Parameters[{0, 0}] = {anything(), tensor({1}), tensor({2}), tensor({1})};
  EXPECT_EQ(E.printed(), "f(q) { // old  // q: [1] | [2]\r\n}\n");
}

TEST(Shapes, UnknownRankIsSaidAndNumbersAreNot) {
  Example E("f(q);\ng;\nh;");
  E.A.Parameters[{0, 0}] = {anything()};
  E.add(InstrKind::Op, "size", "g", {Dim(3)});
  E.add(InstrKind::Call, "", "h", {});
  E.add(InstrKind::Store, "", "h", {UnknownValue()});
  EXPECT_EQ(E.printed(), "f(q);  // q: [...]\ng;\nh;  // s: [...]\n");
}

TEST(Shapes, TuplesAndResultsByTheNameOfTheCallee) {
  Example E("f(q)\ng;\n");
  E.A.Parameters[{0, 0}] = {ListValue{{tensor({1}), tensor({2})}}};
  InstrId View = E.add(InstrKind::Op, "reshape", "g", {tensor({6})});
  E.P.Functions[0].Instrs[View].Callee = "at::Tensor::view";
  EXPECT_EQ(E.printed(), "f(q)  // q: ([1], [2])\ng;  // view: [6]\n");
}

TEST(Shapes, HeadersOnlyWhereSomethingWasComputed) {
  Example E("f(q);\n");
  E.P.Files.push_back({"b.h", "int x;\n"});
  E.A.Parameters[{0, 0}] = {tensor({1})};
  EXPECT_EQ(E.printed(), "f(q);  // q: [1]\n");
  InstrId Product = E.add(InstrKind::Op, "matmul", "f", {tensor({2})});
  E.P.Functions[0].Instrs[Product].Where = {1, 4, 1};
  EXPECT_EQ(E.printed(), "// a.cpp\nf(q);  // q: [1]\n"
                         "// b.h\nint x;  // matmul: [2]\n");
}

} // namespace
