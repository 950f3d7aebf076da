//===- Timings.h - What a run took ------------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_TIMINGS_H
#define TENSOR_TIDY_DRIVER_TIMINGS_H

#include "frontend/Lower.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>

namespace tidy {

/// What --timings prints. With one file at a time the counts depend on the
/// input alone; with several, files that could share parts of a preamble may
/// come in another order. The seconds depend on the machine.
struct Timings {
  /// Adds the time of its life to a sum.
  class Step {
  public:
    explicit Step(std::chrono::duration<double> &Sum)
        : Sum(Sum), Begin(std::chrono::steady_clock::now()) {}
    ~Step() { Sum += std::chrono::steady_clock::now() - Begin; }
    Step(const Step &) = delete;
    Step &operator=(const Step &) = delete;

  private:
    std::chrono::duration<double> &Sum;
    std::chrono::steady_clock::time_point Begin;
  };

  ParseWork Work;
  unsigned PreamblesBuilt = 0;
  std::size_t Steps = 0; ///< of the analysis
  std::chrono::duration<double> Parsing{0}, Analysing{0};

  Timings &operator+=(const Timings &More);
  /// A line each: `preambles built: 1`, `analysis: 0.01 s`.
  void print(llvm::raw_ostream &OS) const;
};

} // namespace tidy

#endif
