// docs/notation.md is true: its blocks parse and its examples hold.
#include "sig/Builtins.h"
#include "sig/Parse.h"
#include "sig/Unify.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

/// The blocks fenced with this word; what is outside of them is blank, so that
/// errors name the line of the page.
std::string blocks(llvm::StringRef Page, llvm::StringRef Kind) {
  std::string Result;
  bool Inside = false;
  for (llvm::StringRef Line : llvm::split(Page, '\n')) {
    if (Line.starts_with("```"))
      Inside = !Inside && Line.drop_front(3) == Kind;
    else if (Inside)
      Result += Line;
    Result += '\n';
  }
  return Result;
}

std::string page(llvm::StringRef Kind) {
  auto Page = llvm::MemoryBuffer::getFile(TENSOR_TIDY_NOTATION_PAGE);
  EXPECT_TRUE(bool(Page));
  return Page ? blocks((*Page)->getBuffer(), Kind) : "";
}

template <class T>
void expectEveryLineParses(llvm::StringRef Kind,
                           llvm::Expected<T> (*Parse)(llvm::StringRef,
                                                      llvm::StringRef)) {
  unsigned Read = 0;
  std::string Text = page(Kind);
  for (llvm::StringRef Line : llvm::split(Text, '\n')) {
    if (Line.empty())
      continue;
    llvm::Expected<T> Parsed = Parse(Line, "notation.md");
    EXPECT_TRUE(bool(Parsed)) << Line.str() << "\n"
                              << llvm::toString(Parsed.takeError());
    ++Read;
  }
  EXPECT_GT(Read, 2u);
}

TEST(Notation, NamesEveryBuiltin) {
  auto Page = llvm::MemoryBuffer::getFile(TENSOR_TIDY_NOTATION_PAGE);
  ASSERT_TRUE(bool(Page));
  for (llvm::StringRef Name : builtinNames())
    EXPECT_TRUE((*Page)->getBuffer().contains((Name + "(").str()))
        << Name.str();
}

TEST(Notation, SignaturesAndShapesParse) {
  expectEveryLineParses("signature", parseSignature);
  expectEveryLineParses("shape", parseShape);
}

TEST(Notation, ModelsParseAndTheirExamplesHold) {
  Models M;
  if (llvm::Error E = parseModelFile(page("sig"), "notation.md", M))
    FAIL() << llvm::toString(std::move(E));
  EXPECT_GT(M.Examples.size(), 5u);
  EXPECT_EQ(M.Callees.size(), 9u);
  EXPECT_TRUE(M.Callees["nets::Array::flip"].front().Changes);
  EXPECT_EQ(M.Records["nets::Affine"],
            (std::vector<std::string>{"inputs", "outputs"}));
  EXPECT_TRUE(M.RecordsUnless.contains({"nets::Pool", "size"}));
  for (const Example &E : M.Examples) {
    const std::vector<Signature> &Op = M.Ops[E.Op];
    Arguments Args;
    for (size_t I = 0; I < E.Arguments.size(); ++I) {
      const Example::Argument &A = E.Arguments[I];
      Args[A.Name.empty() ? Op[0].Parameters[I].Name : A.Name] = A.Given;
    }
    Facts F;
    Outcome O = apply(Op, Args, F);
    EXPECT_TRUE(O.Understood) << E.Where.Line;
    EXPECT_EQ(!O.Failure, E.Ok) << E.Where.Line;
    if (E.Ok)
      EXPECT_EQ(O.Result.str(), E.Result.str()) << E.Where.Line;
  }
}

} // namespace
