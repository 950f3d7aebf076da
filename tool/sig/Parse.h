//===- Parse.h - Text to notation, and back ---------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_SIG_PARSE_H
#define TENSOR_TIDY_SIG_PARSE_H

#include "sig/Model.h"
#include "llvm/Support/Error.h"

namespace tidy {

/// All errors below are SigError: `file:line:column: error: expected X, found
/// 'Y'`. Nothing is changed when one is returned.

/// `matmul(a: [*b, m, k], b: [*b, k, n]) -> [*b, m, n] where m > 0`.
llvm::Expected<Signature> parseSignature(llvm::StringRef Text,
                                         llvm::StringRef File = "<signature>");
/// A shape alone, brackets optional: `b, q, d` as in Shaped<T, "b, q, d">.
llvm::Expected<ShapePattern> parseShape(llvm::StringRef Text,
                                        llvm::StringRef File = "<shape>");
/// A value as examples write them: `[2, 3]`, `4`, `true`, `none`, `(1, -1)`.
llvm::Expected<Value> parseValue(llvm::StringRef Text,
                                 llvm::StringRef File = "<value>");

/// Reads one .sig file into `Into`. Also refused: an op used before any
/// signature of it is known, a mapping whose arguments do not fit the op, two
/// models of one callee with the same parameters, two spreads in one operand.
llvm::Error parseModelFile(llvm::StringRef Text, llvm::StringRef File,
                           Models &Into);

/// Writes what the parser reads, in one canonical form.
std::string print(const Expr &E);
std::string print(const ShapePattern &P);
std::string print(const Condition &C);
std::string print(const Signature &S);

/// Are the `ok:` and `bad:` lines of `File` true of its signatures? The error
/// names each that is not, a line each, and what it gives instead.
llvm::Error checkExamples(const Models &M, llvm::StringRef File);

/// Carries the place; its message() is the whole `file:line:column: error: …`.
class SigError : public llvm::ErrorInfo<SigError> {
public:
  static char ID;
  SigError(SigPos Where, std::string Message)
      : Where(std::move(Where)), Message(std::move(Message)) {}
  void log(llvm::raw_ostream &OS) const override;
  std::error_code convertToErrorCode() const override;

  const SigPos &where() const { return Where; }
  const std::string &what() const { return Message; }

private:
  SigPos Where;
  std::string Message;
};

} // namespace tidy

#endif
