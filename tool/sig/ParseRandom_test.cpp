// Random signatures: printed and parsed they are the same trees again.
#include "sig/Parse.h"
#include "sig/RandomSignature.h"
#include <gtest/gtest.h>

using namespace tidy;

namespace {

bool sameParameter(const Parameter &A, const Parameter &B) {
  return A.Name == B.Name && A.Type == B.Type && A.Optional == B.Optional &&
         A.Default.has_value() == B.Default.has_value() &&
         (!A.Default || same(*A.Default, *B.Default));
}

TEST(RandomSignatures, ReadBackTheSame) {
  SignatureGenerator G(1);
  for (int I = 0; I < 4000; ++I) {
    Signature S = G.signature();
    auto Read = parseSignature(print(S));
    ASSERT_TRUE(bool(Read)) << print(S) << "\n"
                            << llvm::toString(Read.takeError());
    EXPECT_EQ(print(*Read), print(S));
    EXPECT_TRUE(std::equal(S.Parameters.begin(), S.Parameters.end(),
                           Read->Parameters.begin(), Read->Parameters.end(),
                           sameParameter));
    EXPECT_TRUE(Read->Name == S.Name && Read->Result == S.Result &&
                Read->Conditions == S.Conditions)
        << print(S);
  }
}

} // namespace
