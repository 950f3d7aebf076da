// What the views other than view() refuse: both sides, and what to do.
#include "test_support.h"

using namespace tensor_tidy;

TEST(ViewErrors, AxesThatAreNotThere) {
  EXPECT_EQ(error_of([] { zeros({2, 3}).transpose(0, 2); }),
            "transpose: [2, 3] has no axis 2; use -2 to 1");
  EXPECT_EQ(error_of([] { zeros({2, 3}).squeeze(-3); }),
            "squeeze: [2, 3] has no axis -3; use -2 to 1");
  EXPECT_EQ(error_of([] { zeros({2, 3}).unsqueeze(3); }),
            "unsqueeze: no place 3 for a new axis in [2, 3]; use -3 to 2");
  EXPECT_EQ(error_of([] { tensor(1).select(0, 0); }),
            "select: a 0-d tensor, [], has no axis 0; use item()");
  EXPECT_EQ(error_of([] { tensor(1).narrow(0, 0, 1); }),
            "narrow: a 0-d tensor, [], has no axis 0; use item()");
  EXPECT_EQ(error_of([] { tensor(1).transpose(0, -1); }), "");
}

TEST(ViewErrors, PermuteNeedsEachAxisOnce) {
  for (const Sizes &dims : std::vector<Sizes>{{0}, {0, 0}, {0, 1, 2}})
    EXPECT_NE(error_of([&] { zeros({2, 3}).permute(dims); })
                  .find("does not order the axes of [2, 3]; name each of its 2 "
                        "axes once"),
              std::string::npos);
  EXPECT_EQ(tensor(1).permute({}).dim(), 0);
}

TEST(ViewErrors, EntriesOutsideTheAxis) {
  EXPECT_EQ(error_of([] { zeros({2, 3}).select(1, 3); }),
            "select: index 3 is outside axis 1 of [2, 3]; it has 3 entries, "
            "counted from 0");
  EXPECT_EQ(error_of([] { zeros({2, 3}).narrow(1, 2, 2); }),
            "narrow: 2 entries from 2 are outside axis 1 of [2, 3]; it has 3 "
            "entries, counted from 0");
}

TEST(ViewErrors, ExpandRepeatsOnlySizeOne) {
  EXPECT_EQ(error_of([] { zeros({2, 3}).expand({2, 4}); }),
            "expand: [2, 3] does not fit [2, 4] (3 and 4); only axes of size 1 "
            "repeat");
  EXPECT_EQ(error_of([] { zeros({0}).expand({3}); }),
            "expand: [0] does not fit [3] (0 and 3); only axes of size 1 "
            "repeat");
  EXPECT_EQ(error_of([] { zeros({2, 3}).expand({3}); }),
            "expand: [2, 3] has more axes than [3]; axes can only be added in "
            "front");
  EXPECT_EQ(error_of([] { zeros({3}).expand({-1, 3}); }),
            "expand: negative size -1 in [-1, 3]; sizes start from 0");
}
