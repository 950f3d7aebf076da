// Random programs read back equal in every field; noise never crashes.
#include "ir/Text.h"
#include "sig/Parse.h"
#include <gtest/gtest.h>
#include <random>

using namespace tidy;

namespace {

class Generator {
public:
  explicit Generator(unsigned Seed) : Random(Seed) {}

  Program program() {
    Program P;
    for (unsigned I = 1 + below(3); I > 0; --I)
      P.Files.push_back({name(), ""});
    Files = unsigned(P.Files.size());
    for (unsigned I = below(4); I > 0; --I)
      P.Functions.push_back(function());
    return P;
  }

private:
  unsigned below(unsigned N) { return unsigned(Random() % N); }
  bool flip() { return below(2); }
  std::string name() {
    static const char *Names[] = {"x",   "y",       "ns::f", "",
                                  "a b", "q\"\\\n", "load",  "_",
                                  "b0",  "?:",      "x.1",   "\xc3\xa4"};
    return Names[below(12)];
  }
  Span span() {
    return flip() ? Span() : Span{below(Files), below(99), below(9)};
  }
  Function function();
  Instr instr(InstrId Id);
  Operand operand(InstrId Id, bool MayRefer);
  Terminator end(InstrId Count, bool Any);

  std::mt19937 Random;
  unsigned Files = 0, Vars = 0;
};

Operand Generator::operand(InstrId Id, bool MayRefer) {
  if (Vars && MayRefer && (flip() || Id == 0))
    return {"", NoId, below(Vars)};
  return {"", below(Id), NoId};
}

Instr Generator::instr(InstrId Id) {
  static const char *Arith[] = {"+", "%", "min", "neg"};
  static const char *Compare[] = {"==", ">=", "not", "bool"};
  Instr I{InstrKind(below(10)),
          name(),
          flip() ? name() : "",
          {},
          NoId,
          {},
          span(),
          span(),
          flip(),
          flip(),
          flip(),
          flip(),
          flip()};
  bool UsesVar = I.Kind == InstrKind::Load || I.Kind == InstrKind::Store;
  if ((UsesVar && !Vars) || Id == 0)
    I.Kind = InstrKind::Const;
  unsigned Operands = below(4);
  switch (I.Kind) {
  case InstrKind::Const: {
    static const char *Values[] = {"-3", "(1, (none, ?))", "[2, d]", "true"};
    I.Literal = *parseValue(Values[below(4)]);
    Operands = 0;
    break;
  }
  case InstrKind::Load:
  case InstrKind::Store:
    I.Var = below(Vars);
    Operands = I.Kind == InstrKind::Store;
    break;
  case InstrKind::Arith:
  case InstrKind::Compare:
    Operands = below(4);
    I.Name = (I.Kind == InstrKind::Arith ? Arith : Compare)[Operands];
    Operands = Operands < 2 || I.Name == "min" ? 2 : 1;
    break;
  case InstrKind::Element:
    Operands = 2;
    break;
  default:
    break;
  }
  bool HasName = I.Kind == InstrKind::Op || I.Kind == InstrKind::Call ||
                 I.Kind == InstrKind::Unknown || I.Kind == InstrKind::Arith ||
                 I.Kind == InstrKind::Compare;
  if (!HasName)
    I.Name = "";
  bool MayRefer = HasName && I.Kind < InstrKind::Arith;
  for (; Operands > 0; --Operands) {
    I.Operands.push_back(operand(Id, MayRefer));
    if (I.Kind == InstrKind::Op)
      I.Operands.back().Parameter = flip() ? "a" : "a b";
  }
  return I;
}

Terminator Generator::end(InstrId Count, bool Any) {
  using Kind = Terminator::Kind;
  auto What = Kind(below(5));
  if (!Any || (What == Kind::Branch && Count == 0))
    return {};
  Terminator T{What, NoId, {}};
  bool HasValue = What == Kind::Branch || (What == Kind::Return && flip());
  if (HasValue && Count)
    T.Value = below(Count);
  unsigned Targets = What == Kind::Goto     ? 1
                     : What == Kind::Branch ? 2
                     : What == Kind::Choose ? 1 + below(3)
                                            : 0;
  for (; Targets > 0; --Targets)
    T.Targets.push_back(0);
  return T;
}

Function Generator::function() {
  Function F{name(), name(), span(), {}, {}, {}, {}};
  for (unsigned I = below(5); I > 0; --I)
    F.Vars.push_back({name(), span(), flip(), flip()});
  Vars = unsigned(F.Vars.size());
  for (unsigned I = 0; I < below(Vars + 1); ++I) {
    F.Params.push_back({I, Param::Kind(below(3)), flip(), {}});
    static const char *Contracts[] = {"[]", "*b, 2*d, _", "q", "..., 1"};
    if (flip())
      F.Params.back().Contract = *parseShape(Contracts[below(4)]);
  }
  for (unsigned B = 1 + below(4); B > 0; --B) {
    Block &New = F.Blocks.emplace_back();
    for (unsigned I = below(6); I > 0; --I) {
      New.Instrs.push_back(unsigned(F.Instrs.size()));
      F.Instrs.push_back(instr(New.Instrs.back()));
    }
    New.End = end(unsigned(F.Instrs.size()), true);
  }
  return F;
}

#define SAME(Field) EXPECT_TRUE(A.Field == B.Field) << #Field

void expectSame(const Instr &A, const Instr &B) {
  SAME(Kind);
  SAME(Name);
  SAME(Callee);
  SAME(Operands);
  SAME(Var);
  SAME(Where);
  SAME(NameSpan);
  SAME(Editable);
  SAME(Postfix);
  SAME(Counted);
  SAME(Taints);
  SAME(Integer);
  EXPECT_TRUE(same(A.Literal, B.Literal));
}

void expectSame(const Variable &A, const Variable &B) {
  SAME(Name);
  SAME(Where);
  SAME(Escapes);
  SAME(IsTensor);
}

void expectSame(const Param &A, const Param &B) {
  SAME(Var);
  SAME(What);
  SAME(ByReference);
  SAME(Contract);
}

void expectSame(const Block &A, const Block &B) {
  SAME(Instrs);
  SAME(End);
}

template <class T>
void expectSame(const std::vector<T> &A, const std::vector<T> &B) {
  ASSERT_EQ(A.size(), B.size());
  for (size_t I = 0; I < A.size(); ++I)
    expectSame(A[I], B[I]);
}

void expectSame(const Function &A, const Function &B) {
  SAME(Name);
  SAME(Usr);
  SAME(Where);
  expectSame(A.Params, B.Params);
  expectSame(A.Vars, B.Vars);
  expectSame(A.Instrs, B.Instrs);
  expectSame(A.Blocks, B.Blocks);
}

TEST(RandomPrograms, ReadBackTheSame) {
  Generator G(3);
  for (int I = 0; I < 3000 && !testing::Test::HasFailure(); ++I) {
    Program P = G.program();
    std::string Text = printProgram(P);
    llvm::Expected<Program> Read = parseProgram(Text);
    ASSERT_TRUE(bool(Read)) << llvm::toString(Read.takeError()) << "\n" << Text;
    ASSERT_EQ(Read->Files.size(), P.Files.size());
    for (size_t F = 0; F < P.Files.size(); ++F)
      EXPECT_EQ(Read->Files[F].Path, P.Files[F].Path);
    ASSERT_EQ(Read->Functions.size(), P.Functions.size());
    for (size_t F = 0; F < P.Functions.size(); ++F)
      expectSame(Read->Functions[F], P.Functions[F]);
    EXPECT_EQ(printProgram(*Read), Text);
    EXPECT_FALSE(bool(verify(P)));
  }
}

TEST(RandomPrograms, NoiseNeverCrashes) {
  Generator G(4);
  std::mt19937 Random(5);
  for (int I = 0; I < 10000; ++I) {
    std::string Text = printProgram(G.program());
    for (unsigned Edits = 1 + Random() % 3; Edits > 0; --Edits)
      Text.insert(Random() % (Text.size() + 1), 1,
                  "%&@(){}b0 \n\"\\\0,.="[Random() % 17]);
    Text.erase(Random() % (Text.size() + 1), Random() % 3);
    llvm::Expected<Program> Read = parseProgram(Text, "noise");
    if (Read)
      EXPECT_EQ(printProgram(*parseProgram(printProgram(*Read))),
                printProgram(*Read));
    else
      EXPECT_TRUE(llvm::StringRef(llvm::toString(Read.takeError()))
                      .starts_with("noise:"));
  }
}

} // namespace
