//===- Link.cpp - Several Programs as one ---------------------------------===//
#include "ir/Link.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace tidy {

static const StringRef Separator = " in ";

StringRef usrInUnit(StringRef Usr) {
  auto [Before, Number] = Usr.rsplit(Separator);
  unsigned Unit;
  return Number.getAsInteger(10, Unit) ? Usr : Before;
}

// Adding.

static void moveSpan(Span &S, llvm::ArrayRef<unsigned> Files) {
  if (S != Span() && S.File < Files.size())
    S.File = Files[S.File];
}

static void moveSpans(Function &F, llvm::ArrayRef<unsigned> Files) {
  moveSpan(F.Where, Files);
  for (Variable &V : F.Vars)
    moveSpan(V.Where, Files);
  for (Instr &I : F.Instrs) {
    moveSpan(I.Where, Files);
    moveSpan(I.NameSpan, Files);
  }
}

void Linker::add(Program Unit) {
  std::vector<unsigned> Index;
  for (SourceFile &File : Unit.Files)
    Index.push_back(fileOf(std::move(File)));
  std::vector<BodyId> Own;
  for (Function &F : Unit.Functions) {
    moveSpans(F, Index);
    BodyId B = bodyOf(std::move(F));
    std::vector<unsigned> &In = Bodies[B].Units;
    if (In.empty() || In.back() != Units.size())
      In.push_back(Units.size());
    Own.push_back(B);
  }
  Units.push_back(std::move(Own));
}

unsigned Linker::fileOf(SourceFile File) {
  std::vector<unsigned> &Known = FilesByName[Name(File.Path)];
  for (unsigned Index : Known)
    if (Files[Index].Text == File.Text)
      return Index;
  Known.push_back(Files.size());
  Files.push_back(std::move(File));
  return Known.back();
}

Linker::BodyId Linker::bodyOf(Function F) {
  std::vector<BodyId> &Known = ByUsr[F.Usr];
  for (BodyId B : Known)
    if (Bodies[B].F == F)
      return B;
  Size += F.Instrs.size();
  Known.push_back(Bodies.size());
  Bodies.push_back({std::move(F), {}});
  return Known.back();
}

// Who is meant.

static bool has(llvm::ArrayRef<unsigned> Units, unsigned Unit) {
  return llvm::binary_search(Units, Unit);
}

llvm::ArrayRef<Linker::BodyId> Linker::named(StringRef Usr) const {
  auto It = ByUsr.find(Usr);
  if (It == ByUsr.end())
    return {};
  return It->second;
}

Linker::BodyId Linker::inUnit(StringRef Usr, unsigned Unit) const {
  for (BodyId B : named(Usr))
    if (has(Bodies[B].Units, Unit))
      return B;
  return NoId;
}

/// The first operand is an object that the callee has no parameter for.
static bool hasSpareObject(const Instr &Call, const Function &Callee) {
  bool IsGiven = !Call.External; // a method without a body in sight
  return IsGiven && (Callee.Params.empty() ||
                     Callee.Params[0].What != Param::Kind::Object);
}

/// An operand fits each parameter.
static bool fits(const Instr &Call, const Function &Callee) {
  bool Spare = hasSpareObject(Call, Callee);
  return Call.Operands.size() == Callee.Params.size() + (Spare ? 1 : 0);
}

/// Where the unit itself has a function of that USR, it is another one: USRs do
/// not tell constraints of templates.
Linker::BodyId Linker::outside(const Function &Caller, const OutsideCall &Call,
                               unsigned Unit) const {
  if (inUnit(Call.Usr, Unit) != NoId)
    return NoId;
  std::vector<BodyId> Shared, Agreeing;
  for (BodyId B : named(Call.Usr)) {
    const Function &F = Bodies[B].F;
    if (F.Internal)
      continue;
    Shared.push_back(B);
    if (llvm::any_of(F.Declared, [&](const std::string &Place) {
          return llvm::is_contained(Call.Declared, Place);
        }))
      Agreeing.push_back(B);
  }
  const std::vector<BodyId> &Meant = Agreeing.empty() ? Shared : Agreeing;
  if (Meant.size() != 1)
    return NoId;
  const Body &B = Bodies[Meant[0]];
  bool Contradicts =
      Agreeing.empty() && !Call.Declared.empty() && !B.F.Declared.empty();
  bool IsOne = !Contradicts && !B.IsSplit;
  return IsOne && fits(Caller.Instrs[Call.Call], B.F) ? Meant[0] : NoId;
}

/// By instruction, where a function of the run is called.
std::map<InstrId, Linker::BodyId> Linker::callees(const Function &F,
                                                  unsigned Unit) const {
  std::map<InstrId, BodyId> Found;
  for (auto [Id, I] : llvm::enumerate(F.Instrs))
    if (I.Kind == InstrKind::Call)
      if (BodyId B = inUnit(I.Name, Unit); B != NoId)
        Found[Id] = B;
  for (const OutsideCall &O : F.Outside)
    if (BodyId B = outside(F, O, Unit); B != NoId)
      Found[O.Call] = B;
  return Found;
}

/// Nobody needs to ask unit by unit what has one body at the most.
bool Linker::mayDiffer(const Function &F) const {
  return llvm::any_of(F.Instrs,
                      [&](const Instr &I) {
                        return I.Kind == InstrKind::Call &&
                               named(I.Name).size() > 1;
                      }) ||
         llvm::any_of(F.Outside, [&](const OutsideCall &O) {
           return !named(O.Usr).empty();
         });
}

/// A function that calls one thing here and another there is two; so are then
/// those that call it.
void Linker::split() {
  std::map<BodyId, std::vector<BodyId>> Callers;
  std::vector<BodyId> Work;
  for (auto [Id, B] : llvm::enumerate(Bodies)) {
    if (B.Units.size() == 1)
      continue;
    std::map<InstrId, BodyId> First = callees(B.F, B.Units[0]);
    bool Differs = mayDiffer(B.F) && llvm::any_of(B.Units, [&](unsigned Unit) {
                     return callees(B.F, Unit) != First;
                   });
    for (auto [Instr, Callee] : First)
      Callers[Callee].push_back(Id);
    if (Differs)
      Work.push_back(Id);
  }
  while (!Work.empty()) {
    BodyId B = Work.back();
    Work.pop_back();
    if (!std::exchange(Bodies[B].IsSplit, true))
      llvm::append_range(Work, Callers[B]);
  }
}

// One Program of all.

std::string Linker::usrIn(BodyId Of, unsigned Unit) const {
  const Body &B = Bodies[Of];
  if (named(B.F.Usr).size() == 1 && !B.IsSplit && !B.F.Internal)
    return B.F.Usr;
  unsigned Number = B.IsSplit ? Unit : B.Units[0];
  return (B.F.Usr + Separator + llvm::Twine(Number)).str();
}

static void makeCall(Instr &I, std::string Usr, const Function &Callee) {
  if (hasSpareObject(I, Callee))
    I.Operands.erase(I.Operands.begin());
  I.Kind = InstrKind::Call;
  I.Name = std::move(Usr);
  I.Counted = I.Taints = I.Keeps = I.Opaque = I.Integer = I.Number =
      I.Computed = I.External = false;
}

/// What can be called is told by its function's name.
void Linker::renameCallables(Function &F, unsigned Unit) const {
  for (Instr &I : F.Instrs) {
    StringRef Usr = I.Name;
    if (I.Kind != InstrKind::Record || !Usr.consume_front("(") ||
        !Usr.consume_back(")"))
      continue;
    if (BodyId B = inUnit(Usr, Unit); B != NoId)
      I.Name = "(" + usrIn(B, Unit) + ")";
  }
}

void Linker::connect(Function &F, unsigned Unit) const {
  renameCallables(F, Unit);
  for (auto [Id, Callee] : callees(F, Unit)) {
    Instr &I = F.Instrs[Id];
    if (I.Kind == InstrKind::Call)
      I.Name = usrIn(Callee, Unit);
    else
      makeCall(I, usrIn(Callee, Unit), Bodies[Callee].F);
  }
  llvm::erase_if(F.Outside, [&](const OutsideCall &O) {
    return F.Instrs[O.Call].Kind == InstrKind::Call;
  });
}

/// Bodies stay until all are connected: callers look at them.
Linked Linker::finish() {
  split();
  Linked Out;
  std::vector<Function> &All = Out.Code.Functions;
  Out.Of.resize(Units.size());
  for (auto [Unit, Own] : llvm::enumerate(Units))
    for (BodyId Id : Own) {
      Body &B = Bodies[Id];
      if (B.IsSplit || B.Placed == NoId) {
        B.Placed = All.size();
        All.push_back(B.IsSplit ? B.F : Function());
        connect(B.IsSplit ? All.back() : B.F, Unit);
        All.back().Usr = usrIn(Id, Unit);
      }
      Out.Of[Unit].push_back(B.Placed);
    }
  for (Body &B : Bodies)
    if (!B.IsSplit) {
      std::string Usr = std::move(All[B.Placed].Usr);
      All[B.Placed] = std::move(B.F);
      All[B.Placed].Usr = std::move(Usr);
    }
  Out.Code.Files = std::move(Files);
  *this = Linker(std::move(Name));
  return Out;
}

} // namespace tidy
