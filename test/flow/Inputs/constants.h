#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

struct Config {
  int64_t hidden = 64, heads = 4;
  std::string name = "base";
  int64_t head() const { return hidden / heads; }
};
extern const int64_t kHidden;
extern const Config kConfig;
extern int64_t changes;
struct Sizes {
  static const int64_t width;
  static const std::vector<int64_t> all;
};
