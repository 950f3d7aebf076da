//===- Signatures.cpp - What functions take and give ----------------------===//
#include "report/Signatures.h"
#include "shape/DistinctNames.h"
#include "sig/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tidy {
namespace {

/// Prints one signature. Sizes that share a name are told apart: n and n1.
class SignaturePrinter {
public:
  SignaturePrinter(const Function &F, const InferredSignature &S) : F(F), S(S) {
    for (const Value &V : S.Parameters)
      Names.reserveRigid(V);
    for (const Param &P : F.Params)
      if (P.What == Param::Kind::Int)
        Names.reserve(F.Vars[P.Var].Name);
  }

  std::string run() {
    std::vector<std::string> Parameters;
    for (auto [P, V] : zip(F.Params, S.Parameters))
      Parameters.push_back(parameter(P, V));
    std::string Text = F.Name + "(" + llvm::join(Parameters, ", ") + ")";
    if (S.Result)
      Text += " -> " + value(*S.Result);
    std::vector<std::string> Conditions;
    for (const Divisibility &D : S.Needs)
      if (isPrinted(D.Dividend) && isPrinted(D.Divisor))
        Conditions.push_back(size(D.Dividend).str() + " % " +
                             size(D.Divisor).str() + " == 0");
    return Conditions.empty() ? Text
                              : Text + " where " + llvm::join(Conditions, ", ");
  }

private:
  std::string parameter(const Param &P, const Value &V) {
    const std::string &Name = F.Vars[P.Var].Name;
    std::string Text = isWord(Name) ? Name + ": " : "_: ";
    if (P.What == Param::Kind::Int) {
      if (const auto *D = V.as<Dim>(); D && D->asSymbol())
        Names.set(*D->asSymbol(), Name);
      return Text + "int";
    }
    return Text + (V.as<TensorValue>() ? value(V) : "any");
  }

  std::string value(const Value &V) {
    return V.mapDims([&](const Dim &D) { return size(D); }).str();
  }

  Dim size(const Dim &D) {
    return D.substitute([&](const Symbol &Of) -> std::optional<Dim> {
      if (Of.Rank == Symbol::Kind::Rigid)
        return std::nullopt;
      return Dim::flexible(Of.Id, name(Of), Of.IsSize);
    });
  }

  const std::string &name(const Symbol &Of) {
    auto Called = S.Names.find(Of);
    return Names.of(Of, Called == S.Names.end() ? Of.Name : Called->second);
  }

  /// It says nothing but of sizes that stand in the signature.
  bool isPrinted(const Dim &D) const {
    return !D.isUnknown() && all_of(D.symbols(), [&](const Symbol &Of) {
      return Of.Rank == Symbol::Kind::Rigid || Names.has(Of);
    });
  }

  const Function &F;
  const InferredSignature &S;
  DistinctNames Names;
};

bool hasTensor(const InferredSignature &S) {
  bool Any = false;
  auto Look = [&](const Value &V) {
    V.forEachTensor([&](const TensorValue &) { Any = true; });
  };
  for_each(S.Parameters, Look);
  if (S.Result)
    Look(*S.Result);
  return Any;
}

} // namespace

void printSignatures(const Program &P, const Analysis &A, raw_ostream &OS) {
  for (const auto &[Id, S] : A.Signatures)
    if (hasTensor(S))
      OS << SignaturePrinter(P.Functions[Id], S).run() << '\n';
}

} // namespace tidy
