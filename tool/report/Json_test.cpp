//===- Json_test.cpp - The report as JSON --------------------------------===//
#include "report/Json.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

std::string json(const Report &R) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  writeJson(R, OS);
  return Text;
}

TEST(Json, AnEmptyReportHasAllItsParts) {
  EXPECT_EQ(json({}), R"json({
  "findings": [],
  "coverage": {
    "operations": 0,
    "understood": 0,
    "unknown": {},
    "checked": 0,
    "functions": 0,
    "unfinished": 0
  },
  "unchecked": []
}
)json");
}

/// Every field, in the order that Json.h promises.
TEST(Json, TheWholeSchema) {
  Report R;
  R.Files = {{"a.cpp", "x\nmatmul(q, key);\n"}, {"b.h", "q"}};
  Finding F;
  F.Rule = "missing-key-transpose";
  F.Severity = Level::Warning;
  F.Where = {0, 12, 3};
  F.Message = "inner dimensions differ";
  F.Notes = {{{1, 0, 1}, "made here"}, {{}, "nowhere"}};
  F.Fixes = {{"transpose the key", true, {}, {{{0, 12, 3}, "key.t()"}}}};
  R.Findings = {F};
  R.Seen = {3, 1, {{"torch::bar", 1}, {"torch::foo", 1}}};
  EXPECT_EQ(json(R), R"json({
  "findings": [
    {
      "rule": "missing-key-transpose",
      "level": "warning",
      "file": "a.cpp",
      "line": 2,
      "column": 11,
      "endLine": 2,
      "endColumn": 14,
      "message": "inner dimensions differ",
      "notes": [
        {
          "file": "b.h",
          "line": 1,
          "column": 1,
          "message": "made here"
        },
        {
          "file": "a.cpp",
          "line": 2,
          "column": 11,
          "message": "nowhere"
        }
      ],
      "fixes": [
        {
          "title": "transpose the key",
          "safe": true,
          "edits": [
            {
              "file": "a.cpp",
              "offset": 12,
              "length": 3,
              "text": "key.t()"
            }
          ]
        }
      ]
    }
  ],
  "coverage": {
    "operations": 3,
    "understood": 1,
    "unknown": {
      "torch::bar": 1,
      "torch::foo": 1
    },
    "checked": 0,
    "functions": 0,
    "unfinished": 0
  },
  "unchecked": []
}
)json");
}

TEST(Json, TextThatIsNotUtf8IsRepaired) {
  Report R;
  R.Files = {{"\xff.cpp", "q"}};
  R.Findings.push_back({});
  R.Findings[0].Message = "caf\xe9 \"x\"";
  R.Seen.Unknown["\xff"] = 1;
  std::string Text = json(R);
  EXPECT_NE(Text.find("\"file\": \"\xef\xbf\xbd.cpp\""), std::string::npos);
  EXPECT_NE(Text.find("caf\xef\xbf\xbd \\\"x\\\""), std::string::npos);
  EXPECT_NE(Text.find("\"\xef\xbf\xbd\": 1"), std::string::npos);
}

} // namespace
