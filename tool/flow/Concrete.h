//===- Concrete.h - Programs, run -------------------------------*- C++ -*-===//
//
// Only for tests: runs a Program on tensors whose sizes are numbers, so that
// what the analysis says can be held against it. Shares nothing with sig and
// shape: what an op does is written down here once more.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FLOW_CONCRETE_H
#define TENSOR_TIDY_FLOW_CONCRETE_H

#include "flow/Analysis.h"
#include <random>

namespace tidy::concrete {

using Sizes = std::vector<std::int64_t>;
/// Copies of a tensor are handles of one; a reshape in place is seen by all.
using Tensor = std::shared_ptr<Sizes>;
struct Datum;
struct None {};
struct Fraction {};
/// What was never written.
struct Nothing {};
struct Datum : std::variant<Nothing, None, Fraction, bool, std::int64_t,
                            std::string, Tensor, std::vector<Datum>> {
  using variant::variant;
  template <class T> const T *as() const { return std::get_if<T>(this); }
};
using List = std::vector<Datum>;
using Given = std::map<std::string, Datum>;

std::string str(const Datum &D);
/// It has sizes that soon do not fit in 64 bits, or whose product does not.
bool isLarge(const Datum &D);
/// What an op of rules/ops.sig gives; none if it throws. Of ops that are not
/// written down here (isRunnable) nothing may be asked.
std::optional<Datum> perform(llvm::StringRef Op, const Given &Args);
bool isRunnable(llvm::StringRef Op);

/// How a run ended.
struct End {
  enum class Kind : std::uint8_t {
    Returned,
    Stopped,   ///< at a Stop
    Failed,    ///< an op threw that nobody caught
    Undefined, ///< divided by zero, overflowed, ran too long, ...
  };
  Kind What = Kind::Returned;
  Place Where; ///< of Failed
  Datum Value;
};

/// Hears of a run as it goes on.
struct Watcher {
  virtual ~Watcher() = default;
  /// An instruction gave `D`, `Depth` calls below the first function.
  virtual void gave(const Place &At, unsigned Depth, const Datum &D) = 0;
  /// An op is about to be tried, behind these calls.
  virtual void tries(const Place &At, llvm::ArrayRef<Place> Calls) = 0;
  /// An op threw, whether or not somebody catches it.
  virtual void threw(const Place &At, llvm::ArrayRef<Place> Calls) = 0;
  virtual void enters(FunctionId F, BlockId B, unsigned Depth) = 0;
  /// Something out of sight may hold on to the tensor, which it was given.
  virtual bool mayKeep(const Tensor &T) = 0;
};

/// One run. What comes from outside the program comes from `Random`.
class Machine {
public:
  Machine(const Program &P, std::mt19937 &Random, Watcher &W)
      : P(P), Random(Random), W(W) {}

  End run(FunctionId F, std::vector<Datum> Args);

private:
  using Cell = std::shared_ptr<Datum>;
  struct Frame {
    FunctionId Id;
    std::vector<Cell> Vars;
    std::vector<Datum> Values;
  };

  End body(FunctionId F, std::vector<Cell> Args);
  /// None to go on.
  std::optional<End> instr(Frame &In, InstrId I);
  std::optional<End> call(Frame &In, InstrId I);
  std::optional<End> op(Frame &In, InstrId I);
  Datum value(Frame &In, const Instr &I, bool &IsDefined);
  Datum unknown(Frame &In, const Instr &I);
  BlockId next(const Frame &In, const Terminator &T);
  Datum operand(const Frame &In, const Operand &O) const;
  bool isComputedInference(const Frame &In, const Instr &I) const;
  void reshape(const Datum &D);
  void keep(const Datum &D);
  void runOpaque(bool Reshapes);
  Datum anything();
  unsigned below(unsigned N) { return unsigned(Random() % N); }

  const Program &P;
  std::mt19937 &Random;
  Watcher &W;
  std::vector<Place> Calls;
  std::vector<Tensor> Kept;  // by something out of sight
  std::vector<Cell> Exposed; // the same, of variables
  unsigned Fuel = 5000;
  /// What is not understood may give back what it was given: not where it is
  /// kept under that name, of which the analysis does not think.
  bool MayAlias = true;
};

} // namespace tidy::concrete

#endif
