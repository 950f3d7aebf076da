//===- ModelCheck.h - Does what a .sig file says fit? -----------*- C++ -*-===//
//
// Internal to sig/: the checks of ModelParser that need more than a line.
// Problems are messages, empty where there is none.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_MODELCHECK_H
#define TENSOR_TIDY_SIG_MODELCHECK_H

#include "sig/Model.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace tidy {

/// Follows the arguments given to an op, against all its alternatives together:
/// what one alternative lacks is not given to it.
class ArgumentCheck {
public:
  /// Mappings name by position what the first alternative names so; examples,
  /// what any of them does.
  enum class Positions : std::uint8_t { OfFirst, OfAny };
  ArgumentCheck(llvm::ArrayRef<Signature> Alternatives, Positions Named);
  /// The next argument, of this name or else by position.
  std::string next(llvm::StringRef Name);

private:
  std::string named(llvm::StringRef Name) const;

  llvm::ArrayRef<Signature> Alternatives;
  size_t MostPositional;
  size_t Positional = 0;
  std::vector<std::string> Given;
};

/// `{x}` stands for a parameter; other braces are text.
std::string placeholderProblem(const EditSpelling &E);

} // namespace tidy

#endif
