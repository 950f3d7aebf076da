//===- DescribeLayer.cpp - How rules talk about layers --------------------===//
#include "rules/Describe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

/// What the model of the callee gives for the op's parameter; null where the
/// user gives it.
const OpArgument *FailedOp::modelled(llvm::StringRef Parameter) const {
  auto Known = C.M.Callees.find(callee().str());
  if (Known == C.M.Callees.end())
    return nullptr;
  for (const CalleeModel &Model : Known->second) {
    if (Op.Kind == InstrKind::Op && Model.Op != Op.Name)
      continue;
    const Signature &Takes = C.M.Ops.find(Model.Op)->second.front();
    for (auto [Position, A] : llvm::enumerate(Model.Arguments))
      if ((A.Name.empty() ? Takes.Parameters[Position].Name : A.Name) ==
          Parameter)
        return A.Literal || !A.Field.empty() ? &A : nullptr;
  }
  return nullptr;
}

bool FailedOp::isModelled(llvm::StringRef Parameter) const {
  const OpArgument *A = modelled(Parameter);
  return A && A->Literal;
}

bool FailedOp::isOfLayer(llvm::StringRef Parameter) const {
  return callee().ends_with("::forward") && !isTensor(Parameter);
}

std::string FailedOp::fieldOfLayer(llvm::StringRef Parameter) const {
  const OpArgument *A = modelled(Parameter);
  return A ? A->Field : "";
}

/// `'seq'`, to which the instruction gives what it hands on.
std::string FailedOp::whole(const Place &At) const {
  const Function &Caller = C.P.Functions[At.Function];
  const Operand &O = Caller.Instrs[At.Instr].Operands.front();
  std::string Name = variable(Caller, &Caller.Instrs[O.From]);
  return Name.empty() ? "its sequence" : "'" + Name + "'";
}

/// ` at index 2 of 'seq'`; empty where the instruction means one module alone.
std::string FailedOp::placeAmong(const Place &At) const {
  auto Part = F.Parts.find(At);
  if (Part == F.Parts.end())
    return "";
  auto Index = llvm::map_range(Part->second.Index,
                               [](unsigned I) { return std::to_string(I); });
  return llvm::formatv(" at index {0} of {1}", llvm::join(Index, ", "),
                       whole(At));
}

std::string FailedOp::subject() const {
  return "'" + name() + "'" + placeAmong(F.Where);
}

std::string FailedOp::sizeOf(const MismatchSide &Side) const {
  std::string Text = Side.Size.str();
  if (!Side.Axis)
    return Text;
  std::string Axis =
      *Side.Axis == -1 ? "the last axis" : "axis " + std::to_string(*Side.Axis);
  return llvm::formatv("{0} on {1} of {2}", Text, Axis, shape(Side.Parameter));
}

/// Where it was made, with the size that is its own, and what it is a part of.
void FailedOp::noteLayer(Finding &Out) const {
  const MismatchSide &Own = F.What.First;
  std::string Field = fieldOfLayer(Own.Parameter);
  if (F.What.What != Mismatch::Kind::Size)
    Field.clear();
  if (Span Made = madeAt(F.Layer); Made.known())
    Out.Notes.push_back(
        {Made,
         llvm::formatv("the layer '{0}' is made here{1}", name(),
                       Field.empty() ? ""
                                     : llvm::formatv(", with {0} {1}", Field,
                                                     Own.Size.str())
                                           .str())});
  auto Part = F.Parts.find(F.Where);
  if (Part == F.Parts.end())
    return;
  if (Span Made = madeAt(Part->second.Whole); Made.known())
    Out.Notes.push_back({Made, whole(F.Where) + " is made here"});
}

void FailedOp::noteCalls(Finding &Out) const {
  for (size_t N = F.Calls.size(); N-- > 0;) {
    const Place &Call = F.Calls[N];
    const Instr &I = C.P.Functions[Call.Function].Instrs[Call.Instr];
    const Place &Next = N + 1 < F.Calls.size() ? F.Calls[N + 1] : F.Where;
    std::string Among = placeAmong(Call);
    llvm::StringRef Callee =
        Among.empty() ? I.Callee : C.P.Functions[Next.Function].Name;
    Out.Notes.push_back(
        {I.Where, llvm::formatv("in this call of '{0}'{1}", Callee, Among)});
  }
}

} // namespace tidy
