//===- Suspect.h - Failures that may be on no path --------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FLOW_SUSPECT_H
#define TENSOR_TIDY_FLOW_SUSPECT_H

#include "flow/Analysis.h"
#include "flow/Decisions.h"

namespace tidy {

/// A failure before it is known whether the path to it can be trusted.
struct Suspect {
  Failure What;
  /// On the whole path.
  Assumptions Taken;
  /// Those of them made in functions that were called, and in the function
  /// that tells of it.
  unsigned InCallees = 0, Here = 0;

  /// A caller gave something that was not understood to the callee.
  bool Unfollowed = false;

  /// A path that needs two unrelated choices or a doubtful one may not exist;
  /// what fails only there is not reported. Nor behind a choice in a callee,
  /// whose caller may well have chosen along with the shapes; guards are let
  /// through where no caller has chosen anything.
  bool trusted() const {
    bool OnlyGuards =
        !Unfollowed && Taken.Choices == 0 && Taken.All == InCallees;
    return !Taken.Doubtful && Taken.Choices <= 1 &&
           (InCallees == 0 || OnlyGuards);
  }
  /// Known now: what coming to the op, or to the call that leads there, takes.
  void assume(const Assumptions &A);
};

/// Of several ways to one failure the trusted one with the fewest choices, then
/// the shortest; or one that is not trusted.
void keepNearest(std::vector<Suspect> &Suspects);

} // namespace tidy

#endif
