// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// What a pointer may do besides leading to a variable: nothing here is wrong.
#include <torch/torch.h>
using torch::Tensor;

struct Keeper {
  explicit Keeper(Tensor *x) : x(x) {}
  void turn() { *x = x->t(); }
  Tensor *x;
};

Tensor *kept = nullptr;
void keep(Tensor *x) { kept = x; }
void keepNamed(Tensor *x) {
  Tensor &name = *x;
  kept = &name;
}
void turnKept() { *kept = kept->t(); }

Tensor *same(Tensor *x) { return x; }

void fill(int64_t *sizes) {
  sizes[0] = 4;
  ++sizes;
  *sizes = 8;
}

void swapped(Tensor *a, Tensor *b) {
  Tensor *t = a;
  a = b;
  *a = torch::ones({8, 2});
  *t = torch::ones({2, 8});
}

void later(Tensor *x, std::function<void()> *out) {
  *out = [x] { *x = x->t(); };
}

void orNothing(Tensor *x, const Tensor *w) {
  if (!x)
    return;
  if (w)
    *x = x->matmul(*w);
}

void elements(std::vector<Tensor> *list) {
  list->at(0) = torch::ones({8, 2});
  list->front().t_();
  for (Tensor &t : *list)
    t = t.t();
  list->insert(list->begin(), torch::ones({2, 8}));
}

void twice(Tensor *a, Tensor *b) {
  *a = torch::ones({8, 4});
  *b = b->t();
}

void endless(Tensor *x, int64_t n) {
  if (n > 0) {
    *x = x->t();
    endless(x, n - 1);
  }
}

struct Turns {
  virtual ~Turns() = default;
  virtual void operator()(Tensor *x) { *x = x->t(); }
};

int main() {
  Tensor w = torch::ones({8, 3});
  Tensor a = torch::ones({8, 4});
  Keeper(&a).turn();
  a.matmul(w.narrow(0, 0, 8));

  Tensor b = torch::ones({8, 4});
  keep(&b);
  turnKept();
  b.matmul(w);
  Tensor named = torch::ones({8, 4});
  keepNamed(&named);
  turnKept();
  named.matmul(w);

  Tensor c = torch::ones({8, 4});
  *same(&c) = torch::ones({4, 8});
  c.matmul(w);

  int64_t sizes[2] = {1, 1};
  fill(sizes);
  torch::ones({sizes[0], sizes[1]}).matmul(w);

  Tensor d = torch::ones({3, 3}), e = torch::ones({3, 3});
  swapped(&d, &e);
  d.matmul(e);

  Tensor f = torch::ones({8, 4});
  std::function<void()> turn;
  later(&f, &turn);
  turn();
  f.matmul(w);

  Tensor g = torch::ones({4, 8});
  orNothing(&g, nullptr);
  g.matmul(w);
  orNothing(nullptr, &w);

  std::vector<Tensor> list{torch::ones({1, 1})};
  elements(&list);
  list[0].matmul(w);
  list[1].matmul(torch::ones({2, 1}));

  Tensor h = torch::ones({1, 1});
  twice(&h, &h);
  h.matmul(w);

  Tensor i = torch::ones({8, 4});
  endless(&i, 3);
  i.matmul(w);

  Tensor j = torch::ones({8, 4});
  Turns turns;
  Turns *any = &turns;
  (*any)(&j);
  j.matmul(w);

  Tensor k = torch::ones({8, 4});
  Tensor *p = &k;
  Tensor **pp = &p;
  **pp = k.t();
  k.matmul(w);

  Tensor l = torch::ones({8, 4}), m = torch::ones({8, 4});
  Tensor *q = &l;
  q = &m;
  *q = m.t();
  m.matmul(w);

  void (*pointer)(Tensor *, int64_t) = endless;
  Tensor n = torch::ones({8, 4});
  pointer(&n, 1);
  n.matmul(w);

  int64_t rows = 8;
  sscanf("4", "%ld", &rows);
  torch::ones({rows, 2}).t().matmul(torch::ones({4, 1}));
}
