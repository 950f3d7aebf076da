//===- Options.h - The command line -----------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_DRIVER_OPTIONS_H
#define TENSOR_TIDY_DRIVER_OPTIONS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <string>
#include <vector>

namespace tidy {

/// docs/cli.md says what they mean.
struct Options {
  enum class Action : std::uint8_t {
    Check,
    Help,
    Version,
    ListChecks,
    Explain
  };
  enum class Format : std::uint8_t { Text, Json };
  enum class Dump : std::uint8_t { None, Program, Shapes, Signatures };
  enum class Colour : std::uint8_t { Auto, Always, Never };

  Action What = Action::Check;
  Format As = Format::Text;
  Dump Instead = Dump::None;
  Colour Paint = Colour::Auto;
  bool Fix = false;
  bool ExpectedFailures = false;
  bool Implied = false;
  bool NoCache = false;
  bool ClearCache = false;
  bool Timings = false;
  bool AllBodies = false;
  std::optional<unsigned> Jobs;                  ///< of -j
  std::string Rule;                              ///< of Explain
  std::string Checks;                            ///< as given, joined by commas
  std::string CacheDirectory;                    ///< empty if not given
  std::string CompileDirectory;                  ///< of -p; empty if not given
  std::optional<std::vector<std::string>> Flags; ///< behind `--`
  std::vector<std::string> Models;               ///< .sig files
  std::vector<std::string> Files;
};

/// Reads the arguments, the program's name apart. The error is one line for
/// the user: what is wrong and, where it can be told, what was meant.
llvm::Expected<Options> parseOptions(llvm::ArrayRef<const char *> Args);

void printHelp(llvm::raw_ostream &OS);

/// ` (did you mean 'X'?)` for the nearest of `Known`, or nothing if none is
/// near.
std::string didYouMean(llvm::StringRef Given,
                       llvm::ArrayRef<llvm::StringRef> Known);

} // namespace tidy

#endif
