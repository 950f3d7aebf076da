//===- Selection.h - Which rules and models are used ------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_SELECTION_H
#define TENSOR_TIDY_DRIVER_SELECTION_H

#include "driver/Options.h"
#include "rules/Rule.h"

namespace tidy {

/// The rules that `Globs` (the value of --checks) leaves, in the order of
/// rules.def. A glob adds, with `-` before it it removes, the later one wins.
/// A list that begins by removing begins with all rules. `tensor-` before a
/// name, as diagnostics print it, makes no difference. An error names the glob
/// that fits no rule, or says that no rule is left.
llvm::Expected<std::vector<const Rule *>> selectRules(llvm::StringRef Globs);

/// A rule by its name, with or without `tensor-`; the error says what was
/// meant.
llvm::Expected<const Rule *> ruleNamed(llvm::StringRef Name);

/// The models that are compiled in, and those of the files. The error is a
/// line each for whatever is broken: `x.sig:3:7: error: expected ...`.
llvm::Expected<Models> loadModels(llvm::ArrayRef<std::string> Files);

/// What decides, beside a file and its flags, what is read in it: this
/// executable and these model files. None if that cannot be told.
std::optional<std::string> identityOf(llvm::ArrayRef<std::string> ModelFiles);

} // namespace tidy

#endif
