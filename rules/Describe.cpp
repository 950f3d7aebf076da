//===- Describe.cpp - How rules talk about a failure ----------------------===//
#include "rules/Describe.h"
#include "ir/Names.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

/// The operands of a call go by the callee's parameters.
static Instr withNamedOperands(const Failure &F, const Program &P) {
  const Function &In = P.Functions[F.Where.Function];
  if (F.What.What == Mismatch::Kind::Check)
    return withSides(In, F.Where.Instr);
  Instr I = In.Instrs[F.Where.Instr];
  if (I.Kind == InstrKind::Apply)
    I.Operands.back().Parameter = GivenInput;
  if (F.Contract == NoId)
    return I;
  if (I.Kind == InstrKind::Expect) {
    I.Operands[0].Parameter = DeclaredTensor;
    return I;
  }
  const Function &Declares = P.Functions[F.Contract];
  unsigned Callable = I.Virtual == "()"; // it comes before the arguments
  for (unsigned N = Callable; N < I.Operands.size(); ++N)
    if (N - Callable < Declares.Params.size())
      I.Operands[N].Parameter = contractParameter(Declares, N - Callable);
  return I;
}

FailedOp::FailedOp(const Failure &F, const RuleContext &C)
    : F(F), C(C), In(C.P.Functions[F.Where.Function]),
      Op(withNamedOperands(F, C.P)) {}

llvm::StringRef FailedOp::callee() const {
  return !F.Inside.empty() ? F.Inside : Op.Callee.empty() ? Op.Name : Op.Callee;
}

std::string FailedOp::name() const {
  llvm::StringRef Callee = callee();
  if (Callee.consume_back("::forward")) // that of a layer
    Callee.consume_back("Impl");
  Callee = shortName(Callee);
  if (!Callee.ends_with("]") && !Callee.ends_with(")")) // of itself no name
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

bool FailedOp::isTensor(llvm::StringRef Parameter) const {
  auto It = F.Args.find(Parameter.str());
  return It != F.Args.end() && It->second.as<TensorValue>();
}

Span FailedOp::spanOf(llvm::StringRef Parameter) const {
  const Instr *I = operand(Parameter);
  if (I && I->Where.known())
    return I->Where;
  return Op.NameSpan.known() ? Op.NameSpan : Op.Where;
}

std::string FailedOp::variable(const Function &Of, const Instr *I) {
  if (!I || I->Kind != InstrKind::Load || Of.Vars[I->Var].isSlot())
    return "";
  return placeName(Of.Vars[I->Var].Name, I->Path);
}

std::string FailedOp::variable(llvm::StringRef Parameter) const {
  return variable(In, operand(Parameter));
}

/// Longer expressions than this are not quoted.
static constexpr size_t LongestQuote = 40;

/// On one line.
static std::string onOneLine(llvm::StringRef Text) {
  llvm::SmallVector<llvm::StringRef> Words;
  llvm::SplitString(Text, Words);
  return llvm::join(Words, " ");
}

std::string FailedOp::quoted(const Instr *I) const {
  std::string Name = variable(In, I);
  if (!Name.empty())
    return "'" + Name + "'";
  if (!I || !(I->Editable || I->MacroArgument) ||
      I->Where.File >= C.P.Files.size())
    return "";
  llvm::StringRef Text = C.P.Files[I->Where.File].Text;
  Text = Text.substr(I->Where.Offset, I->Where.Length);
  bool HasComment = Text.contains("//") || Text.contains("/*");
  std::string Line = HasComment ? "" : onOneLine(Text);
  bool Short = !Line.empty() && Line.size() <= LongestQuote;
  return Short ? "'" + Line + "'" : "";
}

/// What has no short text goes by where it stands.
std::string FailedOp::placed(llvm::StringRef Parameter) const {
  static constexpr const char *Ordinals[] = {"first", "second", "third",
                                             "fourth"};
  if (F.What.What == Mismatch::Kind::Check)
    return Parameter == "0"   ? "the left side"
           : Parameter == "1" ? "the right side"
                              : "the tensor asked";
  if (Parameter == DeclaredTensor)
    return "this value";
  if (F.Contract != NoId)
    return llvm::formatv("the argument for '{0}'", Parameter);
  size_t Tensors = 0, Number = 0;
  for (const Operand &O : Op.Operands) {
    Number = O.Parameter == Parameter ? Tensors : Number;
    Tensors += isTensor(O.Parameter);
  }
  if (Tensors < 2 || !isTensor(Parameter) || Number >= std::size(Ordinals))
    return Parameter == GivenInput || Tensors == 1 ? "the operand"
                                                   : "this operand";
  bool IsInfix = Tensors == 2 && callee().contains("operator");
  return llvm::formatv("the {0} operand", IsInfix ? (Number ? "right" : "left")
                                                  : Ordinals[Number]);
}

std::string FailedOp::quoted(llvm::StringRef Parameter) const {
  std::string Text = quoted(operand(Parameter));
  return Text.empty() ? placed(Parameter) : Text;
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
void FailedOp::noteTensor(const std::string &Name, const TensorValue &T,
                          Finding &Out) const {
  if (T.Sizes.isUnknown())
    return;
  std::string What = llvm::formatv("{0} is {1}", Name, T.Sizes.str());
  Note Said;
  if (Span Made = madeAt(T.Origin); Made.known()) {
    const Instr &By = C.P.Functions[T.Origin.Function].Instrs[T.Origin.Index];
    bool Declared = By.Kind == InstrKind::Expect;
    Said = {Made, What + (Declared ? ", declared here" : ", made here")};
  } else {
    FunctionId Outermost =
        F.Calls.empty() ? F.Where.Function : F.Calls.front().Function;
    const Function &Owner = C.P.Functions[Outermost];
    if (!T.Origin.IsParameter || T.Origin.Index >= Owner.Params.size())
      return;
    VarId Var = Owner.Params[T.Origin.Index].Var;
    Said = {Owner.Vars[Var].Where, What + ", declared here"};
  }
  if (!llvm::is_contained(Out.Notes, Said)) // one tensor as both operands
    Out.Notes.push_back(std::move(Said));
}

/// Of a longer list, the first few tell what it is made of.
static constexpr size_t MostElements = 4;

void FailedOp::noteOperand(const Operand &O, Finding &Out) const {
  auto Arg = F.Args.find(O.Parameter);
  if (Arg == F.Args.end())
    return;
  if (const auto *T = Arg->second.as<TensorValue>())
    return noteTensor(quoted(O.Parameter), *T, Out);
  const auto *L = Arg->second.as<ListValue>();
  const Instr *List = operand(O.Parameter);
  const std::string Of = quoted(List);
  for (size_t I = 0; L && I < std::min(L->Elements.size(), MostElements); ++I) {
    const auto *T = L->Elements[I].as<TensorValue>();
    if (!T)
      continue;
    std::string Name;
    if (List->Kind == InstrKind::List && I < List->Operands.size())
      Name = quoted(&In.Instrs[List->Operands[I].From]);
    if (Name.empty())
      Name =
          llvm::formatv("element {0} of {1}", I, Of.empty() ? "the list" : Of);
    noteTensor(Name, *T, Out);
  }
}

Finding FailedOp::error(llvm::StringRef Rule, llvm::StringRef At,
                        std::string Message) const {
  Finding Out;
  Out.Rule = Rule.str();
  Out.Where = spanOf(At);
  Out.Message = std::move(Message);
  for (const Operand &O : Op.Operands) {
    auto Arg = F.Args.find(O.Parameter);
    if (Arg == F.Args.end())
      continue;
    if (Span S = spanOf(O.Parameter);
        Arg->second.as<TensorValue>() && S.known() && S != Out.Where)
      Out.Related.push_back(S);
    noteOperand(O, Out);
  }
  noteLayer(Out);
  noteCalls(Out);
  return Out;
}

ProgramEdit FailedOp::through(llvm::StringRef Parameter,
                              llvm::StringRef Other) const {
  return {F.Where.Function, F.Where.Instr, Parameter.str(), Other.str()};
}

} // namespace tidy
