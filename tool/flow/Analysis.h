//===- Analysis.h - Shapes through a whole Program --------------*- C++ -*-===//
//
// Abstract interpretation of a Program: every function on its own with unknown
// arguments (or those of its contract), and again in the context of each call,
// memoised on the abstract arguments. What fails is collected with the calls
// that led there.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_ANALYSIS_H
#define TENSOR_TIDY_FLOW_ANALYSIS_H

#include "flow/CallGraph.h"
#include "sig/Model.h"
#include "sig/Unify.h"

namespace llvm {
class ThreadPoolInterface;
}

namespace tidy {

/// One instruction of one function.
struct Place {
  FunctionId Function = NoId;
  InstrId Instr = NoId;

  friend auto operator<=>(const Place &, const Place &) = default;
};

/// Two sizes, by the names that the code has for them, are equal.
struct ImpliedEquality {
  std::string First, Second;
  bool OrOne = false; ///< or one of them is 1: they broadcast

  friend auto operator<=>(const ImpliedEquality &,
                          const ImpliedEquality &) = default;
};

/// Of a module that is put together of others (Sequential), the one that is
/// meant; of one that is itself so, further in.
struct PartOfModule {
  Made Whole; ///< what made the outermost, if that is known
  std::vector<unsigned> Index;
};

/// What is given to such a module, in the arguments of a failure in it.
inline constexpr char GivenInput[] = "in=";

/// An op that cannot work with the arguments that reach it.
struct Failure {
  Place Where;
  Mismatch What;
  Arguments Args;
  /// The op, where the instruction is none but does several.
  std::string Inside;
  /// Of a layer's method: what made the layer, if that is known.
  Made Layer;
  /// Of Where and of Calls, where the instruction hands on to several modules.
  std::map<Place, PartOfModule> Parts;
  /// Where it is no op that fails but something declared: the function that
  /// declares it. Args go by contractParameter, or are DeclaredTensor alone.
  FunctionId Contract = NoId;
  /// Nothing fails, but only if this is so: see AnalysisOptions::TellImplied.
  std::optional<ImpliedEquality> OnlyIf;
  /// It stands where it is meant to fail, or is only come to from there.
  bool Expected = false;
  /// The calls that brought the arguments, outermost first; empty where the
  /// op fails for whatever the function is called with.
  std::vector<Place> Calls;
};

/// What a function takes and gives, as far as its body says: see
/// AnalysisOptions::KeepSignatures.
struct InferredSignature {
  std::vector<Value> Parameters; ///< by parameter
  std::optional<Value> Result;   ///< none where it returns nothing
  std::vector<Divisibility> Needs;
  /// What the code calls a size that nobody has declared.
  std::map<Symbol, std::string> Names;
};

/// What a contract calls parameter `I` of its function: its name, if it has
/// one.
std::string contractParameter(const Function &F, unsigned I);
/// What it calls that which an Expect is about.
inline constexpr char DeclaredTensor[] = "#";

/// A question of the program as a failed check has it: what is compared goes
/// by `0` and `1`, the tensors that this was asked of by `of 0` and `of 1`.
Instr withSides(const Function &F, InstrId Question);

struct Analysis {
  /// One for each Place: of the ways there, one with the fewest choices.
  std::vector<Failure> Failures;
  /// Every different value that an Op or a Store was seen with.
  std::map<Place, std::vector<Value>> Values;
  /// The same for parameters, by variable.
  std::map<std::pair<FunctionId, VarId>, std::vector<Value>> Parameters;
  std::map<FunctionId, InferredSignature> Signatures;
  /// Ops that were met with known ranks and did not fail; those of them that
  /// needed nothing for it that was not known already.
  std::set<Place> Worked, Proved;
  /// Steps that it took: instructions followed, variables that differed where
  /// paths met, tensors that were reshaped.
  std::size_t Work = 0;
  /// Failures may be missing: a call was too deep to be followed, or had too
  /// many to tell.
  bool IsCut = false;
  /// Functions of which something is unknown because following them further
  /// would have taken more than their share of steps, or was too deep.
  std::set<FunctionId> Unfinished;
};

struct AnalysisOptions {
  /// Its threads share the program out by what calls connect; without it, or
  /// where the program is small, the caller's thread does all. The Analysis is
  /// the same. Tasks of the pool may call analyse with the pool.
  llvm::ThreadPoolInterface *Pool = nullptr;
  /// Whether Values and Parameters are wanted; otherwise they stay empty.
  bool KeepValues = true;
  /// Whether Signatures are wanted; that takes further runs of every function.
  bool KeepSignatures = false;
  /// Whether what is meant to fail is told as well.
  bool TellExpected = false;
  /// Whether equalities are told, of two differently named sizes, that a
  /// function needs silently.
  bool TellImplied = false;
};

/// Takes time and memory in proportion to the program.
Analysis analyse(const Program &P, const Models &M,
                 const AnalysisOptions &O = {});
/// The same of some functions and what they call, without Values and
/// Parameters. `Calls` are those of `P`.
Analysis analyseFrom(const Program &P, const Models &M, const CallGraph &Calls,
                     llvm::ArrayRef<FunctionId> Roots);

} // namespace tidy

#endif
