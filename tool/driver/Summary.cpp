//===- Summary.cpp - The last line of a run -------------------------------===//
#include "driver/Summary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <set>

using namespace llvm;

namespace tidy {
namespace {

/// Callees named in the line; `--format=json` has them all.
constexpr size_t MaxCallees = 8;

std::string counted(size_t N, StringRef Noun) {
  return formatv("{0} {1}{2}", N, Noun, N == 1 ? "" : "s");
}

/// `2 errors and 1 warning in 2 files`
std::string foundPart(const Report &R, const Tally &T) {
  std::vector<std::string> Parts;
  const std::pair<Level, StringRef> Levels[] = {{Level::Error, "error"},
                                                {Level::Warning, "warning"},
                                                {Level::Remark, "remark"}};
  for (auto [Severity, Noun] : Levels)
    if (size_t N = count_if(R.Findings, [&, S = Severity](const Finding &F) {
          return F.Severity == S;
        }))
      Parts.push_back(counted(N, Noun));
  if (Parts.empty())
    return "nothing found in " + counted(T.Checked, "file");
  std::set<unsigned> Files;
  for (const Finding &F : R.Findings)
    Files.insert(F.Where.File);
  return llvm::join(Parts, " and ") + " in " + counted(Files.size(), "file");
}

/// `torch::foo 2, torch::bar 1`, the most frequent first.
std::string unknownPart(const Coverage &C) {
  std::vector<std::pair<std::string, unsigned>> Callees(C.Unknown.begin(),
                                                        C.Unknown.end());
  sort(Callees, [](const auto &A, const auto &B) {
    return std::tie(B.second, A.first) < std::tie(A.second, B.first);
  });
  std::vector<std::string> Parts;
  for (const auto &[Callee, Count] : ArrayRef(Callees).take_front(MaxCallees))
    Parts.push_back(formatv("{0} {1}", Callee, Count));
  if (Callees.size() > MaxCallees)
    Parts.push_back(formatv("and {0} more", Callees.size() - MaxCallees));
  return llvm::join(Parts, ", ");
}

/// `all 3 tensor operations understood`
std::string understoodPart(const Coverage &C) {
  if (C.Understood < C.Operations)
    return formatv("{0} of {1} understood (not understood: {2})", C.Understood,
                   counted(C.Operations, "tensor operation"), unknownPart(C));
  return C.Operations == 1
             ? "the one tensor operation understood"
             : formatv("all {0} tensor operations understood", C.Operations)
                   .str();
}

/// Where no shape is known, nothing can be found: that is said too.
std::string coveragePart(const Coverage &C) {
  if (!C.Operations)
    return "no tensor operations found";
  std::string Part = understoodPart(C);
  if (C.Checked < C.Understood)
    Part += formatv(", {0} with known shapes", C.Checked);
  return Part;
}

} // namespace

std::string summary(const Report &R, const Tally &T) {
  std::string Unchecked = counted(T.Failed, "file") + " could not be checked";
  if (!T.Checked)
    return Unchecked;
  std::string Line = foundPart(R, T);
  if (T.Fixed && !R.Findings.empty())
    Line += formatv("; fixed {0} of {1} findings", *T.Fixed, R.Findings.size());
  Line += "; " + coveragePart(R.Seen);
  if (R.Seen.Unfinished)
    Line += "; " + counted(R.Seen.Unfinished, "function") +
            " not followed to the end";
  return T.Failed ? Line + "; " + Unchecked : Line;
}

} // namespace tidy
