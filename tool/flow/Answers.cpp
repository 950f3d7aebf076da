//===- Answers.cpp - How comparisons came out -----------------------------===//
#include "flow/Answers.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

static constexpr std::size_t MostAnswers = 8;

Answers::Entry Answers::entry(llvm::StringRef Op, const Dim &A, const Dim &B,
                              bool Holds) {
  bool IsNegated = Op == "!=" || Op == ">=" || Op == "<=";
  bool IsOrder = Op != "==" && Op != "!=";
  Dim Difference = Op == ">" || Op == "<=" ? B - A : A - B;
  if (!IsOrder && Dim::compare(-Difference, Difference) < 0)
    Difference = -Difference;
  return {IsOrder, Difference, Holds != IsNegated};
}

void Answers::add(llvm::StringRef Op, const Dim &A, const Dim &B, bool Holds) {
  std::vector<Entry> All = Known ? *Known : std::vector<Entry>();
  if (All.size() == MostAnswers)
    All.erase(All.begin());
  All.push_back(entry(Op, A, B, Holds));
  Known = std::make_shared<const std::vector<Entry>>(std::move(All));
}

Answer Answers::find(llvm::StringRef Op, const Dim &A, const Dim &B,
                     const Facts &F) const {
  if (!Known)
    return Answer::Unknown;
  Entry Asked = entry(Op, A, B, true);
  for (const Entry &E : llvm::reverse(*Known)) {
    Dim Difference = F.normalise(E.Difference);
    bool IsSame = Difference == Asked.Difference ||
                  (!E.IsOrder && -Difference == Asked.Difference);
    if (E.IsOrder == Asked.IsOrder && IsSame)
      return E.Holds == Asked.Holds ? Answer::Yes : Answer::No;
  }
  return Answer::Unknown;
}

bool meetInto(Answers &Into, const Answers &From) {
  if (!Into.Known || Into.Known == From.Known)
    return false;
  std::vector<Answers::Entry> Both;
  for (const Answers::Entry &E : *Into.Known)
    if (From.Known && llvm::any_of(*From.Known, [&](const Answers::Entry &G) {
          return E.IsOrder == G.IsOrder && E.Holds == G.Holds &&
                 E.Difference == G.Difference;
        }))
      Both.push_back(E);
  if (Both.size() == Into.Known->size())
    return false;
  Into.Known = Both.empty()
                   ? nullptr
                   : std::make_shared<const std::vector<Answers::Entry>>(
                         std::move(Both));
  return true;
}

} // namespace tidy
