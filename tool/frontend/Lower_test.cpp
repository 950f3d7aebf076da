//===- Lower_test.cpp - What is lowered is a valid Program ----------------===//
#include "frontend/Lower.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

const char *const Library = R"cpp(
namespace lib {
struct Tensor { Tensor t() const; long size(long dim) const; };
Tensor make(long n);
Tensor matmul(const Tensor &a, const Tensor &b);
}
)cpp";

const char *const Bodies[] = {
    "int f(int n) { switch (n) { case 1: n = 2; break; case 3: return 4; } "
    "return n; }",
    "int f(int n) { try { if (n) throw n; n = 2; } catch (int e) { return e; } "
    "return n ? n + 1 : -n; }",
    "lib::Tensor f(bool c) { lib::Tensor a = lib::make(2), b; lib::Tensor &r = "
    "c ? a : b; r = b; return lib::matmul(a, r.t()); }",
    "void f() { for (int i = 0; i < 3 && i != 2; ++i) { if (i) continue; } "
    "do { goto end; } while (true); end:; }",
    "struct S { int n = 2; S(int &m) : n(m) {} int (S::*p)() = nullptr; int "
    "g() "
    "{ return (this->*p)(); } };",
    "int f(int n) { auto g = [&, m = n](auto x) mutable { return m += x; }; "
    "return g(n) + g(2l); }",
};

Models libraryModels() {
  Models M;
  llvm::Error E = parseModelFile("t(x: [m, n]) -> [n, m]\n"
                                 "library lib\nnamespace lib\n"
                                 "tensor lib::Tensor\n"
                                 "method lib::Tensor::t() = t(this)\n",
                                 "lib.sig", M);
  EXPECT_FALSE(bool(E)) << llvm::toString(std::move(E));
  return M;
}

TEST(Lower, EveryBodyGivesAProgramThatIsReadBack) {
  Models M = libraryModels();
  for (const char *Body : Bodies) {
    auto P = lowerCode(std::string(Library) + Body, {"-std=c++20"}, M);
    ASSERT_TRUE(bool(P)) << Body << llvm::toString(P.takeError());
    EXPECT_FALSE(P->Functions.empty()) << Body;
    llvm::Error Wrong = verify(*P);
    EXPECT_FALSE(bool(Wrong)) << Body << llvm::toString(std::move(Wrong));
    std::string Text = printProgram(*P);
    auto Again = parseProgram(Text);
    ASSERT_TRUE(bool(Again)) << Body << llvm::toString(Again.takeError());
    EXPECT_EQ(printProgram(*Again), Text);
  }
}

/// The instruction whose line holds `What`, from there on.
std::string lineWith(const std::string &Text, const std::string &What) {
  size_t At = Text.find(What);
  return At == std::string::npos ? ""
                                 : Text.substr(At, Text.find('\n', At) - At);
}

TEST(Lower, SaysWhatACallMayDo) {
  auto P =
      lowerCode(std::string(Library) +
                    "#include <initializer_list>\n"
                    "void mine(lib::Tensor t); bool flag();\n"
                    "struct Box { Box(lib::Tensor t); };\n"
                    "lib::Tensor global;\n"
                    "void f(lib::Tensor a) { mine(a); Box b(a); global = a;"
                    " if (flag()) lib::matmul(a, a.t()); }\n",
                {"-std=c++20"}, libraryModels());
  ASSERT_TRUE(bool(P)) << llvm::toString(P.takeError());
  std::string Text = printProgram(*P);
  auto Ends = [&](const char *What, llvm::StringRef Flags) {
    std::string Line = lineWith(Text, What);
    EXPECT_TRUE(llvm::StringRef(Line).ends_with(Flags)) << What << Line;
  };
  Ends("unknown \"mine\"", " taints opaque external");
  Ends("unknown \"Box\"", " taints keeps opaque");
  Ends("unknown \"assigned elsewhere\"", " keeps opaque");
  Ends("unknown \"flag\"", " taints opaque external");
  Ends("unknown \"lib::matmul\"", " counted external");
  EXPECT_NE(lineWith(Text, "op t(x="), "");
}

TEST(Lower, CodeThatDoesNotCompileSaysWhere) {
  auto P = lowerCode("int f() { return g; }", {}, Models());
  ASSERT_FALSE(bool(P));
  EXPECT_EQ(llvm::toString(P.takeError()),
            "input.cpp does not compile: input.cpp:1:18: use of undeclared "
            "identifier 'g'");
}

} // namespace
