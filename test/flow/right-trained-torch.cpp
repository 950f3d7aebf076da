// REQUIRES: torch
// RUN: %tensor-tidy %s -- %torch-flags
// A module whose class stands in for a method of the library's is what that method makes of it, and the library may run
// its forward: it runs with libtorch 1.13.
#include <torch/torch.h>

struct Switched : torch::nn::Module {
  void train(bool on = true) override {
    torch::nn::Module::train(on);
    fc = torch::nn::Linear(on ? 10 : 20, 3);
  }
  torch::nn::Linear fc{torch::nn::Linear(10, 3)};
};
struct Derived : Switched {};

// The library runs what the user has written, too.
struct CountingImpl : torch::nn::Module {
  torch::Tensor forward(torch::Tensor x) {
    fc = torch::nn::Linear(20, 3);
    return x;
  }
  torch::nn::Linear fc{torch::nn::Linear(10, 3)};
};
TORCH_MODULE(Counting);

// As torch/nn/parallel/data_parallel.h has it, which needs CUDA's headers.
namespace torch::nn::parallel {
template <class Module> Tensor data_parallel(Module module, Tensor input) { return module->forward(input); }
} // namespace torch::nn::parallel

int main() {
  Counting counting;
  torch::nn::parallel::data_parallel(counting, torch::zeros({2, 10}));
  counting->fc(torch::zeros({2, 20}));
  Counting handed;
  torch::nn::AnyModule any(handed);
  any.forward(torch::zeros({2, 10}));
  handed->fc(torch::zeros({2, 20}));
  Switched a;
  a.eval();
  a.fc(torch::zeros({2, 20}));
  auto b = std::make_shared<Derived>();
  b->eval();
  b->fc(torch::zeros({2, 20}));
}
