#include "constants.h"

static int64_t half(int64_t n) { return n / 2; }
const int64_t kHidden = half(256);
const Config kConfig{96, 8};
int64_t changes = 3;
const int64_t Sizes::width = kHidden * 2;
const std::vector<int64_t> Sizes::all = {16, kHidden, 3};
