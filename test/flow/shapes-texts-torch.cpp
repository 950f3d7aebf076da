// RUN: %tensor-tidy %s -- %torch-flags
// RUN: %tensor-tidy --dump=shapes %s -- %torch-flags | %without-checks | FileCheck %s
// What is written in quotes is a value, wherever it is handed on to. What may
// write to a string, or may have another by the time it is read, is unknown.
#include <torch/torch.h>
#include <optional>
#include <string>
#include <string_view>
using torch::Tensor;

Tensor pick(const Tensor &x, const std::string &mode = "rows") {
  return mode == "rows" ? x.select(0, 0) : x.select(1, 0);
}
Tensor pickView(const Tensor &x, c10::string_view mode) {
  return mode != "rows" ? x.select(1, 0) : x.select(0, 0);
}
Tensor pickPointer(const Tensor &x, const char *mode) {
  return std::string_view(mode) == "rows" ? x.select(0, 0) : x.select(1, 0);
}
void shout(std::string &s);
void exclaim(std::string &s) { s = s + "!"; }
struct Picker {
  std::string mode = "rows";
  explicit Picker(std::string how) : mode(std::move(how)) {}
  Picker() = default;
  Tensor forward(const Tensor &x) { return pick(x, mode); }
};
constexpr const char *kRows = "rows";
const std::string kColumns = "columns";
static const char kArray[] = "rows";
std::string changing = "rows";

void known() {
  auto x = torch::zeros({2, 3});
  auto a = pick(x);               // CHECK: a: [3]
  auto b = pick(x, "columns");    // CHECK: b: [2]
  auto c = pickView(x, "rows");   // CHECK: c: [3]
  auto d = pickPointer(x, "rows"); // CHECK: d: [3]
  auto e = Picker().forward(x);   // CHECK: e: [3]
  auto f = Picker("none").forward(x); // CHECK: f: [2]
  auto g = pick(x, kRows);        // CHECK: g: [3]
  auto h = pick(x, kColumns);     // CHECK: h: [2]
  auto i = pickPointer(x, kArray); // CHECK: i: [3]
  std::string mode = "rows", fixed = mode, later;
  auto j = pickView(x, fixed);    // CHECK: j: [3]
  auto k = pick(x, later);        // CHECK: k: [2]
  later = mode;
  auto l = pick(x, later);        // CHECK: l: [3]
  std::vector<std::string> modes = {"rows", "columns"};
  auto m = pick(x, modes[1]);     // CHECK: m: [2]
  auto n = pick(x, j.dim() == 1 ? "rows" : "columns"); // CHECK: n: [3]
  std::optional<std::string> given = mode;
  auto o = pick(x, given.value_or("columns")); // CHECK: o: [3]
  auto p = [mode](const Tensor &y) { return pick(y, mode); }(x); // CHECK: p: [3]
}

void unknown(const std::string &other, bool flag) {
  auto x = torch::zeros({2, 3});
  auto a = pick(x, other);        // CHECK: a: [_]
  std::string added = "rows", element = added, data = added, each = added,
              viewed = added, pointed = added, shouted = added, exclaimed = added,
              chosen = added, moved = added;
  added += "!";
  auto b = pick(x, added);        // CHECK: b: [_]
  element[0] = 'R';
  auto c = pick(x, element);      // CHECK: c: [_]
  char *to = data.data();
  *to = 'R';
  auto d = pick(x, data);         // CHECK: d: [_]
  for (char &letter : each)
    letter = 'x';
  auto e = pick(x, each);         // CHECK: e: [_]
  std::string_view view = viewed;
  viewed = "columns";
  auto f = pickView(x, c10::string_view(view.data(), view.size())); // CHECK: f: [_]
  auto g = view == "rows" ? x.select(0, 0) : x.select(1, 0); // CHECK: g: [_]
  const char *pointer = pointed.c_str();
  pointed = "columns";
  auto h = pickPointer(x, pointer); // CHECK: h: [_]
  shout(shouted);
  auto i = pick(x, shouted);      // CHECK: i: [_]
  exclaim(exclaimed);
  auto j = pick(x, exclaimed);    // CHECK: j: [_]
  char buffer[16] = "rows";
  buffer[0] = 'R';
  auto k = pickPointer(x, buffer); // CHECK: k: [_]
  if (flag)
    chosen = "columns";
  auto l = pick(x, chosen);       // CHECK: l: [_]
  auto m = pick(x, changing);     // CHECK: m: [_]
  auto taken = std::move(moved);
  auto n = pick(x, taken);        // CHECK: n: [3]
  auto o = pick(x, moved);        // CHECK: o: [_]
  auto p = pick(x, std::string(3, 'x')); // CHECK: p: [_]
  auto q = pick(x, "rows\0more");  // CHECK: q: [_]
}
