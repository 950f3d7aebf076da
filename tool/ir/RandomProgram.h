//===- RandomProgram.h - Programs for tests ---------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_IR_RANDOMPROGRAM_H
#define TENSOR_TIDY_IR_RANDOMPROGRAM_H

#include "ir/Program.h"
#include <random>

namespace tidy {

/// Makes one program after the other, each of which verify takes; the same
/// ones for the same seed. They mean nothing.
class ProgramGenerator {
public:
  explicit ProgramGenerator(unsigned Seed) : Random(Seed) {}

  Program program();

private:
  unsigned below(unsigned N) { return unsigned(Random() % N); }
  bool flip() { return below(2); }
  std::string name();
  Span span() {
    return flip() ? Span() : Span{below(Files), below(99), below(9)};
  }
  Function function();
  ShapePattern contract();
  Instr flags();
  unsigned fill(Instr &I, InstrId Id);
  Instr instr(InstrId Id);
  Operand operand(InstrId Id, bool MayRefer);
  Path path(InstrId Id);
  Terminator end(InstrId Count, bool Any);

  std::mt19937 Random;
  unsigned Files = 0, Vars = 0;
};

} // namespace tidy

#endif
