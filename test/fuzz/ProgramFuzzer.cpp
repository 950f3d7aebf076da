// Whatever the bytes, a Program is read or refused; what was read is printed
// and read back the same, and analysed without harm. Half of the mutations
// change a Program rather than its text, so that they get as far as that.
#include "flow/Analysis.h"
#include "ir/Text.h"
#include "sig/Parse.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace tidy;

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *Data, std::size_t Size, std::size_t Most);

static const Models &models() {
  static const Models M = [] {
    Models New;
    auto File = llvm::MemoryBuffer::getFile(TENSOR_TIDY_OPS);
    llvm::cantFail(parseModelFile((*File)->getBuffer(), "ops.sig", New));
    return New;
  }();
  return M;
}

/// The frontend makes no others.
static bool knowsOps(const Program &P) {
  return llvm::all_of(P.Functions, [](const Function &F) {
    return llvm::all_of(F.Instrs, [](const Instr &I) {
      return I.Kind != InstrKind::Op || models().Ops.contains(I.Name);
    });
  });
}

static void require(bool Holds, const char *What, const std::string &Text) {
  if (Holds)
    return;
  std::fprintf(stderr, "%s:\n%s\n", What, Text.c_str());
  std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data, std::size_t Size) {
  auto P = parseProgram(llvm::StringRef(reinterpret_cast<const char *>(Data), Size));
  if (!P) {
    llvm::consumeError(P.takeError());
    return 0;
  }
  std::string Text = printProgram(*P);
  require(!verify(*P), "was read and does not verify", Text);
  auto Again = parseProgram(Text);
  require(Again && printProgram(*Again) == Text, "not read back the same", Text);
  if (!knowsOps(*P))
    return 0;
  Analysis A = analyse(*P, models());
  for (const auto &[At, Values] : A.Values)
    for (const Value &V : Values)
      (void)V.str();
  return 0;
}

/// Another operand, target, op, kind of instruction or flag, somewhere.
static void change(Program &P, std::mt19937 &Random) {
  auto Pick = [&](auto &From) -> auto & { return From[Random() % From.size()]; };
  if (P.Functions.empty())
    return;
  Function &F = Pick(P.Functions);
  if (F.Blocks.empty() || F.Instrs.empty())
    return;
  Block &B = Pick(F.Blocks);
  Instr &I = Pick(F.Instrs);
  switch (Random() % 8) {
  case 0:
    if (!B.End.Targets.empty())
      Pick(B.End.Targets) = Random() % F.Blocks.size();
    break;
  case 1:
    if (!I.Operands.empty() && Pick(I.Operands).From != NoId)
      I.Operands[0].From = Random() % F.Instrs.size();
    break;
  case 2:
    if (I.Kind == InstrKind::Op)
      I.Name = std::next(models().Ops.begin(), Random() % models().Ops.size())->first;
    if (I.Kind == InstrKind::Call)
      I.Name = Pick(P.Functions).Usr;
    break;
  case 3:
    if (I.Var != NoId)
      I.Var = Random() % F.Vars.size();
    break;
  case 4:
    for (bool *Flag : {&I.Taints, &I.Keeps, &I.Opaque, &I.Integer, &I.External, &I.Expected})
      *Flag ^= Random() % 4 == 0;
    break;
  case 5:
    if (I.Kind == InstrKind::Const)
      I.Literal = Random() % 2 ? Value(Dim(std::int64_t(Random() % 9) - 3)) : Value(ListValue{{Dim(2), Dim(-1)}});
    break;
  case 6:
    if (!B.Instrs.empty()) {
      F.Instrs.push_back(F.Instrs[Pick(B.Instrs)]);
      B.Instrs.push_back(F.Instrs.size() - 1);
    }
    break;
  case 7:
    F.Blocks.push_back(B);
    for (InstrId &Each : F.Blocks.back().Instrs) {
      F.Instrs.push_back(F.Instrs[Each]);
      Each = F.Instrs.size() - 1;
    }
    Pick(F.Blocks).End = {Terminator::Kind::Choose, NoId, {BlockId(F.Blocks.size() - 1), 0}};
    break;
  }
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t *Data, std::size_t Size, std::size_t Most, unsigned Seed) {
  std::mt19937 Random(Seed);
  auto P = parseProgram(llvm::StringRef(reinterpret_cast<const char *>(Data), Size));
  if (!P || Seed % 2) {
    llvm::consumeError(P.takeError());
    return LLVMFuzzerMutate(Data, Size, Most);
  }
  for (unsigned I = 1 + Random() % 4; I > 0; --I)
    change(*P, Random);
  if (llvm::Error E = verify(*P)) {
    llvm::consumeError(std::move(E));
    return LLVMFuzzerMutate(Data, Size, Most);
  }
  std::string Text = printProgram(*P);
  if (Text.size() > Most)
    return LLVMFuzzerMutate(Data, Size, Most);
  llvm::copy(Text, Data);
  return Text.size();
}
