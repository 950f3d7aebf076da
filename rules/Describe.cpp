//===- Describe.cpp - How rules talk about a failure ----------------------===//
#include "rules/Describe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

FailedOp::FailedOp(const Failure &F, const RuleContext &C)
    : F(F), C(C), In(C.P.Functions[F.Where.Function]),
      Op(In.Instrs[F.Where.Instr]) {}

std::string FailedOp::name() const {
  llvm::StringRef Callee = Op.Callee.empty() ? Op.Name : Op.Callee;
  Callee = Callee.substr(Callee.rfind(':') + 1);
  Callee.consume_front("operator");
  return Callee.str();
}

static const Operand *find(const Instr &Op, llvm::StringRef Parameter) {
  auto It = llvm::find_if(
      Op.Operands, [&](const Operand &O) { return O.Parameter == Parameter; });
  return It == Op.Operands.end() ? nullptr : &*It;
}

const Instr *FailedOp::operand(llvm::StringRef Parameter) const {
  const Operand *O = find(Op, Parameter);
  return O ? &In.Instrs[O->From] : nullptr;
}

Span FailedOp::spanOf(llvm::StringRef Parameter) const {
  const Instr *I = operand(Parameter);
  if (I && I->Where.known())
    return I->Where;
  return Op.NameSpan.known() ? Op.NameSpan : Op.Where;
}

std::string FailedOp::variable(llvm::StringRef Parameter) const {
  const Instr *I = operand(Parameter);
  return I && I->Kind == InstrKind::Load ? In.Vars[I->Var].Name : "";
}

/// Longer expressions than this are named by the op's parameter.
static constexpr size_t LongestQuote = 32;

std::string FailedOp::quoted(llvm::StringRef Parameter) const {
  std::string Name = variable(Parameter);
  if (!Name.empty())
    return "'" + Name + "'";
  const Instr *I = operand(Parameter);
  if (I && I->Editable && I->Where.File < C.P.Files.size()) {
    llvm::StringRef Text = C.P.Files[I->Where.File].Text;
    Text = Text.substr(I->Where.Offset, I->Where.Length);
    if (Text.size() <= LongestQuote && !Text.contains('\n'))
      return llvm::formatv("'{0}'", Text);
  }
  return llvm::formatv("operand '{0}'", Parameter);
}

std::string FailedOp::shape(llvm::StringRef Parameter) const {
  auto It = F.Args.find(Parameter.str());
  return It == F.Args.end() ? "?" : It->second.str();
}

Span FailedOp::madeAt(const Made &M) const {
  if (!M.known() || M.IsParameter)
    return {};
  return C.P.Functions[M.Function].Instrs[M.Index].Where;
}

/// Where the shape was made; of a parameter that nobody passed, where it was
/// declared: by the function that the outermost call stands in.
void FailedOp::noteOperand(const Operand &O, Finding &Out) const {
  auto Arg = F.Args.find(O.Parameter);
  const auto *T = Arg == F.Args.end() ? nullptr : Arg->second.as<TensorValue>();
  if (!T || !T->Sizes.hasRank())
    return;
  std::string What =
      llvm::formatv("{0} is {1}", quoted(O.Parameter), T->Sizes.str());
  Note Said;
  if (Span Made = madeAt(T->Origin); Made.known()) {
    Said = {Made, What + ", made here"};
  } else {
    FunctionId Outermost =
        F.Calls.empty() ? F.Where.Function : F.Calls.front().Function;
    const Function &Owner = C.P.Functions[Outermost];
    if (!T->Origin.IsParameter || T->Origin.Index >= Owner.Params.size())
      return;
    VarId Var = Owner.Params[T->Origin.Index].Var;
    Said = {Owner.Vars[Var].Where, What + ", declared here"};
  }
  if (!llvm::is_contained(Out.Notes, Said)) // one tensor as both operands
    Out.Notes.push_back(std::move(Said));
}

Finding FailedOp::error(llvm::StringRef Rule, llvm::StringRef At,
                        std::string Message) const {
  Finding Out;
  Out.Rule = Rule.str();
  Out.Where = spanOf(At);
  Out.Message = std::move(Message);
  for (const Operand &O : Op.Operands) {
    auto Arg = F.Args.find(O.Parameter);
    if (Arg == F.Args.end() || !Arg->second.as<TensorValue>())
      continue;
    if (Span S = spanOf(O.Parameter); S.known() && S != Out.Where)
      Out.Related.push_back(S);
    noteOperand(O, Out);
  }
  for (const Place &Call : llvm::reverse(F.Calls)) {
    const Instr &I = C.P.Functions[Call.Function].Instrs[Call.Instr];
    Out.Notes.push_back(
        {I.Where, llvm::formatv("in this call of '{0}'", I.Callee)});
  }
  return Out;
}

ProgramEdit FailedOp::through(llvm::StringRef Parameter,
                              llvm::StringRef Other) const {
  return {F.Where.Function, F.Where.Instr, Parameter.str(), Other.str()};
}

} // namespace tidy
