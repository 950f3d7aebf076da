//===- Compare.h - What a model says, and what the library does -*- C++ -*-===//
//
// A model's word on a call is taken from the call's own arguments, as flow
// does it for calls of a program; so its literals and defaults are tried, too.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_ORACLE_COMPARE_H
#define TENSOR_TIDY_ORACLE_COMPARE_H

#include "Call.h"
#include "sig/Model.h"
#include "sig/Unify.h"

namespace oracle {

/// What the op is given in every call of the callee.
tidy::Arguments literalsOf(const tidy::CalleeModel &Model,
                           llvm::ArrayRef<tidy::Signature> Op);
/// The call of a callee by which its op is given these arguments; none where it
/// gives them in no call (a literal stands for one of them).
std::optional<Call> callFor(const tidy::CalleeModel &Model,
                            llvm::ArrayRef<tidy::Signature> Op,
                            const tidy::Arguments &Args);
/// What the model says of a call.
tidy::Outcome foretell(const tidy::CalleeModel &Model,
                       llvm::ArrayRef<tidy::Signature> Op, const Call &C);

enum class Verdict : std::uint8_t {
  Agree,        ///< both take it, with one result
  AgreeNot,     ///< both reject it
  LessKnown,    ///< the model does not say all of it
  Declined,     ///< the library was not asked
  OtherResult,  ///< both take it, and give different results
  ModelRejects, ///< a false alarm
  ModelAccepts  ///< an error that is not seen
};
inline bool disagrees(Verdict V) { return V >= Verdict::OtherResult; }
llvm::StringRef wordFor(Verdict V);
Verdict compare(const tidy::Outcome &Foretold, const Answer &Real);

} // namespace oracle

#endif
