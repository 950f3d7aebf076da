// How much work fixes may take: what is beyond is reported all the same.
#include "ir/Text.h"
#include "rules/BuiltinModels.h"
#include "rules/Rule.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include <gtest/gtest.h>

using namespace tidy;

/// Functions without their key's transpose, all called by one more.
static std::string attentions(unsigned Count) {
  std::string Text, Calls;
  for (unsigned I = 0; I < Count; ++I) {
    std::string Name = "f" + std::to_string(I);
    Text += "function @" + Name + " \"" + Name +
            "\" () {\n  var key: tensor\nb0:\n  %0 = const (1, 3)\n"
            "  %1 = op filled(size=%0)\n  %2 = const (2, 3)\n"
            "  %3 = op filled(size=%2)\n  store key, %3\n  %5 = load key\n"
            "  %6 = op matmul(a=%1, b=%5)\n  return\n}\n";
    Calls += "  %" + std::to_string(I) + " = call \"" + Name + "\"()\n";
  }
  return Text + "function @all \"all\" () {\nb0:\n" + Calls + "  return\n}\n";
}

static std::pair<size_t, size_t> findingsAndFixed(unsigned Count) {
  Models M;
  for (auto [Name, Text] : builtinModelFiles())
    llvm::cantFail(parseModelFile(Text, Name, M));
  Program P = llvm::cantFail(parseProgram(attentions(Count)));
  auto Found = check(P, M, analyse(P, M), [](const Rule &) { return true; });
  return {Found.size(), llvm::count_if(Found, [](const Finding &F) {
            return !F.Fixes.empty();
          })};
}

TEST(Fixes, AreProvedWithinABudget) {
  EXPECT_EQ(findingsAndFixed(8), std::pair(size_t(8), size_t(8)));
  auto [Found, Fixed] = findingsAndFixed(64);
  EXPECT_EQ(Found, 64u);
  EXPECT_EQ(Fixed, 64u);
  std::tie(Found, Fixed) = findingsAndFixed(400);
  EXPECT_EQ(Found, 400u);
  EXPECT_GT(Fixed, 64u);
  EXPECT_LT(Fixed, 400u);
}
