// Which edges decide whether a block is reached, on programs as text.
#include "flow/Decisions.h"
#include "ir/Text.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

struct Row {
  const char *Name;
  const char *Blocks;
  const char *Decided; ///< by block: edges as `from.target`, entry as `*`
};

class DecidedBy : public testing::TestWithParam<Row> {};

Function parsed(const char *Blocks) {
  auto P =
      parseProgram("function @f \"f\" () {\n" + std::string(Blocks) + "}\n");
  EXPECT_TRUE(bool(P)) << llvm::toString(P.takeError());
  return P ? P->Functions[0] : Function();
}

TEST_P(DecidedBy, Edges) {
  std::string Found;
  for (const std::vector<Edge> &Edges : decisions(parsed(GetParam().Blocks))) {
    for (const Edge &E : Edges)
      Found += E.From == NoId ? "* "
                              : std::to_string(E.From) + "." +
                                    std::to_string(E.Target) + " ";
    Found += "| ";
  }
  EXPECT_EQ(Found, GetParam().Decided);
}

INSTANTIATE_TEST_SUITE_P(
    Graphs, DecidedBy,
    testing::Values(
        Row{"line", "b0: \n goto b1\nb1: \n return\n", "* | * | "},
        Row{"diamond",
            "b0: \n choose b1, b2\nb1: \n goto b3\nb2: \n goto b3\nb3: \n "
            "return\n",
            "* | 0.0 | 0.1 | * | "},
        Row{"either", // if (a || b) { b2 } b3
            "b0: \n choose b2, b1\nb1: \n choose b2, b3\nb2: \n goto b3\nb3: "
            "\n "
            "return\n",
            "* | 0.1 | 0.0 1.0 | * | "},
        Row{"guard", "b0: \n choose b1, b2\nb1: \n return\nb2: \n return\n",
            "* | 0.0 | 0.1 | "},
        Row{"loop",
            "b0: \n goto b1\nb1: \n choose b2, b3\nb2: \n goto b1\nb3: \n "
            "return\n",
            "* | * 1.0 | 1.0 | * | "},
        Row{"endless", "b0: \n goto b1\nb1: \n goto b1\n", "* | * | "},
        Row{"attempt", "b0: \n attempt b1, b2\nb1: \n return\nb2: \n stop\n",
            "* | 0.0 | 0.1 | "}),
    [](const auto &Info) { return std::string(Info.param.Name); });

TEST(LeastAssumptions, TakesTheBestOfSeveralWays) {
  Function F = parsed("b0: \n choose b2, b1\nb1: \n choose b2, b3\nb2: \n goto "
                      "b3\nb3: \n return\n");
  Assumptions Doubtful{true, 1, 1}, Plain{false, 1, 1};
  EdgeAssumptions Edges{{Doubtful, Assumptions()}, {Plain, Plain}, {Plain}, {}};
  std::vector<Assumptions> Least = leastAssumptions(decisions(F), Edges);
  EXPECT_EQ(Least[2], Plain);
  EXPECT_EQ(Least[3], Assumptions());
  Edges[1][0].reset(); // never taken
  EXPECT_EQ(leastAssumptions(decisions(F), Edges)[2], Doubtful);
}

} // namespace
