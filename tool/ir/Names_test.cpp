//===- Names_test.cpp - Scopes and short names ----------------------------===//
#include "ir/Names.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

struct Case {
  const char *Name, *Scope, *Short;
};

TEST(Names, AreCutBehindTheirScope) {
  for (const Case &C : {
           Case{"f", "", "f"},
           {"net::Block::forward", "net::Block", "forward"},
           {"net::Block<4>::forward", "net::Block<4>", "forward"},
           {"net::apply<net::Block<at::Tensor>>", "net",
            "apply<net::Block<at::Tensor>>"},
           {"apply<(lambda at x.cpp:4:7)>", "", "apply<(lambda at x.cpp:4:7)>"},
           {"C<ns::T>::C", "C<ns::T>", "C"},
           {"Scale::operator()", "Scale", "operator()"},
           {"ns::operator<<", "ns", "operator<<"},
           {"ns::operator->", "ns", "operator->"},
           {"S<4>::operator at::Tensor", "S<4>", "operator at::Tensor"},
           {"ns::operators::all", "ns::operators", "all"},
           {"lambda at line 12", "", "lambda at line 12"},
       }) {
    EXPECT_EQ(scopeOf(C.Name), C.Scope) << C.Name;
    EXPECT_EQ(shortName(C.Name), C.Short) << C.Name;
  }
}

} // namespace
