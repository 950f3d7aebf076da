// Random programs of loops, branches and switches are run on numbers: whatever
// a store is seen with there, the analysis has to have seen, too.
#include "flow/Analysis.h"
#include "ir/Text.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"
#include <random>

using namespace tidy;

namespace {

/// `function @f "f" (n: int, m: int, c: other, d: other)` and variables v0..v3.
class Generator {
public:
  explicit Generator(unsigned Seed) : Random(Seed) {}

  std::string program() {
    unsigned B = block();
    for (const char *Var : {"v0", "v1", "v2", "v3"})
      store(B, Var, value(B, "const " + std::to_string(below(4))));
    B = statements(B, 0);
    Blocks[B] += "  return\n";
    std::string Text = "function @f \"f\" (n: int, m: int, c: other, d: other) "
                       "{\n  var v0: other\n  var v1: other\n  var v2: other\n"
                       "  var v3: other\n";
    for (unsigned I = 0; I < Blocks.size(); ++I)
      Text += "b" + std::to_string(I) + ":\n" + Blocks[I];
    return Text + "}\n";
  }

private:
  unsigned below(unsigned N) { return unsigned(Random() % N); }
  unsigned block() {
    Blocks.emplace_back();
    return Blocks.size() - 1;
  }
  std::string value(unsigned B, const std::string &What) {
    std::string Name = "%" + std::to_string(Next++);
    Blocks[B] += "  " + Name + " = " + What + "\n";
    return Name;
  }
  void store(unsigned B, const std::string &Var, const std::string &V) {
    value(B, "store " + Var + ", " + V);
  }
  void go(unsigned B, unsigned To) {
    Blocks[B] += "  goto b" + std::to_string(To) + "\n";
  }
  void branch(unsigned B, const std::string &On, unsigned Yes, unsigned No) {
    Blocks[B] += "  branch " + On + ", b" + std::to_string(Yes) + ", b" +
                 std::to_string(No) + "\n";
  }
  std::string number(unsigned B) {
    static const char *const Vars[] = {"n", "m", "v0", "v1", "v2", "v3"};
    return below(3) ? value(B, std::string("load ") + Vars[below(6)])
                    : value(B, "const " + std::to_string(below(5)));
  }
  std::string condition(unsigned B) {
    static const char *const Ops[] = {"==", "!=", "<", ">=", ">", "<="};
    if (below(2)) {
      std::string Flag = value(B, below(2) ? "load c" : "load d");
      return below(2) ? Flag : value(B, "compare not " + Flag);
    }
    std::string L = number(B);
    if (below(4) == 0)
      L = value(B, "arith % " + L + ", " + value(B, "const 2"));
    return value(B, std::string("compare ") + Ops[below(6)] + " " + L + ", " +
                        number(B));
  }

  unsigned statements(unsigned B, unsigned Depth) {
    for (unsigned I = 1 + below(4); I > 0; --I)
      B = statement(B, Depth);
    return B;
  }
  unsigned statement(unsigned B, unsigned Depth) {
    switch (Depth < 3 ? below(6) : 0) {
    case 1:
    case 2:
      return either(B, Depth + 1);
    case 3:
      return loop(B, Depth + 1);
    case 4:
      return cases(B, Depth + 1);
    case 5:
      store(B, below(2) ? "c" : "d",
            below(2) ? condition(B) : value(B, "const true"));
      return B;
    default:
      store(B, "v" + std::to_string(below(4)),
            value(B, std::string("arith ") + (below(3) ? "+ " : "* ") +
                         number(B) + ", " + number(B)));
      return B;
    }
  }
  unsigned either(unsigned B, unsigned Depth) {
    unsigned Yes = block(), No = block(), Behind = block();
    branch(B, condition(B), Yes, No);
    go(statements(Yes, Depth), Behind);
    go(below(2) ? statements(No, Depth) : No, Behind);
    return Behind;
  }
  /// Counts a variable up, which its body may change as well.
  unsigned loop(unsigned B, unsigned Depth) {
    unsigned Head = block(), Body = block(), Behind = block(), Step = block();
    std::string Var = "v" + std::to_string(below(4));
    store(B, Var, value(B, "const 0"));
    go(B, Head);
    std::string Bound = below(3)
                            ? value(Head, "const " + std::to_string(below(6)))
                            : number(Head);
    std::string Count = value(Head, "load " + Var);
    branch(Head, value(Head, "compare < " + Count + ", " + Bound), Body,
           Behind);
    Body = statements(Body, Depth);
    if (below(2)) // break or continue
      branch(Body, condition(Body), below(2) ? Behind : Head, Step);
    else
      go(Body, Step);
    std::string One = value(Step, "const 1");
    std::string Now = below(2) ? Count : value(Step, "load " + Var);
    store(Step, Var, value(Step, "arith + " + Now + ", " + One));
    go(Step, Head);
    return Behind;
  }
  unsigned cases(unsigned B, unsigned Depth) {
    unsigned One = block(), Other = block(), Behind = block();
    std::string On = number(B);
    Blocks[B] += "  choose " + On + ", b" + std::to_string(One) + " case " +
                 std::to_string(below(3)) + ", b" + std::to_string(Other) +
                 " case " + std::to_string(3 + below(3)) + ", b" +
                 std::to_string(Behind) + "\n";
    go(statements(One, Depth), below(2) ? Other : Behind);
    go(statements(Other, Depth), Behind);
    return Behind;
  }

  std::mt19937 Random;
  std::vector<std::string> Blocks;
  unsigned Next = 0;
};

/// Numbers, and true and false as 1 and 0.
class Execution {
public:
  Execution(const Function &F, std::vector<std::int64_t> Args)
      : F(F), Vars(std::move(Args)), Values(F.Instrs.size()) {
    Vars.resize(F.Vars.size());
  }
  /// Calls `Saw` for each store, until it returns or has taken many steps.
  void run(llvm::function_ref<void(InstrId, std::int64_t)> Saw) {
    unsigned Steps = 0;
    for (BlockId B = 0; B != NoId && ++Steps < 2000; B = next(F.Blocks[B].End))
      for (InstrId I : F.Blocks[B].Instrs) {
        Values[I] = evaluate(F.Instrs[I]);
        if (std::abs(Values[I]) > (1 << 30))
          return;
        if (F.Instrs[I].Kind == InstrKind::Store)
          Saw(I, Vars[F.Instrs[I].Var] = Values[I]);
      }
  }

private:
  std::int64_t evaluate(const Instr &I) {
    std::int64_t A = I.Operands.empty() ? 0 : Values[I.Operands[0].From];
    std::int64_t B = I.Operands.size() < 2 ? 0 : Values[I.Operands[1].From];
    switch (I.Kind) {
    case InstrKind::Const:
      return I.Literal.as<Dim>() ? *I.Literal.as<Dim>()->constant()
                                 : *I.Literal.as<Answer>() == Answer::Yes;
    case InstrKind::Load:
      return Vars[I.Var];
    case InstrKind::Arith:
      return I.Name == "+" ? A + B : I.Name == "*" ? A * B : A % B;
    case InstrKind::Compare:
      return I.Name == "not"  ? !A
             : I.Name == "==" ? A == B
             : I.Name == "!=" ? A != B
             : I.Name == "<"  ? A < B
             : I.Name == ">=" ? A >= B
             : I.Name == ">"  ? A > B
                              : A <= B;
    default:
      return A;
    }
  }
  BlockId next(const Terminator &End) const {
    switch (End.What) {
    case Terminator::Kind::Goto:
      return End.Targets[0];
    case Terminator::Kind::Branch:
      return End.Targets[Values[End.Value] ? 0 : 1];
    case Terminator::Kind::Choose:
      for (unsigned T = 0; T < End.Targets.size(); ++T)
        if (!End.Cases[T] || *End.Cases[T] == Values[End.Value])
          return End.Targets[T];
      return NoId;
    default:
      return NoId;
    }
  }

  const Function &F;
  std::vector<std::int64_t> Vars, Values;
};

/// `V` stands for `Is`, where n and m are `Args`; other names for any number.
bool covers(const Value &V, std::int64_t Is,
            llvm::ArrayRef<std::int64_t> Args) {
  if (const auto *A = V.as<Answer>())
    return *A == Answer::Unknown || (*A == Answer::Yes) == (Is != 0);
  const auto *D = V.as<Dim>();
  if (!D || D->isUnknown())
    return true;
  std::optional<std::int64_t> Known =
      D->evaluate([&](const Symbol &S) -> std::optional<std::int64_t> {
        if (S.Name == "n'" || S.Name == "m'")
          return Args[S.Name == "n'" ? 0 : 1];
        return std::nullopt;
      });
  return !Known || *Known == Is;
}

TEST(Execution, ShowsNothingThatWasNotSeen) {
  unsigned Stores = 0, Known = 0;
  for (unsigned Seed = 0; Seed < 3000; ++Seed) {
    std::string Text = Generator(Seed).program();
    Program P = llvm::cantFail(parseProgram(Text));
    P.Functions[0].Vars[0].Name = "n'"; // no variable's own
    P.Functions[0].Vars[1].Name = "m'";
    Analysis A = analyse(P, Models());
    for (unsigned Run = 0; Run < 8; ++Run) {
      std::vector<std::int64_t> Args{Run % 3, 4 - Run / 2, Run & 1,
                                     Run >> 1 & 1};
      Execution(P.Functions[0], Args).run([&](InstrId I, std::int64_t Is) {
        const std::vector<Value> &Seen = A.Values[{0, I}];
        auto Covers = [&](const Value &V) { return covers(V, Is, Args); };
        ++Stores;
        Known += Seen.size() == 1 && Seen[0].as<Dim>() &&
                 Seen[0].as<Dim>()->constant();
        ASSERT_TRUE(llvm::any_of(Seen, Covers))
            << "seed " << Seed << ", run " << Run << ": %" << I << " is " << Is
            << "\n"
            << Text;
      });
      if (HasFatalFailure())
        return;
    }
  }
  EXPECT_GT(Known, Stores / 20);
}

} // namespace
