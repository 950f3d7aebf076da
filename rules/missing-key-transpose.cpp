//===- missing-key-transpose.cpp - softmax(q k) v without the k^T ---------===//
//
// The scores of attention compare each query with each key: query times the
// key's transpose. Claimed where a product fails over its inner dimensions,
// the transpose would mend it, and something says that this is attention: the
// name of the second operand, or a softmax that the result goes into.
//
//===----------------------------------------------------------------------===//
#include "rules/Describe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

/// `key`, `keys`, `k`, `K`, `key_states`, `newKey`, `cached_keys_`: the name
/// falls into words at underscores and capitals, and one of them is key or k.
static bool isNamedKey(llvm::StringRef Name) {
  std::string Words;
  for (size_t I = 0; I < Name.size(); ++I) {
    bool Starts = I > 0 && llvm::isUpper(Name[I]) && llvm::isLower(Name[I - 1]);
    if (Starts || !llvm::isAlpha(Name[I]))
      Words += ' ';
    if (llvm::isAlpha(Name[I]))
      Words += llvm::toLower(Name[I]);
  }
  llvm::SmallVector<llvm::StringRef> Split;
  llvm::StringRef(Words).split(Split, ' ');
  return llvm::any_of(Split, [](llvm::StringRef Word) {
    return Word == "k" || Word == "key" || Word == "keys";
  });
}

std::optional<Finding> rules::missingKeyTranspose(const Failure &F,
                                                  const RuleContext &C) {
  const Mismatch &M = F.What;
  if (M.What != Mismatch::Kind::Size || !M.Contracted)
    return std::nullopt;
  FailedOp Op(F, C);
  const std::string &Key = M.Second.Parameter;
  bool Evident =
      isNamedKey(Op.variable(Key)) || C.Reach.reaches(F.Where, "softmax");
  auto Arg = F.Args.find(Key);
  const auto *T = Arg == F.Args.end() ? nullptr : Arg->second.as<TensorValue>();
  if (!Evident || !T || T->Sizes.sizes().size() < 2)
    return std::nullopt;
  // Transposed, the key's last size is the inner one.
  Dim Width = *T->Sizes.fromEnd(1);
  if (Facts().provesEqual(Width, M.First.Size) == Answer::No)
    return std::nullopt;
  Finding Out = Op.error(
      "missing-key-transpose", Key,
      llvm::formatv("inner dimensions of '{0}' differ: {1} and {2}", Op.name(),
                    M.First.Size.str(), M.Second.Size.str()));
  Out.Fixes.push_back(
      {"transpose the key", true, Op.through(Key, "swap_last_two"), {}});
  return Out;
}

} // namespace tidy
