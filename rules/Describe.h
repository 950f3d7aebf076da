//===- Describe.h - How rules talk about a failure --------------*- C++ -*-===//
#ifndef TENSOR_TIDY_RULES_DESCRIBE_H
#define TENSOR_TIDY_RULES_DESCRIBE_H

#include "rules/Rule.h"

namespace tidy {

/// One failed op, as diagnostics name its parts.
class FailedOp {
public:
  FailedOp(const Failure &F, const RuleContext &C);

  const Instr &op() const { return Op; }
  /// The callee without its namespaces: 'matmul'.
  std::string name() const;
  /// `'matmul'`; of a layer in others `'Linear' at index 2 of 'seq'`.
  std::string subject() const;
  /// It is what a layer does with its input, and `Parameter` of the op is the
  /// layer's own.
  bool isOfLayer(llvm::StringRef Parameter) const;
  /// The layer's name for it, `in_features`; empty if it has none.
  std::string fieldOfLayer(llvm::StringRef Parameter) const;
  /// The model gives this number for the op's parameter, not the user.
  bool isModelled(llvm::StringRef Parameter) const;
  /// `4 on axis 1 of [2, 4]`, as far as that is known.
  std::string sizeOf(const MismatchSide &Side) const;
  /// The instruction that computes the operand for `Parameter`; null if the
  /// op was called without it.
  const Instr *operand(llvm::StringRef Parameter) const;
  bool isTensor(llvm::StringRef Parameter) const;
  /// Where that operand stands, or else the callee's name.
  Span spanOf(llvm::StringRef Parameter) const;
  /// The variable that holds the operand; empty for other expressions.
  std::string variable(llvm::StringRef Parameter) const;
  /// `'key'`, `'randn({2, 3})'`; `the second operand` for a long expression.
  std::string quoted(llvm::StringRef Parameter) const;
  /// The whole of it; empty for a long expression.
  std::string quoted() const { return quoted(&Op); }
  /// Its shape as text: `[2, 3]`.
  std::string shape(llvm::StringRef Parameter) const;

  /// An error at `At`'s operand, with a note for each operand saying where its
  /// shape was made, and one for each call on the way.
  Finding error(llvm::StringRef Rule, llvm::StringRef At,
                std::string Message) const;
  /// An edit that passes the operand through another op.
  ProgramEdit through(llvm::StringRef Parameter, llvm::StringRef Other) const;

private:
  static std::string variable(const Function &Of, const Instr *I);
  std::string quoted(const Instr *I) const;
  void noteTensor(const std::string &Name, const TensorValue &T,
                  Finding &Out) const;
  void noteOperand(const Operand &O, Finding &Out) const;
  Span madeAt(const Made &M) const;
  llvm::StringRef callee() const;
  const OpArgument *modelled(llvm::StringRef Parameter) const;
  std::string whole(const Place &At) const;
  std::string placeAmong(const Place &At) const;
  std::string placed(llvm::StringRef Parameter) const;
  void noteLayer(Finding &Out) const;
  void noteCalls(Finding &Out) const;

  const Failure &F;
  const RuleContext &C;
  const Function &In;
  const Instr Op; ///< its operands named as the failure names them
};

} // namespace tidy

#endif
