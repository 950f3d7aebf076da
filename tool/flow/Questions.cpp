//===- Questions.cpp - Conditions that are asked more than once -----------===//
#include "flow/Questions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

namespace tidy {
namespace {

/// Conditions that are longer are not compared, and of more none are kept.
constexpr unsigned MostParts = 16, MostQuestions = 32;

/// A condition as text, without what turns it round.
class Speller {
public:
  Speller(const Function &F, const Block &B)
      : F(F), Own(B.Instrs.begin(), B.Instrs.end()) {}

  std::optional<std::string> condition(InstrId I) {
    while (Own.contains(I) && F.Instrs[I].Kind == InstrKind::Compare &&
           F.Instrs[I].Name == "not")
      I = F.Instrs[I].Operands[0].From;
    std::string Text = spell(I);
    return IsPlain && HasVariable ? std::optional(Text) : std::nullopt;
  }

private:
  std::string spell(InstrId I);

  const Function &F;
  std::set<InstrId> Own;
  unsigned Parts = 0;
  bool IsPlain = true, HasVariable = false;
};

std::string Speller::spell(InstrId I) {
  const Instr &In = F.Instrs[I];
  IsPlain &= Own.contains(I) && ++Parts <= MostParts;
  if (!IsPlain)
    return "";
  if (In.Kind == InstrKind::Const)
    return In.Literal.str();
  if (In.Kind == InstrKind::Load) {
    HasVariable = true;
    IsPlain = !F.Vars[In.Var].Escapes && In.Path.empty();
    return "&" + std::to_string(In.Var);
  }
  IsPlain = In.Kind == InstrKind::Compare || In.Kind == InstrKind::Arith;
  std::vector<std::string> Operands;
  for (const Operand &O : In.Operands)
    Operands.push_back(spell(O.From));
  bool IsTurned = In.Name == ">" || In.Name == "<=";
  if (IsTurned && In.Kind == InstrKind::Compare)
    std::swap(Operands[0], Operands[1]);
  bool IsOrder = IsTurned || In.Name == "<" || In.Name == ">=";
  std::string Name = IsOrder ? "<" : In.Name == "!=" ? "==" : In.Name;
  return Name + "(" + llvm::join(Operands, ",") + ")";
}

} // namespace

Questions::Questions(const Function &F, llvm::ArrayRef<BlockId> Order) {
  std::map<std::string, std::vector<unsigned>> Alike; // places in the order
  std::vector<std::string> Texts(Order.size());
  for (auto [At, B] : llvm::enumerate(Order)) {
    const Terminator &End = F.Blocks[B].End;
    if (End.What != Terminator::Kind::Branch)
      continue;
    if (auto Text = Speller(F, F.Blocks[B]).condition(End.Value)) {
      Texts[At] = *Text;
      Alike[*Text].push_back(At);
    }
  }
  for (auto [At, B] : llvm::enumerate(Order)) {
    if (Texts[At].empty() || Asked.size() == MostQuestions)
      continue;
    unsigned Last = Alike[Texts[At]].back();
    if (Last == Alike[Texts[At]].front())
      continue;
    Numbers[B] = Asked.size();
    Asked.push_back({B, Last});
  }
}

unsigned Questions::numberOf(BlockId B) const {
  auto It = Numbers.find(B);
  return It == Numbers.end() ? NoId : It->second;
}

} // namespace tidy
