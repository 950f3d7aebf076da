//===- Timings.cpp - What a run took --------------------------------------===//
#include "driver/Timings.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

Timings &Timings::operator+=(const Timings &More) {
  Work += More.Work;
  PreamblesBuilt += More.PreamblesBuilt;
  Steps += More.Steps;
  Parsing += More.Parsing;
  Analysing += More.Analysing;
  return *this;
}

void Timings::print(llvm::raw_ostream &OS) const {
  auto line = [&](const char *What, std::size_t Count) {
    OS << llvm::formatv("{0}: {1}\n", What, Count);
  };
  line("files known from before", Work.Kept);
  line("files parsed", Work.Files);
  line("of them again, without a preamble", Work.Again);
  line("files on a preamble", Work.Shared);
  line("preambles built", PreamblesBuilt);
  line("headers read beside preambles", Work.Headers);
  line("bodies parsed", Work.Bodies);
  line("bodies skipped beside preambles", Work.SkippedBodies);
  line("steps of the analysis", Steps);
  OS << llvm::formatv("parsing: {0:f3} s\nanalysis: {1:f3} s\n",
                      Parsing.count(), Analysing.count());
}

} // namespace tidy
