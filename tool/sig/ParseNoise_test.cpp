// Whatever the bytes, parsing ends with a result or a message.
#include "sig/Parse.h"
#include "llvm/ADT/StringExtras.h"
#include <gtest/gtest.h>
#include <random>

using namespace tidy;

namespace {

const char *const Seeds[] = {
    "matmul(a: [*b, m, k], b: [*b, k, n]) -> [*b, m, n] where m % 2 == 0\n"
    "  ok: [2, 3], b=[3, 4] -> [2, 4]  # comment\n"
    "  bad: (1, -1), (([2], none), ?), 0.5, true\n",
    "cat(xs: list[*s], dim: axis = -1, f?: ints = (1, 2)) -> concatenated(xs, "
    "dim)\n"
    "library torch\nnamespace at torch\ntensor at::Tensor\nwrapper c10::Ref\n"
    "scope at at::Tensor\n"
    "function at::operator+(self, _) = cat(self, dim: 0)\n"
    "both cat(self, dim) = cat(self, dim: dim)\n"
    "method at::Tensor::operator()(x) = cat(this, (1, 2))\n"
    "edit cat(xs) = \"{xs}.cat(\\\"a\\\")\"\n",
    "[min(a, b) + 2*(c - d)/-e % 3, _, *b, ...]"};

std::string mutate(std::string Text, std::mt19937 &Random) {
  static constexpr llvm::StringRef Pieces =
      "()[]{}*,.:=<>!+-/%\"\\#\n\0\xff_a9";
  for (unsigned I = 1 + Random() % 4; I > 0; --I) {
    size_t At = Random() % (Text.size() + 1);
    switch (Random() % 4) {
    case 0:
      Text.insert(At, 1, Pieces[Random() % Pieces.size()]);
      break;
    case 1:
      Text.erase(At, Random() % 5);
      break;
    case 2:
      Text.insert(At, Text.substr(Random() % (Text.size() + 1), Random() % 20));
      break;
    case 3:
      if (At < Text.size())
        Text[At] = char(Random());
    }
  }
  return Text;
}

/// A message has a place and is one line.
void check(llvm::Error E) {
  if (!E)
    return;
  std::string Message = llvm::toString(std::move(E));
  EXPECT_TRUE(llvm::StringRef(Message).starts_with("noise:")) << Message;
  EXPECT_TRUE(llvm::StringRef(Message).contains(": error: ")) << Message;
  EXPECT_FALSE(llvm::StringRef(Message).contains('\n')) << Message;
}

TEST(Noise, NeverCrashes) {
  std::mt19937 Random(7);
  for (int I = 0; I < 30000; ++I) {
    std::string Text = mutate(Seeds[I % 3], Random);
    check(parseSignature(Text, "noise").takeError());
    check(parseShape(Text, "noise").takeError());
    check(parseValue(Text, "noise").takeError());
    Models M;
    check(parseModelFile(Text, "noise", M));
  }
}

} // namespace
