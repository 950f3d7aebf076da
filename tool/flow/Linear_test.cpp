// Four times the program takes four times the work, whatever its form. Work is
// counted in steps, since no clock is to be trusted.
#include "flow/Analysis.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// One function, piece by piece.
struct Builder {
  std::string Vars, Body = "b0:\n";
  unsigned Instrs = 0, Blocks = 0, Count = 0;

  std::string value(const std::string &What) {
    Body += "  %" + std::to_string(Instrs) + " = " + What + "\n";
    return "%" + std::to_string(Instrs++);
  }
  std::string tensor() {
    return value("op filled(size=" + value("const (2, 2)") + ")");
  }
  std::string keep(const std::string &V) {
    std::string Var = "v" + std::to_string(Count++);
    Vars += "  var " + Var + ": tensor\n";
    Body += "  store " + Var + ", " + V + "\n";
    ++Instrs;
    return Var;
  }
  std::string block(unsigned Ahead) {
    return "b" + std::to_string(Blocks + Ahead);
  }
  void branch() {
    std::string C = value("unknown \"getenv\"() external");
    Body += "  branch " + C + ", " + block(1) + ", " + block(2) + "\n";
  }
  void begin() { Body += "b" + std::to_string(++Blocks) + ":\n"; }
};

void straight(Builder &B) {
  std::string X = B.value("load " + B.keep(B.tensor()));
  B.keep(B.value("op mm(a=" + X + ", b=" + X + ")"));
}

void sizes(Builder &B) {
  std::string N = B.value("unknown \"read\"() integer external");
  std::string M = B.value("unknown \"read\"() integer external");
  std::string X =
      B.value("op filled(size=" + B.value("list " + N + ", " + M) + ")");
  B.keep(B.value("op mm(a=" + X + ", b=" + X + ")")); // so N is M
}

void ifs(Builder &B) {
  sizes(B);
  B.branch();
  B.begin();
  straight(B);
  B.Body += "  goto " + B.block(1) + "\n";
  B.begin();
}

void loops(Builder &B) {
  B.Body += "  goto " + B.block(1) + "\n";
  B.begin();
  B.branch();
  B.begin();
  straight(B);
  B.Body += "  goto b" + std::to_string(B.Blocks - 1) + "\n";
  B.begin();
}

/// for (i = 0; i < 3; ++i)
void rounds(Builder &B) {
  std::string One = B.value("const 1"), Var = B.keep(B.value("const 0"));
  B.Body += "  goto " + B.block(1) + "\n";
  B.begin();
  std::string I = B.value("load " + Var), Bound = B.value("const 3");
  std::string C = B.value("compare < " + I + ", " + Bound);
  B.Body += "  branch " + C + ", " + B.block(1) + ", " + B.block(2) + "\n";
  B.begin();
  straight(B);
  B.Body += "  store " + Var + ", " + B.value("arith + " + I + ", " + One) +
            "\n  goto b" + std::to_string(B.Blocks - 1) + "\n";
  ++B.Instrs;
  B.begin();
}

/// if (flag) x = a; if (flag) use(x); with some flags open at a time.
void flags(Builder &B) {
  std::string Var = B.keep(B.value("unknown \"read\"() external"));
  std::string Old = "v" + std::to_string(B.Count > 12 ? B.Count - 13 : 0);
  straight(B);
  for (const std::string &Flag : {Var, Old, Var}) {
    std::string C = B.value("load " + Flag);
    B.Body += "  branch " + C + ", " + B.block(1) + ", " + B.block(2) + "\n";
    B.begin();
    straight(B);
    B.Body += "  goto " + B.block(1) + "\n";
    B.begin();
  }
}

/// if (n != m) throw;
void checks(Builder &B) {
  std::string N = B.value("unknown \"read\"() integer external");
  std::string M = B.value("unknown \"read\"() integer external");
  std::string C = B.value("compare != " + N + ", " + M);
  B.Body += "  branch " + C + ", " + B.block(1) + ", " + B.block(2) + "\n";
  B.begin();
  B.Body += "  stop\n";
  B.begin();
}

void guards(Builder &B) {
  sizes(B);
  straight(B);
  B.branch();
  B.begin();
  B.Body += "  return\n";
  B.begin();
}

void inPlace(Builder &B) {
  std::string X = B.value("load " + B.keep(B.tensor()));
  B.value("unknown \"resize_\"(" + X + ") taints");
  B.value("unknown \"push_back\"(" + X + ") keeps");
  if (B.Instrs % 64 < 7)
    B.value("unknown \"callback\"() taints opaque");
}

/// What is kept is out of sight's on one way, and still ours on the other.
void kept(Builder &B) {
  std::string X = B.value("load " + B.keep(B.tensor()));
  B.value("unknown \"push_back\"(" + X + ") keeps");
  B.branch();
  B.begin();
  B.value("unknown \"callback\"() taints opaque");
  B.Body += "  goto " + B.block(1) + "\n";
  B.begin();
}

void failures(Builder &B) {
  std::string X = B.value("op filled(size=" + B.value("const (2, 3)") + ")");
  B.value("op mm(a=" + X + ", b=" + X + ")");
}

size_t workOf(void (*Add)(Builder &), unsigned Pieces, unsigned Functions) {
  Models M;
  llvm::cantFail(parseModelFile("mm(a: [m, k], b: [k, n]) -> [m, n]\n"
                                "filled(size: ints) -> [*size]\n",
                                "ops.sig", M));
  std::string Text;
  for (unsigned F = 0; F < Functions; ++F) {
    Builder B;
    for (unsigned I = 0; I < Pieces; ++I)
      Add(B);
    for (unsigned Callee : {2 * F + 1, 2 * F + 2}) // a tree
      if (Callee < Functions)
        B.value("call \"f" + std::to_string(Callee) + "\"()");
    std::string Name = "f" + std::to_string(F);
    Text += "function @" + Name + " \"" + Name + "\" () {\n" + B.Vars + B.Body +
            "  return\n}\n";
  }
  return analyse(llvm::cantFail(parseProgram(Text)), M).Work;
}

class Linear : public testing::TestWithParam<void (*)(Builder &)> {};

TEST_P(Linear, InOneFunction) {
  double Ratio =
      double(workOf(GetParam(), 800, 1)) / double(workOf(GetParam(), 200, 1));
  EXPECT_NEAR(Ratio, 4, 0.2);
}

TEST_P(Linear, InFunctionsThatCallEachOther) {
  double Ratio =
      double(workOf(GetParam(), 10, 200)) / double(workOf(GetParam(), 10, 50));
  EXPECT_NEAR(Ratio, 4, 0.2);
}

INSTANTIATE_TEST_SUITE_P(Forms, Linear,
                         testing::Values(straight, sizes, ifs, loops, rounds,
                                         flags, checks, guards, inPlace, kept,
                                         failures));

} // namespace
