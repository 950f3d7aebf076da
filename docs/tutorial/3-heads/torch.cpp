// Splits a width into heads and merges them again: 8 heads divide 64, 6 do not.
#include <cstdint>
#include <torch/torch.h>

torch::Tensor split_heads(torch::Tensor x, std::int64_t heads) {
  auto batch = x.size(0);
  auto length = x.size(1);
  auto width = x.size(2);
  return x.view({batch, length, heads, width / heads}).transpose(1, 2);
}

torch::Tensor merge_heads(torch::Tensor x) {
  auto batch = x.size(0);
  auto length = x.size(2);
  auto width = x.size(1) * x.size(3);
  return x.transpose(1, 2).contiguous().view({batch, length, width});
}

int main() {
  auto x = torch::randn({2, 5, 64});
  auto same = merge_heads(split_heads(x, 8)) + x;
  auto torn = split_heads(x, 6);
}
