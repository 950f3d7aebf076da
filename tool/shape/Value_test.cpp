//===- Value_test.cpp - Joining, comparing and printing values ------------===//
#include "shape/TestDims.h"
#include "shape/Value.h"
#include <gtest/gtest.h>

using namespace tidy;
using test::dim, test::facts;

static Value tensor(std::vector<Dim> Sizes, unsigned Made = 0) {
  return TensorValue{Shape(std::move(Sizes)), {false, 0, Made}, {false, 0, 7}};
}
static Value open(std::vector<Dim> Last) {
  return TensorValue{Shape(std::move(Last), /*HasRank=*/false), {}, {}};
}
static Value list(std::vector<Value> Elements) {
  return ListValue{std::move(Elements)};
}

struct Row {
  Value A, B;
  const char *Joined;
};

static Value record(std::vector<Field> Fields) {
  RecordValue R;
  for (const Field &F : Fields)
    R.set(F.Name, F.Is);
  return R;
}

TEST(Value, Join) {
  Value No = Answer::No, Yes = Answer::Yes, None = NoneValue();
  for (const Row &R : std::vector<Row>{
           {Dim(3), Dim(3), "3"},
           {Dim(3), Dim(4), "_"},
           {Dim(3), None, "?"},
           {None, None, "none"},
           {tensor({2, 3}), None, "[2, 3] or none"},
           {join(tensor({2, 3}), None), tensor({2, 4}), "[2, _] or none"},
           {NumberValue(), NumberValue(), "number"},
           {TextValue{"a"}, TextValue{"a"}, "\"a\""},
           {TextValue{"a"}, TextValue{"b"}, "?"},
           {TextValue{"a"}, None, "?"},
           {list({TextValue{"a"}}), list({TextValue{"a"}, TextValue{"b"}}),
            "(?, ...)"},
           {Yes, Yes, "true"},
           {Yes, No, "?"},
           {Value(), Dim(3), "?"},
           {tensor({1, dim("n")}), tensor({2, dim("n")}), "[_, n]"},
           {tensor({1}), tensor({1, 1}), "[..., 1]"},
           {tensor({1, 2}), tensor({2, 1, 3}), "[..., 1, _]"},
           {tensor({5, 2, 3}), tensor({4, 3}), "[..., 3]"},
           {open({2, 3}), tensor({7, 2, 3}), "[..., 2, 3]"},
           {open({2, 3}), open({3}), "[..., 3]"},
           {tensor({1}), TensorValue(), "[...]"},
           {list({Dim(1), No}), list({Dim(2), No}), "(_, false)"},
           {list({Dim(1)}), list({}), "(1, ...)"},
           {list({Dim(1)}), list({Dim(1), Dim(2)}), "(_, ...)"},
           {list({Dim(1)}), None, "?"},
           {record({{"a", Dim(1)}, {"b", Dim(2)}}),
            record({{"a", Dim(1)}, {"c", Dim(2)}}), "{a: 1}"},
           {record({{"a", list({Dim(1)})}}), record({{"a", list({Dim(4)})}}),
            "{a: (_)}"},
           {list({tensor({1, 3})}), list({tensor({1, 3})}), "([1, 3])"}}) {
    EXPECT_EQ(join(R.A, R.B).str(), R.Joined);
    EXPECT_TRUE(same(join(R.A, R.B), join(R.B, R.A)));
    EXPECT_TRUE(same(join(R.A, R.A), R.A));
    EXPECT_TRUE(same(join(join(R.A, R.B), R.B), join(R.A, R.B)));
  }
}

TEST(Value, WhatAlwaysFailsAddsNothingToWhatThereIs) {
  Value Never = UnknownValue{Failing::Always},
        Sometimes = UnknownValue{Failing::Sometimes};
  for (const Value &V : {Value(Dim(3)), Value(), tensor({2, 3}), list({Dim(1)}),
                         Sometimes, Never}) {
    EXPECT_TRUE(same(join(Never, V), V));
    EXPECT_TRUE(same(join(V, Never), V));
  }
  EXPECT_TRUE(same(join(Never, NoneValue()), Sometimes));
  EXPECT_TRUE(same(join(Sometimes, Sometimes), Sometimes));
  EXPECT_TRUE(same(join(Sometimes, tensor({2, 3})), Value()));
  EXPECT_TRUE(same(join(Sometimes, Value()), Value()));
  EXPECT_FALSE(same(Never, Value()));
}

TEST(Value, AListFailsInsideWhereAnElementDoes) {
  Value Never = UnknownValue{Failing::Always};
  Value Held = list({Dim(1), list({Never})});
  EXPECT_EQ(Held.failing(), Failing::Not);
  EXPECT_EQ(Held.failingInside(), Failing::Always);
  EXPECT_EQ(join(list({Never}), list({})).failingInside(), Failing::Always);
  Value Object = record({{"a", Never}});
  EXPECT_EQ(Object.failingInside(), Failing::Not);
  EXPECT_TRUE(Object.as<RecordValue>()->find("a")->isFailed());
}

TEST(Value, JoinKeepsWhatMadeBoth) {
  Value Joined = join(tensor({1}, 4), tensor({1}, 5));
  EXPECT_FALSE(Joined.as<TensorValue>()->Handle.known());
  EXPECT_EQ(Joined.as<TensorValue>()->Origin.Index, 7u);
  EXPECT_FALSE(same(tensor({1}, 4), tensor({1}, 5)));
}

TEST(Value, SameTakesUnknownForUnknown) {
  EXPECT_TRUE(same(tensor({Dim::unknown()}), tensor({Dim::unknown()})));
  EXPECT_TRUE(same(TensorValue(), TensorValue()));
  EXPECT_FALSE(same(TensorValue(), tensor({})));
  EXPECT_FALSE(same(Dim(3), Answer::Yes));
  EXPECT_FALSE(same(TextValue{"3"}, TextValue{"4"}));
  EXPECT_FALSE(same(TextValue{"3"}, Dim(3)));
  EXPECT_FALSE(same(list({Dim(3)}), list({Dim(3), Dim(3)})));
}

TEST(Value, Walks) {
  Value V = list({tensor({dim("X")}), Dim(2), list({tensor({5})})});
  EXPECT_EQ(V.normalised(facts("X = 4")).str(), "([4], 2, ([5]))");
  std::string Seen;
  V.forEachTensor([&](TensorValue &T) { Seen += T.Sizes.str(); });
  EXPECT_EQ(Seen, "[X][5]");
}
