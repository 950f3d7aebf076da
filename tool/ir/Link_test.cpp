//===- Link_test.cpp - Programs before and after --------------------------===//
#include "ir/Link.h"
#include "ir/Text.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

class Link : public testing::Test {
protected:
  void add(llvm::StringRef Text) {
    Program P = llvm::cantFail(parseProgram(Text));
    for (SourceFile &File : P.Files)
      File.Text = "text of " + File.Path;
    Units.add(std::move(P));
  }
  std::string finish() {
    Linked All = Units.finish();
    Of = std::move(All.Of);
    EXPECT_FALSE(bool(verify(All.Code)));
    return printProgram(All.Code);
  }

  Linker Units;
  std::vector<std::vector<FunctionId>> Of;
};

/// A caller of `f`, which its unit only declares.
std::string caller(const std::string &Declared = "",
                   const std::string &Flags = "opaque external") {
  return "function @g \"g\" (x: tensor) {\n  outside %1 \"f\"" +
         (Declared.empty() ? "" : " declared \"" + Declared + "\"") +
         "\nb0:\n  %0 = load x\n  %1 = unknown \"f\"(%0) \"f\" " + Flags +
         "\n  return %1\n}\n";
}

std::string callee(const std::string &Attributes = "") {
  return "function @f \"f\" (x: tensor)" + Attributes +
         " {\nb0:\n  %0 = load x\n  return %0\n}\n";
}

bool isLinked(const std::string &Text) {
  return llvm::StringRef(Text).contains("call \"f");
}

TEST_F(Link, OneUnitStaysAsItIs) {
  std::string Text = "file 0 \"a.cpp\"\n\n" + caller() + "\n" +
                     "function @h \"h\" @0:1+2 () {\nb0:\n"
                     "  %0 = call \"g\"()\n  stop\n}\n";
  add(Text);
  EXPECT_EQ(finish(), Text);
  EXPECT_EQ(Of, (std::vector<std::vector<FunctionId>>{{0, 1}}));
}

TEST_F(Link, ACallFindsItsBodyInAnotherUnit) {
  add("file 0 \"a.cpp\"\n" + caller());
  add("file 0 \"b.cpp\"\nfunction @f \"f\" @0:5+1 (x: tensor @0:7+1) {\nb0:\n"
      "  %0 = load x @0:9+1 name @0:9+1\n  return %0\n}\n");
  EXPECT_EQ(finish(), R"(file 0 "a.cpp"
file 1 "b.cpp"

function @g "g" (x: tensor) {
b0:
  %0 = load x
  %1 = call "f"(%0) "f"
  return %1
}

function @f "f" @1:5+1 (x: tensor @1:7+1) {
b0:
  %0 = load x @1:9+1 name @1:9+1
  return %0
}
)");
}

TEST_F(Link, TheOrderOfUnitsDoesNotMatter) {
  add(callee());
  add(caller());
  EXPECT_TRUE(isLinked(finish()));
}

TEST_F(Link, AnObjectIsNoArgument) {
  add(caller("", "opaque"));
  add("function @f \"f\" () {\nb0:\n  return\n}\n");
  EXPECT_TRUE(llvm::StringRef(finish()).contains("%1 = call \"f\"() \"f\"\n"));
  add(caller("", "opaque"));
  add(callee());
  EXPECT_FALSE(isLinked(finish()));
}

TEST_F(Link, AnotherNumberOfArgumentsIsAnotherFunction) {
  add(caller());
  add("function @f \"f\" () {\nb0:\n  return\n}\n");
  EXPECT_FALSE(isLinked(finish()));
}

TEST_F(Link, InternalFunctionsAreNotMeant) {
  add(caller());
  add(callee(" internal"));
  EXPECT_FALSE(isLinked(finish()));
}

TEST_F(Link, OfTwoBodiesNoneIsMeant) {
  add(caller());
  add("file 0 \"b.cpp\"\nfunction @f \"f\" @0:1+1 (x: tensor) {\nb0:\n"
      "  stop\n}\n");
  add("file 0 \"c.cpp\"\nfunction @f \"f\" @0:1+1 (x: tensor) {\nb0:\n"
      "  stop\n}\n");
  std::string Text = finish();
  EXPECT_FALSE(isLinked(Text));
  EXPECT_TRUE(llvm::StringRef(Text).contains("@f \"f in 1\" @0:1+1"));
  EXPECT_TRUE(llvm::StringRef(Text).contains("@f \"f in 2\" @1:1+1"));
}

TEST_F(Link, HeadersTellPrograms) {
  add(caller("one.h:3"));
  add(callee(" declared \"two.h:3\""));
  EXPECT_FALSE(isLinked(finish()));
  add(caller("one.h:3"));
  add(callee(" declared \"two.h:3\", \"one.h:3\""));
  EXPECT_TRUE(isLinked(finish()));
  for (const char *Caller : {"one.h:3", ""})
    for (const char *Callee : {" declared \"one.h:3\"", ""}) {
      add(caller(Caller));
      add(callee(Callee));
      EXPECT_TRUE(isLinked(finish()));
    }
  add(caller("one.h:3"));
  add("file 0 \"b\"\n" + callee(" declared \"one.h:3\""));
  add(callee(" declared \"two.h:3\""));
  add(callee());
  EXPECT_TRUE(llvm::StringRef(finish()).contains("call \"f in 1\""));
  add(caller("one.h:3"));
  add("file 0 \"b\"\n" + callee());
  add(callee(" declared \"two.h:3\""));
  EXPECT_FALSE(isLinked(finish()));
}

TEST_F(Link, AUnitDoesNotHaveWhatItCallsOutside) {
  add(caller() + callee());
  EXPECT_FALSE(isLinked(finish()));
}

TEST_F(Link, AHeadersCallOutsideIsOneWhereItIsUnknownInAll) {
  std::string H = "file 0 \"h.h\"\n" + caller();
  add(H);
  add(H + callee(" internal"));
  EXPECT_EQ(llvm::StringRef(finish()).count("@g"), 1u);
  add(H);
  add(callee());
  add(H);
  std::string Text = finish();
  EXPECT_EQ(llvm::StringRef(Text).count("@g"), 1u);
  EXPECT_TRUE(isLinked(Text));
  add(H);
  add(H + callee());
  EXPECT_EQ(llvm::StringRef(finish()).count("@g"), 2u);
}

TEST_F(Link, AUnitsOwnFunctionComesFirst) {
  std::string Text = "function @h \"h\" () {\nb0:\n  %0 = call \"s\"()\n"
                     "  stop\n}\nfunction @s \"s\" @0:1+1 () internal {\nb0:\n"
                     "  stop\n}\n";
  add("file 0 \"a.cpp\"\n" + Text);
  Text.replace(Text.find("\"h\""), 3, "\"i\"");
  add("file 0 \"b.cpp\"\n" + Text);
  llvm::StringRef Out = Text = finish();
  EXPECT_TRUE(Out.contains("@h \"h\" () {\nb0:\n  %0 = call \"s in 0\"()"));
  EXPECT_TRUE(Out.contains("@h \"i\" () {\nb0:\n  %0 = call \"s in 1\"()"));
  EXPECT_TRUE(Out.contains("@s \"s in 0\" @0:1+1"));
  EXPECT_TRUE(Out.contains("@s \"s in 1\" @1:1+1"));
}

/// `inline void f() { g(); }` of h.h, and what `g` is in this unit.
std::string header(const std::string &Main, const std::string &G) {
  return "file 0 \"" + Main + "\"\nfile 1 \"h.h\"\n" +
         "function @f \"f\" @1:1+1 () internal {\nb0:\n  %0 = call \"g\"()\n"
         "  stop\n}\nfunction @g \"g\" @1:9+1 () internal {\nb0:\n  " +
         G + "\n}\n";
}

TEST_F(Link, AHeadersFunctionIsThereOnce) {
  add(header("a.cpp", "stop"));
  add(header("b.cpp", "stop"));
  EXPECT_EQ(Units.size(), 1u);
  std::string Text = finish();
  EXPECT_EQ(llvm::StringRef(Text).count("function"), 2u);
  EXPECT_EQ(llvm::StringRef(Text).count("file"), 3u);
  EXPECT_EQ(Of[1], Of[0]);
}

TEST_F(Link, AHeadersFunctionThatCallsAnotherThingIsAnother) {
  add(header("a.cpp", "stop"));
  add(header("b.cpp", "return"));
  add(header("c.cpp", "stop"));
  std::string Text = finish();
  llvm::StringRef Out = Text;
  EXPECT_EQ(Out.count("function"), 5u);
  EXPECT_TRUE(Out.contains("@f \"f in 1\" @1:1+1 () internal {\nb0:\n"
                           "  %0 = call \"g in 1\"()"));
  EXPECT_TRUE(Out.contains("@f \"f in 2\" @1:1+1 () internal {\nb0:\n"
                           "  %0 = call \"g in 0\"()"));
}

TEST_F(Link, FilesAreOneByNameAndText) {
  Linker Same([](llvm::StringRef) { return "one"; });
  for (const char *Path : {"a/../h.h", "h.h"}) {
    Program P;
    P.Files = {{Path, "text"}};
    Same.add(std::move(P));
  }
  Program Changed;
  Changed.Files = {{"h.h", "other"}};
  Same.add(std::move(Changed));
  Program All = Same.finish().Code;
  ASSERT_EQ(All.Files.size(), 2u);
  EXPECT_EQ(All.Files[0].Path, "a/../h.h");
  EXPECT_EQ(All.Files[1].Text, "other");
}

TEST(UsrInUnit, IsWithoutTheNumber) {
  EXPECT_EQ(usrInUnit("c:@F@f"), "c:@F@f");
  EXPECT_EQ(usrInUnit("c:@F@f in 12"), "c:@F@f");
  EXPECT_EQ(usrInUnit("c:a in b.cpp@f"), "c:a in b.cpp@f");
}

} // namespace
