//===- Oracle.cpp - Every modelled callee against libtorch ----------------===//
//
//   oracle [--cases=N] [--seed=N] [--callee=TEXT] [--differences=FILE] [-v]
//
// Calls every callee of the models of libtorch with random arguments, and the
// ok: and bad: lines of its op, and compares what the library does with what
// the model says. Exit status 1 where they disagree and no line of FILE says
// why they may, where (of 1000 cases and more) a line of FILE is of no use, and
// where a callee was never called with success.
//
//===----------------------------------------------------------------------===//
#include "Compare.h"
#include "Differences.h"
#include "Generate.h"
#include "rules/BuiltinModels.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace tidy;
using namespace oracle;
namespace cl = llvm::cl;

static cl::opt<unsigned> Cases("cases", cl::init(20),
                               cl::desc("random cases for each callee"));
static cl::opt<unsigned> Seed("seed", cl::init(1), cl::desc("of the cases"));
static cl::opt<std::string> Only("callee", cl::desc("only those with TEXT"));
static cl::opt<std::string> DifferencesFile("differences",
                                            cl::desc("what may differ"));
static cl::opt<bool> Verbose("v", cl::desc("a line for each callee"));

namespace {

/// How often there was which verdict.
using Counts = std::map<Verdict, unsigned>;

class Oracle {
public:
  Oracle(Models Known, Differences May)
      : Known(std::move(Known)), May(std::move(May)) {}

  /// The number of things that are wrong.
  unsigned run();

private:
  void tryCallee(const CalleeModel &Model);
  Verdict tryCall(const CalleeModel &Model, llvm::ArrayRef<Signature> Op,
                  Call C);
  void tryExamples(const CalleeModel &Model, llvm::ArrayRef<Signature> Op,
                   Counts &Of);
  void judge(const CalleeModel &Model, const Counts &Of);
  void checkAllTried();
  void noteSuccess(const CalleeModel &Model) {
    TriedOps.insert(Model.Op);
    TriedCallee = true;
  }

  Models Known;
  Differences May;
  std::set<std::string> TriedOps; ///< some call of it worked
  bool TriedCallee = false;       ///< a call of this one
  Counts Total;
  unsigned Callees = 0, Wrong = 0;
};

} // namespace

static std::uint64_t seedFor(const CalleeModel &Model) {
  std::uint64_t Hash = Seed * 1099511628211u + Model.IsMethod;
  for (char C : Model.Callee + llvm::join(Model.Parameters, ","))
    Hash = (Hash ^ static_cast<unsigned char>(C)) * 1099511628211u;
  return Hash;
}

unsigned Oracle::run() {
  for (const auto &[Name, Overloads] : Known.Callees)
    for (const CalleeModel &Model : Overloads)
      if (Model.Library == "torch" && Name.find(Only) != std::string::npos)
        tryCallee(Model);
  if (Only.empty())
    checkAllTried();
  for (const std::string &Line : May.unused())
    if (Only.empty() && Cases >= 1000 && ++Wrong) // rare ones are met by then
      llvm::outs() << "of no use: " << Line << "\n";
  llvm::outs() << Callees << " callees";
  for (auto [V, N] : Total)
    llvm::outs() << ", " << N << " " << wordFor(V);
  llvm::outs() << "; " << Wrong << " wrong\n";
  return Wrong;
}

void Oracle::tryCallee(const CalleeModel &Model) {
  const std::vector<Signature> &Op = Known.Ops.find(Model.Op)->second;
  Counts Of;
  TriedCallee = false;
  Generator Random(Op, literalsOf(Model, Op), seedFor(Model));
  if (llvm::all_of(Model.Arguments, [](auto &A) { return A.Literal; }))
    ++Of[tryCall(Model, Op, *callFor(Model, Op, {}))];
  for (unsigned Made = 0, Drawn = 0; Made < Cases && Drawn < 4 * Cases + 200;
       ++Drawn)
    if (std::optional<Call> C = callFor(Model, Op, Random.next())) {
      C->Seed = Random.number(1 << 20);
      Verdict V = tryCall(Model, Op, std::move(*C));
      Made += V != Verdict::Declined;
      ++Of[V];
    }
  tryExamples(Model, Op, Of);
  judge(Model, Of);
}

Verdict Oracle::tryCall(const CalleeModel &Model, llvm::ArrayRef<Signature> Op,
                        Call C) {
  oracle::Answer Real = callReal(C);
  Outcome Foretold = foretell(Model, Op, C);
  Verdict V = compare(Foretold, Real);
  if (Real.What == oracle::Answer::Kind::Gave && !disagrees(V))
    noteSuccess(Model);
  if (!disagrees(V) && !(Verbose && V == Verdict::Declined))
    return V;
  if (disagrees(V) && May.allows(Model.Callee, V))
    return Verdict::LessKnown;
  Wrong += disagrees(V);
  std::string Said = Foretold.Failure ? "failure" : Foretold.Result.str();
  std::string Did = Real.What == oracle::Answer::Kind::Gave
                        ? str(Real.Result)
                        : llvm::StringRef(Real.Message).split('\n').first.str();
  llvm::outs() << wordFor(V) << ": " << str(C) << ": " << Said
               << ", libtorch: " << Did << "\n";
  return V;
}

void Oracle::tryExamples(const CalleeModel &Model, llvm::ArrayRef<Signature> Op,
                         Counts &Of) {
  for (const Example &E : Known.Examples) {
    if (E.Op != Model.Op)
      continue;
    if (std::optional<Call> C = callFor(Model, Op, argumentsOf(E, Op)))
      ++Of[tryCall(Model, Op, std::move(*C))];
  }
}

void Oracle::judge(const CalleeModel &Model, const Counts &Of) {
  ++Callees;
  for (auto [V, N] : Of)
    Total[V] += N;
  if (!TriedCallee && !May.allowsUntried(Model.Callee)) {
    ++Wrong;
    llvm::outs() << "never tried: " << Model.Callee << "("
                 << llvm::join(Model.Parameters, ", ") << ")\n";
  }
  if (!Verbose)
    return;
  llvm::outs() << Model.Callee << "(" << llvm::join(Model.Parameters, ", ")
               << "):";
  for (auto [V, N] : Of)
    llvm::outs() << " " << N << " " << wordFor(V);
  llvm::outs() << "\n";
}

/// An op of which every callee was excused is not tried by anything.
void Oracle::checkAllTried() {
  std::set<std::string> Named;
  for (const auto &[Name, Overloads] : Known.Callees)
    for (const CalleeModel &Model : Overloads)
      if (Model.Library == "torch" && !May.allowsUntried(Name))
        Named.insert(Model.Op);
  for (const std::string &Op : Named)
    if (!TriedOps.contains(Op) && ++Wrong)
      llvm::outs() << "no callee tries the op '" << Op << "'\n";
}

int main(int Count, const char **Words) {
  cl::ParseCommandLineOptions(Count, Words, "models against libtorch\n");
  Models Known;
  for (auto [Name, Text] : builtinModelFiles())
    if (llvm::Error E = parseModelFile(Text, Name, Known)) {
      llvm::errs() << llvm::toString(std::move(E)) << "\n";
      return 2;
    }
  llvm::Expected<Differences> May = Differences::read(DifferencesFile);
  if (!May) {
    llvm::errs() << llvm::toString(May.takeError()) << "\n";
    return 2;
  }
  return Oracle(std::move(Known), std::move(*May)).run() ? 1 : 0;
}
