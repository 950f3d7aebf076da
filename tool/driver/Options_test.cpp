//===- Options_test.cpp - The command line --------------------------------===//
#include "driver/Options.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// What is wrong with the arguments; empty if nothing is.
std::string wrong(std::vector<const char *> Args) {
  auto O = parseOptions(Args);
  return O ? "" : llvm::toString(O.takeError());
}

Options parsed(std::vector<const char *> Args) {
  return llvm::cantFail(parseOptions(Args));
}

TEST(Options, ValuesBehindASignOrASpaceWithOneDashOrTwo) {
  for (auto Args : std::vector<std::vector<const char *>>{
           {"a.cpp", "--format=json"},
           {"a.cpp", "--format", "json"},
           {"-format", "json", "a.cpp"},
           {"--format=text", "-format=json", "a.cpp"}}) {
    Options O = parsed(Args);
    EXPECT_EQ(O.As, Options::Format::Json);
    EXPECT_EQ(O.Files, std::vector<std::string>{"a.cpp"});
  }
}

TEST(Options, FlagsBehindTwoDashesAreNotRead) {
  EXPECT_FALSE(parsed({"a.cpp"}).Flags);
  EXPECT_TRUE(parsed({"a.cpp", "--"}).Flags->empty());
  Options O = parsed({"a.cpp", "--", "-std=c++20", "--help", "--", "x"});
  EXPECT_EQ(*O.Flags,
            (std::vector<std::string>{"-std=c++20", "--help", "--", "x"}));
  EXPECT_EQ(O.What, Options::Action::Check);
}

TEST(Options, RepeatedOnesAddUpOrTheLastCounts) {
  Options O = parsed({"--checks=a", "--model=1", "--checks", "-b", "--model=2",
                      "-p=x", "-p", "y", "--color", "--color=never", "f"});
  EXPECT_EQ(O.Checks, "a,-b");
  EXPECT_EQ(O.Models, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(O.CompileDirectory, "y");
  EXPECT_EQ(O.Paint, Options::Colour::Never);
}

TEST(Options, InformationNeedsNoFile) {
  EXPECT_EQ(parsed({"--help"}).What, Options::Action::Help);
  EXPECT_EQ(parsed({"-h"}).What, Options::Action::Help);
  EXPECT_EQ(parsed({"--version"}).What, Options::Action::Version);
  EXPECT_EQ(parsed({"--list-checks"}).What, Options::Action::ListChecks);
  EXPECT_EQ(parsed({"--explain", "x"}).Rule, "x");
}

TEST(Options, WhatIsUnknownIsNamedAndGuessed) {
  EXPECT_EQ(wrong({"--fxi", "a"}),
            "unknown option '--fxi' (did you mean '--fix'?)");
  EXPECT_EQ(wrong({"--fomat=json", "a"}),
            "unknown option '--fomat=json' (did you mean '--format=json'?)");
  EXPECT_EQ(wrong({"--quantum"}), "unknown option '--quantum'");
  EXPECT_EQ(wrong({"--format=xml", "a"}),
            "--format takes text or json, not 'xml'");
  EXPECT_EQ(wrong({"--dump=ast", "a"}),
            "--dump takes program, shapes or signatures, not 'ast'");
  EXPECT_EQ(wrong({"--color=red", "a"}),
            "--color takes auto, always or never, not 'red'");
}

TEST(Options, MissingAndEmptyValues) {
  EXPECT_EQ(wrong({"a", "-p"}), "-p needs a value");
  EXPECT_EQ(wrong({"--explain"}), "--explain needs a value");
  EXPECT_EQ(wrong({"--explain="}), "--explain has an empty value");
  // An unset shell variable in quotes.
  EXPECT_EQ(parsed({"", "a"}).Files, std::vector<std::string>{"a"});
}

TEST(Options, WhatCannotGoTogether) {
  EXPECT_NE(wrong({"-p", "x", "a", "--"}), "");
  EXPECT_NE(wrong({"--dump=shapes", "--fix", "a"}), "");
  EXPECT_NE(wrong({"--dump=shapes", "--format=json", "a"}), "");
  EXPECT_NE(wrong({"-"}), "");
  EXPECT_NE(wrong({"--", "a"}), "");
  EXPECT_NE(wrong({}), "");
}

} // namespace
