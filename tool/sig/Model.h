//===- Model.h - What a .sig file says --------------------------*- C++ -*-===//
//
// A .sig file holds op signatures with examples, and library models: which C++
// callee is which op, and how edits are spelt there.
//
//   library torch
//   namespace at torch c10              callees in it that touch tensors count
//   tensor at::Tensor                   a type whose values are tensors
//   undefined at::Tensor                made of nothing it is none yet
//   wrapper c10::ArrayRef               constructing it from x is x
//   pointer torch::nn::ModuleHolder     to its first template argument
//   record torch::nn::LinearImpl(n, m)  an object that holds its arguments
//   record torch::nn::PoolOptions(k) unless k    not known once `k` was set
//   text c10::basic_string_view         a type whose values are strings
//   constant torch::kMean = "mean"      a variable that stands for a literal
//   scope at at::Tensor                 of `both`: functions in, methods of
//   function torch::randn(size, options) = filled(size)
//   method at::Tensor::t() = transpose(this, 0, 1)
//   function at::{exp, log}(self) = elementwise(self)           one line for
//   each method torch::nn::LinearImpl::forward(x) = linear(x, this.n, this.m)
//   changes at::Tensor::t_() = transpose(this, 0, 1)     in place
//   both softmax(self, dim, dtype) = softmax(self, dim)
//   reshapes at::TensorBase::set_data   may change its tensors' shapes in place
//   outside torch::optim                what computes no tensors
//   edit swap_last_two(x) = "{x}.transpose(-2, -1)"
//
// Callees whose names end in `_`, `_out` or `_outf` are taken to reshape, too.
// A callee is matched by its qualified name and the names of all its C++
// parameters (`_` matches any name); those that the right side does not use do
// not matter to shapes.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_MODEL_H
#define TENSOR_TIDY_SIG_MODEL_H

#include "sig/Signature.h"
#include <map>
#include <set>

namespace tidy {

/// The right side of a mapping: one argument of the op.
struct OpArgument {
  std::string Name;      ///< `dim: 0`; empty if given by position
  std::string Parameter; ///< a C++ parameter's name, `this`; or else Literal
  std::string Field;     ///< of that, where it is a record
  std::optional<Value> Literal;
};

/// One C++ callee.
struct CalleeModel {
  std::string Library;
  std::string Callee; ///< qualified: `at::Tensor::matmul`
  bool IsMethod = false;
  bool Changes = false; ///< the object has the result's shape afterwards
  std::vector<std::string> Parameters;
  std::string Op;
  std::vector<OpArgument> Arguments;
  SigPos Where;
};

/// How an op is spelt as an edit: "{x}.transpose(-2, -1)".
struct EditSpelling {
  std::string Library;
  std::string Op;
  std::vector<std::string> Parameters;
  std::string Text;
  SigPos Where;
};

struct Models {
  std::map<std::string, std::vector<Signature>> Ops;
  std::vector<Example> Examples;
  std::map<std::string, std::string> Namespaces; ///< name -> library
  std::set<std::string> TensorTypes;
  std::set<std::string> UndefinedTypes; ///< tensors: none until they are given
  std::set<std::string> WrapperTypes;
  std::set<std::string> TextTypes;
  std::map<std::string, Value> Constants; ///< variables, qualified
  std::set<std::string> Reshaping;        ///< callees, qualified
  /// Namespaces, classes and callees that compute no tensors.
  std::set<std::string> Outside;
  /// Class templates whose objects point to one of their first argument.
  std::set<std::string> PointerTypes;
  /// Classes of whose objects it is known what they hold, with the fields that
  /// the arguments of a constructor go to, in order.
  std::map<std::string, std::vector<std::string>> Records;
  /// Class and setter: what was set so is not known any more.
  std::set<std::pair<std::string, std::string>> RecordsUnless;
  std::map<std::string, std::vector<CalleeModel>> Callees; ///< by Callee
  std::vector<EditSpelling> Edits;
};

} // namespace tidy

#endif
