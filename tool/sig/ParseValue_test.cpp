// Values come out as Value::str writes them, which reads back the same.
#include "sig/Parse.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

struct Row {
  const char *Before, *After;
};

class Values : public testing::TestWithParam<Row> {};

TEST_P(Values, PrintCanonically) {
  auto V = parseValue(GetParam().Before);
  ASSERT_TRUE(bool(V)) << llvm::toString(V.takeError());
  EXPECT_EQ(V->str(), GetParam().After);
  auto Again = parseValue(V->str());
  ASSERT_TRUE(bool(Again)) << llvm::toString(Again.takeError());
  EXPECT_TRUE(same(*V, *Again));
}

INSTANTIATE_TEST_SUITE_P(
    Table, Values,
    testing::Values(Row{"[2,3]", "[2, 3]"}, Row{"[]", "[]"},
                    Row{"[...]", "[...]"}, Row{"[b, 2*d, _]", "[b, 2*d, _]"},
                    Row{"4", "4"}, Row{"-1", "-1"}, Row{"true", "true"},
                    Row{"false", "false"}, Row{"none", "none"}, Row{"?", "?"},
                    Row{"()", "()"}, Row{"(1,-1)", "(1, -1)"},
                    Row{"(4)", "(4)"}, Row{"(([2],[3]),?)", "(([2], [3]), ?)"},
                    Row{"(n+1)/2", "(n + 1)/2"}, Row{"(n+1)", "(n + 1)"},
                    Row{"\"mean\"", "\"mean\""}, Row{"\"\"", "\"\""},
                    Row{"(\"...\", 1)", "(\"...\", 1)"},
                    Row{R"("\"\\\n\t\xe4#")", R"("\"\\\n\t\xE4#")"},
                    Row{"0.5", "number"}, Row{"(-1e-5, _)", "(number, _)"}));

} // namespace
