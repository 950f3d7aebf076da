// What is inferred of random programs, held against running them. Another
// number of programs: TENSOR_TIDY_PROGRAMS=100000; one alone, printed:
// TENSOR_TIDY_PROGRAM=4711.
#include "flow/Decisions.h"
#include "flow/RandomCode.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "gtest/gtest.h"

using namespace tidy;
using concrete::Datum;

namespace {

using Env = std::map<Symbol, std::int64_t>;

/// The numbers that symbols stand for in one run, by what was seen of it.
struct Consistency {
  Env Known;
  bool operator()(const Dim &D, std::int64_t N) {
    const Symbol *S = D.asSymbol();
    if (S && S->IsSize && N < 0)
      return false;
    if (S)
      return Known.try_emplace(*S, N).first->second == N;
    auto Is = D.evaluate([&](const Symbol &Of) {
      auto At = Known.find(Of);
      return At == Known.end() ? std::nullopt : std::optional(At->second);
    });
    return !Is || *Is == N;
  }
  bool operator()(const Value &V, const Datum &D) {
    if (V.isUnknown() || D.as<concrete::Nothing>())
      return true;
    if (const auto *Size = V.as<Dim>())
      return D.as<std::int64_t>() && (*this)(*Size, *D.as<std::int64_t>());
    if (const auto *A = V.as<Answer>())
      return D.as<bool>() &&
             (*A == Answer::Unknown || *D.as<bool>() == (*A == Answer::Yes));
    if (const auto *T = V.as<TensorValue>()) {
      const auto *Is = D.as<concrete::Tensor>();
      return Is && shape(T->Sizes, **Is);
    }
    if (const auto *L = V.as<ListValue>())
      return D.as<concrete::List>() &&
             all(L->Elements, *D.as<concrete::List>());
    return V.isNone() == (D.as<concrete::None>() != nullptr) &&
           (V.isNone() || D.as<concrete::Fraction>());
  }
  bool shape(const Shape &Said, llvm::ArrayRef<std::int64_t> Is) {
    size_t Last = Said.sizes().size();
    return Said.hasRank()
               ? all(Said.sizes(), Is)
               : Last <= Is.size() && all(Said.sizes(), Is.take_back(Last));
  }
  template <class A, class B> bool all(const A &Said, const B &Is) {
    bool Fits = Said.size() == Is.size();
    for (size_t I = 0; Fits && I < Is.size(); ++I)
      Fits = (*this)(Said[I], Is[I]);
    return Fits;
  }
};

std::string describe(const Program &P, const Failure &F) {
  std::string Out = "fails:";
  for (const Place &At : F.Calls)
    Out += " " + P.Functions[At.Function].Name + " %" +
           std::to_string(At.Instr) + " >";
  Out += " " + P.Functions[F.Where.Function].Name + " %" +
         std::to_string(F.Where.Instr) + " " + F.What.Text + " with";
  for (const auto &[Name, V] : F.Args)
    Out += " " + Name + "=" + V.str();
  return Out;
}

/// What came of a Failure in the runs: it is wrong if it was met and did not
/// fail; one of declared names, if each run met it and it failed in none.
struct Met {
  unsigned Tried = 0, Threw = 0, Runs = 0;
};

/// Looks on at one run.
class Comparison : public concrete::Watcher {
public:
  Comparison(const Program &P, const Analysis &A, std::vector<Met> &Failures)
      : P(P), A(A), Root(P.Functions.size() - 1),
        InCycle(cycles(P.Functions[Root])), Failures(Failures) {}

  bool HasThrown = false; // anywhere, though a handler may have gone on

  void enters(FunctionId, BlockId B, unsigned Depth) override {
    if (Depth)
      return;
    if (B <= At && InCycle[B]) // once more round: other numbers
      for (const Symbol &S : OfCycles)
        Names.Known.erase(S);
    At = B;
  }
  void gave(const Place &Where, unsigned Depth, const Datum &D) override {
    const Instr &I = P.Functions[Where.Function].Instrs[Where.Instr];
    if (I.Kind != InstrKind::Op && I.Kind != InstrKind::Store)
      return;
    auto Seen = A.Values.find(Where);
    if (Seen == A.Values.end())
      return wrong(Where, "was never looked at");
    for (const Value &V : Seen->second)
      blur(V, D);
    if (Depth == 0 && isMark(Where) && Seen->second.front().isUnknown())
      return wrong(Where, "was taken for out of reach");
    if (Depth == 0)
      return atRoot(Where, Seen->second, D);
    bool Fits = llvm::any_of(Seen->second, [&](const Value &V) {
      return Consistency{Declared}(V, D);
    });
    if (!Fits)
      wrong(Where, "gave " + str(D) + ", not " + Seen->second.front().str());
  }
  void tries(const Place &Where, llvm::ArrayRef<Place> Calls) override {
    count(Where, Calls, &Met::Tried);
  }
  void threw(const Place &Where, llvm::ArrayRef<Place> Calls) override {
    HasThrown = true;
    count(Where, Calls, &Met::Threw);
  }

  /// What is unknown is not taken for a known tensor under another name where
  /// it is handed on (docs/limits.md).
  bool mayKeep(const concrete::Tensor &T) override {
    return !Blurred.contains(T);
  }

  Consistency Names;
  Env Declared;
  std::string Wrong;

private:
  void atRoot(const Place &Where, const std::vector<Value> &Seen,
              const Datum &D) {
    Env Before = Names.Known;
    for (const Value &V : Seen) {
      if (Names(V, D)) {
        for (const auto &[S, N] : Names.Known)
          if (InCycle[At] && !Before.contains(S))
            OfCycles.insert(S);
        return;
      }
      Names.Known = Before;
    }
    std::string Bound;
    for (const auto &[S, N] : Before)
      Bound += " " + S.Name + "=" + std::to_string(N);
    wrong(Where, "gave " + str(D) + ", not " + Seen.front().str() + Bound);
  }
  /// The store that each block but the first begins with.
  bool isMark(const Place &Where) const {
    const Block &B = P.Functions[Root].Blocks[At];
    return At != 0 && B.Instrs[1] == Where.Instr &&
           !A.Unfinished.contains(Root);
  }
  void blur(const Value &V, const Datum &D) {
    if (const auto *T = D.as<concrete::Tensor>(); T && V.isUnknown())
      Blurred.insert(*T);
    if (const auto *Parts = D.as<concrete::List>())
      for (auto [I, Part] : llvm::enumerate(*Parts)) {
        const auto *L = V.as<ListValue>();
        blur(L && I < L->Elements.size() ? L->Elements[I] : Value(), Part);
      }
  }
  void count(const Place &Where, llvm::ArrayRef<Place> Calls,
             unsigned Met::*Which) {
    for (size_t I = 0; I < Failures.size(); ++I) {
      const Failure &F = A.Failures[I];
      if (F.Where == Where && Calls.size() >= F.Calls.size() &&
          Calls.take_back(F.Calls.size()) == llvm::ArrayRef(F.Calls))
        ++(Failures[I].*Which);
    }
  }
  void wrong(const Place &Where, const std::string &What) {
    if (Wrong.empty())
      Wrong = P.Functions[Where.Function].Name + " %" +
              std::to_string(Where.Instr) + " " + What;
  }

  const Program &P;
  const Analysis &A;
  const FunctionId Root;
  const std::vector<bool> InCycle;
  std::vector<Met> &Failures;
  std::set<Symbol> OfCycles;
  std::set<concrete::Tensor> Blurred; // held by something that is unknown
  BlockId At = 0;
};

/// What the declared names stand for in run number `Run`: at first for numbers
/// that have nothing to do with each other, in each order, then for small ones.
Env declared(unsigned Run, std::mt19937 &Random) {
  std::vector<std::int64_t> Numbers{101, 211, 307};
  for (unsigned I = 0; I < Run; ++I)
    std::next_permutation(Numbers.begin(), Numbers.end());
  if (Run >= 6)
    for (std::int64_t &N : Numbers)
      N = Run < 9 ? Run - 4 : 2 + Random() % 6;
  Env E;
  for (auto [Name, N] : llvm::zip(std::array{"b", "k", "d"}, Numbers))
    E[*Dim::rigid(Name).asSymbol()] = N;
  return E;
}

std::vector<Datum> arguments(const Function &F, Consistency &Names,
                             std::mt19937 &Random) {
  std::vector<Datum> Args;
  for (const Param &Each : F.Params) {
    if (Each.What == Param::Kind::Int) {
      Args.push_back(std::int64_t(Random() % 6));
      continue;
    }
    concrete::Sizes S;
    for (unsigned I = Each.Contract ? 0 : Random() % 4; I > 0; --I)
      S.push_back(Random() % 5);
    for (const AxisPattern &Axis : Each.Contract.value_or(ShapePattern())) {
      auto N = Axis.What == AxisPattern::Kind::Any
                   ? std::optional<std::int64_t>(Random() % 5)
                   : rigidValue(Axis.Size).evaluate([&](const Symbol &Of) {
                       return std::optional(Names.Known.at(Of));
                     });
      S.push_back(*N);
    }
    Args.push_back(std::make_shared<concrete::Sizes>(S));
  }
  return Args;
}

/// What narrow needs of a negative start is not written in ops.sig.
bool isReported(const Program &P, const Analysis &A, const Place &At) {
  return P.Functions[At.Function].Instrs[At.Instr].Name == "narrow" ||
         !A.Unfinished.empty() ||
         llvm::any_of(A.Failures,
                      [&](const Failure &F) { return F.Where == At; });
}

/// Empty if all runs of program number `Seed` agree with what is said of it.
std::string disagreement(unsigned Seed, const Models &M, bool Prints) {
  CodeGenerator G(Seed);
  Program P = G.program();
  if (llvm::Error E = verify(P))
    return llvm::toString(std::move(E));
  if (Prints)
    llvm::outs() << printProgram(P);
  Analysis A = analyse(P, M);
  for (const Failure &F : A.Failures)
    if (Prints)
      llvm::outs() << describe(P, F) << "\n";
  const FunctionId Root = P.Functions.size() - 1;
  std::vector<Met> Failures(A.Failures.size());
  std::mt19937 Random(Seed);
  const unsigned Runs = G.isConstant() ? 1 : 12;
  for (unsigned Run = 0; Run < Runs; ++Run) {
    std::vector<Met> Before = Failures;
    Comparison C(P, A, Failures);
    C.Declared = C.Names.Known = declared(Run, Random);
    std::vector<Datum> Args = arguments(P.Functions[Root], C.Names, Random);
    std::string Given;
    for (auto [I, D] : llvm::enumerate(Args)) {
      Given += " " + str(D);
      auto Said = A.Parameters.find({Root, unsigned(I)});
      if (Said != A.Parameters.end() && !C.Names(Said->second.front(), D))
        return "parameter " + std::to_string(I);
    }
    concrete::End E = concrete::Machine(P, Random, C).run(Root, Args);
    for (auto [Now, Was] : llvm::zip(Failures, Before))
      Now.Runs += Now.Tried > Was.Tried &&
                  E.What == concrete::End::Kind::Returned && !C.HasThrown;
    if (!C.Wrong.empty())
      return C.Wrong + "\n  arguments:" + Given;
    if (G.isConstant() && E.What == concrete::End::Kind::Failed &&
        !isReported(P, A, E.Where))
      return P.Functions[E.Where.Function].Name + " %" +
             std::to_string(E.Where.Instr) + " failed and is not reported";
  }
  for (size_t I = 0; I < Failures.size(); ++I) {
    // Another round or another way may work, or another op throw before.
    bool WasCome =
        G.isConstant() ? Failures[I].Runs > 0 : Failures[I].Runs == Runs;
    bool IsWrong = WasCome && !Failures[I].Threw;
    const Place &At = A.Failures[I].Where;
    if (IsWrong)
      return P.Functions[At.Function].Name + " %" + std::to_string(At.Instr) +
             " is reported and worked";
  }
  return "";
}

unsigned fromOutside(const char *Name, unsigned Else) {
  const char *Given = std::getenv(Name);
  return Given ? unsigned(std::atoi(Given)) : Else;
}

TEST(RandomCode, RunsAsInferred) {
  Models M;
  auto Text = llvm::MemoryBuffer::getFile(TENSOR_TIDY_OPS);
  ASSERT_TRUE(bool(Text));
  llvm::cantFail(parseModelFile((*Text)->getBuffer(), "ops.sig", M));
  if (unsigned One = fromOutside("TENSOR_TIDY_PROGRAM", 0)) {
    EXPECT_EQ(disagreement(One, M, /*Prints=*/true), "");
    return;
  }
  unsigned Wrong = 0;
  for (unsigned Seed = 1; Seed <= fromOutside("TENSOR_TIDY_PROGRAMS", 2000);
       ++Seed) {
    std::string What = disagreement(Seed, M, false);
    EXPECT_EQ(What, "") << "program " << Seed;
    Wrong += !What.empty();
    if (Wrong == 20)
      break;
  }
}

} // namespace
