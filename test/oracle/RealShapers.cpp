//===- RealShapers.cpp - Products, tables, padding, other shapes ----------===//
#include "RealModules.h"

namespace oracle {

using namespace torch::nn;

static void addPadding(CallerTable &Table) {
  LAYER(ReflectionPad1dImpl, "padding");
  LAYER(ReflectionPad2dImpl, "padding");
  LAYER(ReflectionPad3dImpl, "padding");
  LAYER(ReplicationPad1dImpl, "padding");
  LAYER(ReplicationPad2dImpl, "padding");
  LAYER(ReplicationPad3dImpl, "padding");
  LAYER(ZeroPad2dImpl, "padding");
  LAYER(ConstantPad1dImpl, "padding", "value");
  LAYER(ConstantPad2dImpl, "padding", "value");
  LAYER(ConstantPad3dImpl, "padding", "value");
}

static void addInitialisers(CallerTable &Table) {
  auto Add = [&](const std::string &Name, const std::string &Parameter,
                 at::Tensor (*Make)(at::Tensor)) {
    Table["torch::nn::init::" + Name] = [=](const Arguments &A) {
      return datumOf(Make(A.tensor(Parameter)));
    };
  };
#define INITIALISER(NAME, PARAMETER, ...)                                      \
  Add(#NAME, PARAMETER,                                                        \
      [](at::Tensor T) -> at::Tensor { return init::NAME(T, ##__VA_ARGS__); })
  INITIALISER(constant_, "tensor", 1);
  INITIALISER(dirac_, "tensor");
  INITIALISER(eye_, "matrix");
  INITIALISER(normal_, "tensor");
  INITIALISER(ones_, "tensor");
  INITIALISER(orthogonal_, "tensor");
  INITIALISER(sparse_, "tensor", 0.5);
  INITIALISER(uniform_, "tensor");
  INITIALISER(kaiming_normal_, "tensor");
  INITIALISER(kaiming_uniform_, "tensor");
  INITIALISER(xavier_normal_, "tensor");
  INITIALISER(xavier_uniform_, "tensor");
  INITIALISER(zeros_, "tensor");
}

/// What a module is given, it gives back.
static void addModules(CallerTable &Table) {
  Table["torch::nn::Module::register_buffer"] = [](const Arguments &A) {
    return datumOf(Module().register_buffer("x", A.tensor("tensor")));
  };
  Table["torch::nn::Module::register_parameter"] = [](const Arguments &A) {
    return datumOf(Module().register_parameter("x", A.tensor("tensor")));
  };
  for (const char *Name : {"register_module", "replace_module"})
    for (const char *Parameter : {"module", "module_holder"})
      Table[std::string("torch::nn::Module::") + Name + "(name, " + Parameter +
            ")"] = [=](const Arguments &A) {
        Module Whole;
        Linear First(1, 2), Layer(1, 2);
        Whole.register_module("x", First);
        auto Same = std::string(Name) == "replace_module"
                        ? Whole.replace_module("x", Layer)
                        : Whole.register_module("y", Layer);
        if (Same != Layer.ptr())
          throw std::logic_error("another module");
        return A.get(Parameter);
      };
}

void addShapers(CallerTable &Table) {
  addPadding(Table);
  addInitialisers(Table);
  addModules(Table);
  LAYER(LinearImpl, "in_features", "out_features");
  LAYER(BilinearImpl, "in1_features", "in2_features", "out_features");
  LAYER(EmbeddingImpl, "num_embeddings", "embedding_dim");
  Table["torch::nn::EmbeddingBagImpl::forward"] = withLong(
      "input", layer<EmbeddingBagImpl>(&EmbeddingBagImpl::forward,
                                       "num_embeddings", "embedding_dim"));
  LAYER(FlattenImpl);
  LAYER(UnflattenImpl, "dim", "sizes");
  Table["torch::nn::UpsampleImpl::forward"] = [](const Arguments &A) {
    for (const char *Name : {"this.size", "this.scale_factor"})
      if (A.has(Name) && A.get(Name).What != Datum::Kind::List)
        throw CannotTry("it takes lists, by their type");
    return layer<UpsampleImpl>(&UpsampleImpl::forward)(A);
  };
  LAYER(PixelShuffleImpl, "upscale_factor");
  LAYER(PixelUnshuffleImpl, "downscale_factor");
  LAYER(CosineSimilarityImpl);
  LAYER(PairwiseDistanceImpl);
}

} // namespace oracle
