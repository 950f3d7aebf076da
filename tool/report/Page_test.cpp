//===- Page_test.cpp - What a reader at a terminal sees -------------------===//
#include "report/Page.h"
#include <gtest/gtest.h>

namespace tidy {
namespace {

const char Page[] =
    "# a-rule\n\nIt has `code` in it, `in two\nlines` too.\n\n## Example\n\n"
    "```cpp bad\nint main() {\n\n}\n```\n";

std::string printed(bool Coloured) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  printPage(Page, Coloured, OS);
  return Text;
}

TEST(Page, HasNoMarksOfTitlesAndBlocks) {
  EXPECT_EQ(printed(false),
            "a-rule\n\nIt has `code` in it, `in two\nlines` too.\n\nExample\n\n"
            "    int main() {\n\n    }\n");
}

TEST(Page, HasNoMarksOfCodeWhereColoursShowIt) {
  EXPECT_EQ(printed(true),
            "\033[1ma-rule\033[0m\n\nIt has \033[0;36mcode\033[0m in it, "
            "\033[0;36min two\033[0m\n\033[0;36mlines\033[0m too.\n\n"
            "\033[1mExample\033[0m\n\n    \033[0;36mint main() {\033[0m\n\n"
            "    \033[0;36m}\033[0m\n");
}

} // namespace
} // namespace tidy
