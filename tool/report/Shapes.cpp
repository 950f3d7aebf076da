//===- Shapes.cpp - The source with every inferred shape ------------------===//
#include "report/Shapes.h"
#include "ir/Names.h"
#include "shape/DistinctNames.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tidy {
namespace {

const char UnknownShape[] = "[...]";

/// What is written behind a line, for one variable or op.
struct Remark {
  std::string Name;
  std::vector<std::string> Shapes;
  std::set<std::string> Alone; ///< the same, each with names of its own
};
using RemarksByOffset = std::map<unsigned, std::vector<Remark>>;

/// The shape or, of a list or tuple, the shapes.
std::string shapesIn(const Value &V, DistinctNames &Names) {
  if (const auto *Tensor = V.as<TensorValue>())
    return Names.rename(*Tensor).as<TensorValue>()->Sizes.str();
  return Names.rename(V).str();
}

bool hasTensor(const Value &V) {
  bool AnyTensor = false;
  V.forEachTensor([&](const TensorValue &) { AnyTensor = true; });
  return AnyTensor;
}

/// The callee's name as the program has it: `view`, of at::Tensor::view.
StringRef calledAs(const Instr &I) {
  return shortName(I.Callee.empty() ? I.Name : I.Callee);
}

/// Gathers the remarks of a program, by file.
class Gatherer {
public:
  Gatherer(const Program &P, const Analysis &A) : P(P), A(A) {
    Remarks.resize(P.Files.size());
    for (FunctionId Id = 0; Id < P.Functions.size(); ++Id)
      function(Id);
  }

  std::vector<RemarksByOffset> Remarks; ///< by file

private:
  void function(FunctionId Id) {
    const Function &F = P.Functions[Id];
    nameNumbers(F, Id);
    for (const Param &Parameter : F.Params)
      if (auto It = A.Parameters.find({Id, Parameter.Var});
          It != A.Parameters.end() && Parameter.What != Param::Kind::Object)
        add(F.Where, F.Vars[Parameter.Var], It->second);

    std::map<InstrId, InstrId> StoredIn;
    for (auto [At, I] : llvm::enumerate(F.Instrs))
      if (I.Kind == InstrKind::Store && I.Operands[0].From != NoId &&
          !F.Vars[I.Var].isSlot())
        StoredIn.try_emplace(I.Operands[0].From, At);
    for (InstrId I = 0; I < F.Instrs.size(); ++I)
      if (auto It = A.Values.find({Id, I}); It != A.Values.end())
        instruction(F, F.Instrs[I], StoredIn, I, It->second);
  }

  /// What was declared keeps its name before all others, a number that is given
  /// before what is computed.
  void nameNumbers(const Function &F, FunctionId Id) {
    Names = DistinctNames();
    for (auto It = A.Values.lower_bound({Id, 0});
         It != A.Values.end() && It->first.Function == Id; ++It)
      for (const Value &V : It->second)
        Names.reserveRigid(V);
    for (const Param &Parameter : F.Params)
      if (auto It = A.Parameters.find({Id, Parameter.Var});
          It != A.Parameters.end() && Parameter.What == Param::Kind::Int)
        for (const Value &V : It->second)
          if (const auto *D = V.as<Dim>(); D && D->asSymbol())
            Names.of(*D->asSymbol(), F.Vars[Parameter.Var].Name);
  }

  void instruction(const Function &F, const Instr &I,
                   const std::map<InstrId, InstrId> &StoredIn, InstrId Id,
                   const std::vector<Value> &Values) {
    Span Where = I.NameSpan.known() ? I.NameSpan : I.Where;
    if (I.Kind == InstrKind::Op) {
      auto Stored = StoredIn.find(Id);
      if (Stored == StoredIn.end())
        add(Where, calledAs(I), /*IsTensor=*/false, Values);
      else
        stored(F, F.Instrs[Stored->second], Where, Values);
    } else if (I.Kind == InstrKind::Store && !F.Vars[I.Var].isSlot()) {
      // What an op computed was said where the op stands.
      InstrId From = I.Operands[0].From;
      if (From == NoId || F.Instrs[From].Kind != InstrKind::Op)
        stored(F, I, Where.known() ? Where : F.Vars[I.Var].Where, Values);
    }
  }

  void stored(const Function &F, const Instr &Store, Span Where,
              const std::vector<Value> &Values) {
    const Variable &Var = F.Vars[Store.Var];
    add(Where, placeName(Var.Name, Store.Path),
        Var.IsTensor && Store.Path.empty(), Values);
  }

  void add(Span Where, const Variable &Var, const std::vector<Value> &Values) {
    add(Where, Var.Name, Var.IsTensor, Values);
  }

  void add(Span Where, StringRef Name, bool IsTensor,
           const std::vector<Value> &Values) {
    if (!Where.known() || Where.File >= P.Files.size())
      return;
    bool AnyTensor = false;
    for (const Value &V : Values)
      if (hasTensor(V)) {
        AnyTensor = true;
        merge(Where, Name, V);
      }
    if (!AnyTensor && IsTensor)
      merge(Where, Name, TensorValue());
  }

  /// One template or header function may be in the program several times. Two
  /// calls that differ in the names of sizes alone tell the same.
  void merge(Span Where, StringRef Name, const Value &V) {
    std::vector<Remark> &Here = Remarks[Where.File][Where.Offset];
    auto It = find_if(Here, [&](const Remark &R) { return R.Name == Name; });
    if (It == Here.end())
      It = Here.insert(It, {Name.str(), {}, {}});
    DistinctNames OfItsOwn;
    if (It->Alone.insert(shapesIn(V, OfItsOwn)).second)
      It->Shapes.push_back(shapesIn(V, Names));
  }

  const Program &P;
  const Analysis &A;
  DistinctNames Names; ///< of the function at hand
};

/// `scores: [1, 2] | [1, 4]`; an unknown rank says nothing beside a known one.
std::string printed(const Remark &R) {
  std::vector<std::string> Shapes = R.Shapes;
  if (Shapes.size() > 1)
    erase(Shapes, UnknownShape);
  return R.Name + ": " + llvm::join(Shapes, " | ");
}

void printFile(StringRef Text, const RemarksByOffset &Remarks,
               raw_ostream &OS) {
  size_t Begin = 0;
  while (Begin < Text.size()) {
    size_t End = std::min(Text.find('\n', Begin), Text.size());
    StringRef Code = Text.slice(Begin, End);
    StringRef LineEnd = Code.ends_with("\r") ? "\r\n" : "\n";
    OS << Code.rtrim('\r');
    const char *Separator = "  // ";
    for (auto It = Remarks.lower_bound(Begin);
         It != Remarks.end() && It->first <= End; ++It)
      for (const Remark &R : It->second) {
        OS << Separator << printed(R);
        Separator = ", ";
      }
    OS << LineEnd;
    Begin = End + 1;
  }
}

} // namespace

void printShapes(const Program &P, const Analysis &A, raw_ostream &OS) {
  std::vector<RemarksByOffset> Remarks = Gatherer(P, A).Remarks;
  std::vector<size_t> Printed;
  for (size_t I = 0; I < P.Files.size(); ++I)
    if (I == 0 || !Remarks[I].empty())
      Printed.push_back(I);
  for (size_t I : Printed) {
    if (Printed.size() > 1)
      OS << "// " << P.Files[I].Path << '\n';
    printFile(P.Files[I].Text, Remarks[I], OS);
  }
}

} // namespace tidy
