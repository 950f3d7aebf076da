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
  /// It is what a layer does with its input: sizes that are no operand's are
  /// the layer's own.
  bool isLayer() const;
  /// The instruction that computes the operand for `Parameter`; null if the
  /// op was called without it.
  const Instr *operand(llvm::StringRef Parameter) const;
  bool isTensor(llvm::StringRef Parameter) const;
  /// Where that operand stands, or else the callee's name.
  Span spanOf(llvm::StringRef Parameter) const;
  /// The variable that holds the operand; empty for other expressions.
  std::string variable(llvm::StringRef Parameter) const;
  /// `'key'`, `'randn({2, 3})'`; `operand 'b'` for a long expression.
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
  std::string variable(const Instr *I) const;
  std::string quoted(const Instr *I) const;
  void noteTensor(const std::string &Name, const TensorValue &T,
                  Finding &Out) const;
  void noteOperand(const Operand &O, Finding &Out) const;
  Span madeAt(const Made &M) const;

  const Failure &F;
  const RuleContext &C;
  const Function &In;
  const Instr Op; ///< its operands named as the failure names them
};

} // namespace tidy

#endif
