//===- broken-contract.cpp - Not the shape that was declared --------------===//
//
// A call whose arguments cannot be what the callee declares of its parameters,
// with one size for each letter; a result, a variable or an expect_shape that
// cannot be what was declared there.
//
//===----------------------------------------------------------------------===//
#include "ir/Names.h"
#include "rules/Describe.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace tidy {

static const Param *parameterNamed(const Function &F, llvm::StringRef Name) {
  for (unsigned I = 0; I < F.Params.size(); ++I)
    if (F.Params[I].Contract && contractParameter(F, I) == Name)
      return &F.Params[I];
  return nullptr;
}

/// `'x'`, the variable that the instruction's value is stored to, or the field;
/// empty if there is none.
static std::string placeOf(const Function &F, InstrId Id, bool IsField) {
  for (const Instr &I : F.Instrs)
    if (I.Kind == InstrKind::Store && I.Operands[0].From == Id &&
        I.Path.empty() != IsField) {
      // An object that is being made has no name yet.
      bool IsNamed = !IsField || F.Vars[I.Var].Where.known();
      return "'" +
             (IsNamed ? placeName(F.Vars[I.Var].Name, I.Path)
                      : shortName(I.Path.back().Field).str()) +
             "'";
    }
  return "";
}

/// What a letter stands for, and what else there is to say: ` with n = 4`.
static std::string because(const Mismatch &M) {
  if (M.What == Mismatch::Kind::Condition)
    return ": " + M.Text;
  std::string Size = M.First.Size.str();
  bool Says = M.What == Mismatch::Kind::Size && Size != M.Letter;
  return Says ? llvm::formatv(" with {0} = {1}", M.Letter, Size).str() : "";
}

static std::string explainExpect(const Failure &F, const FailedOp &Op,
                                 const Function &In) {
  std::string Declared = print(Op.op().Pattern);
  std::string Given = Op.shape(DeclaredTensor), Why = because(F.What);
  if (Op.op().Name == "assertion")
    return llvm::formatv("{0} is expected to be {1}{2}, but is {3}",
                         Op.quoted(DeclaredTensor), Declared, Why, Given);
  std::string What = llvm::formatv("the result of '{0}'", In.Name);
  if (Op.op().Name != "result")
    What = placeOf(In, F.Where.Instr, Op.op().Name == "field");
  if (What.empty())
    What = Op.quoted(DeclaredTensor);
  return llvm::formatv("{0} is declared {1}{2}, but is {3}", What, Declared,
                       Why, Given);
}

static std::string explainCall(const Mismatch &M, const FailedOp &Op,
                               const Function &Callee) {
  bool Both = !M.First.Parameter.empty() && !M.Second.Parameter.empty();
  if (Both)
    return llvm::formatv(
        "{0} takes one '{1}{2}', given {3} with {4} and "
        "{5} with {6}",
        Op.subject(), M.What == Mismatch::Kind::Broadcast ? "*" : "", M.Letter,
        M.First.Size.str(), Op.quoted(M.First.Parameter), M.Second.Size.str(),
        Op.quoted(M.Second.Parameter));
  const std::string &At =
      M.First.Parameter.empty() ? M.Second.Parameter : M.First.Parameter;
  const Param *P = parameterNamed(Callee, At);
  return llvm::formatv("{0} takes {1} for '{2}'{3}, given {4}", Op.subject(),
                       P ? print(*P->Contract) : "another shape", At,
                       because(M), Op.shape(At));
}

/// Where the callee declares what the failure names.
static void noteContract(const Mismatch &M, const Function &Callee,
                         Finding &Out) {
  for (const MismatchSide *Side : {&M.First, &M.Second})
    if (const Param *P = parameterNamed(Callee, Side->Parameter)) {
      Note Said{Callee.Vars[P->Var].Where,
                llvm::formatv("'{0}' is declared {1} here", Side->Parameter,
                              print(*P->Contract))};
      if (!llvm::is_contained(Out.Notes, Said))
        Out.Notes.push_back(std::move(Said));
    }
}

std::optional<Finding> rules::brokenContract(const Failure &F,
                                             const RuleContext &C) {
  if (F.Contract == NoId)
    return std::nullopt;
  FailedOp Op(F, C);
  if (Op.op().Kind == InstrKind::Expect && Op.op().Name == "comment")
    return std::nullopt;
  const Function &Declares = C.P.Functions[F.Contract];
  const Mismatch &M = F.What;
  if (Op.op().Kind == InstrKind::Expect)
    return Op.error("broken-contract", DeclaredTensor,
                    explainExpect(F, Op, Declares));
  const std::string &At =
      M.Second.Parameter.empty() ? M.First.Parameter : M.Second.Parameter;
  Finding Out = Op.error("broken-contract", At, explainCall(M, Op, Declares));
  noteContract(M, Declares, Out);
  return Out;
}

} // namespace tidy
