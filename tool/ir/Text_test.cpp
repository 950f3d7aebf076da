// Programs in canonical form, exactly as they print.
#include "ir/Text.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

std::string reprint(llvm::StringRef Text) {
  llvm::Expected<Program> P = parseProgram(Text);
  return P ? printProgram(*P) : llvm::toString(P.takeError());
}

const char *const Attention =
    R"(file 0 "attention.cpp"
file 1 "dir \"x\"/y.h"

function @attend "c:@F@attend" @0:31+6 (query: tensor, key: tensor "k, d" @0:50+3, out: ref other escapes) -> "q, k" internal declared "net.h:120", "net.h:9" {
  var scores: tensor @0:80+6
  var n: other escapes view
  outside %7 "c:@F@foo" declared "foo.h:7"
  outside %7 ""
b0:
  %0 = load query @0:110+5 editable postfix
  %1 = load key @0:117+3 postfix
  %2 = op matmul(a=%0, b=%1) "torch::matmul" @0:96+25 name @0:96+13 editable postfix expected
  store scores, %2
  %4 = const (1, -1)
  %5 = arith + %2, %4
  %6 = call "c:@F@helper"(%2, &out) "helper"
  %7 = unknown "torch::foo"(%2) counted taints keeps opaque integer number computed external
  branch %7, b1, b2
b1:
  return %2
b2:
  %8 = list
  %9 = list %8, %4
  %10 = element %9, %4
  %11 = compare <= %10, %4
  %12 = compare not %11
  %13 = arith neg %10
  %14 = expect variable %9, "*b, 2*d" @0:96+25
  goto b3
b3:
  choose %10, b4 case -3, b1, b0 case 12
b4:
  attempt b5, b3
b5:
  return
}

function @ns::stop "" () {
b0:
  stop
}
)";

TEST(ProgramText, RoundTrips) { EXPECT_EQ(reprint(Attention), Attention); }

TEST(ProgramText, TellsVariablesOfOneNameApart) {
  const char *Text =
      R"(function @"operator()<int>" "u" (x: tensor, "": int, x.1: other "[]") {
  var "".1: other
  var x.2: tensor
  var "?:": tensor
b0:
  %0 = load x
  %1 = load x.2
  %2 = unknown "f"(&x.1, &"".1, &"?:")
  return
}
)";
  EXPECT_EQ(reprint(Text), Text);
}

TEST(ProgramText, KeepsNumbersThatAreOutOfOrder) {
  const char *Text = R"(function @f "" (a: int as tensor, b: tensor as other) {
b0:
  %3 = const 4
  store a, %3
  %0 = const true
  goto b1
b1:
  %2 = store a, %0
  %1 = store b, %2
  return
}
)";
  EXPECT_EQ(reprint(Text), Text);
}

TEST(ProgramText, ReadsAnyLiteral) {
  for (const char *Literal :
       {"4", "-1", "true", "none", "number", "?", "[2, 3]", "[...]",
        "([2], (1, none))", "2*d", "_"}) {
    std::string Text =
        std::string("function @f \"\" () {\nb0:\n  %0 = const ") + Literal +
        "\n  return %0\n}\n";
    EXPECT_EQ(reprint(Text), Text);
  }
}

TEST(ProgramText, DoesNotCareAboutBlanksAndComments) {
  EXPECT_EQ(reprint("# a comment\n\n function@f\"\"(a:ref int\n)   { # x\n"
                    "b0 :\n\n\n%0=load a\nreturn%0\n}"),
            "function @f \"\" (a: ref int) {\nb0:\n  %0 = load a\n"
            "  return %0\n}\n");
}

} // namespace
