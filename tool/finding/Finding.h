//===- Finding.h - What is reported -----------------------------*- C++ -*-===//
//
// Findings and fixes as plain values: files by index, bytes by offset, never a
// SourceManager. Rules make them, reports print them.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FINDING_FINDING_H
#define TENSOR_TIDY_FINDING_FINDING_H

#include "ir/Program.h"

namespace tidy {

enum class Level : std::uint8_t { Error, Warning, Remark };

/// An edit of a Program: the operand `Parameter` of the op is passed through
/// the one-operand op `Through` first. frontend/Spell.h turns it into text.
struct ProgramEdit {
  FunctionId Function = NoId;
  InstrId Instr = NoId;
  std::string Parameter;
  std::string Through;

  friend bool operator==(const ProgramEdit &, const ProgramEdit &) = default;
};

/// Replaces `Where` (Length 0: inserts at its Offset) by `Text`.
struct TextEdit {
  Span Where;
  std::string Text;

  friend auto operator<=>(const TextEdit &, const TextEdit &) = default;
};

/// Safe: the same meaning for all code that worked before.
struct Fix {
  std::string Title; ///< a verb phrase: "transpose the key"
  bool Safe = false;
  ProgramEdit Plan;
  std::vector<TextEdit> Edits;
  Span Op{}; ///< the operation that it is made for
};

struct Note {
  Span Where;
  std::string Message;

  friend bool operator==(const Note &, const Note &) = default;
};

/// Message: lower case, no full stop, what was seen, both sides.
struct Finding {
  std::string Rule;
  Level Severity = Level::Error;
  bool Expected = false;     ///< it is meant to fail there
  Span Where;                ///< the narrowest operand: caret and underline
  std::vector<Span> Related; ///< underlined too
  std::string Message;
  std::vector<Note> Notes;
  std::vector<Fix> Fixes;
};

/// Tensor operations met in the code, and those that no model knew.
struct Coverage {
  unsigned Operations = 0;
  unsigned Understood = 0;
  std::map<std::string, unsigned> Unknown; ///< callee -> count
  /// Of those understood: met at least once with operands of known rank, so
  /// that a mismatch there would have been seen.
  unsigned Checked = 0;
  unsigned Functions = 0;  ///< with a body, that were looked at
  unsigned Unfinished = 0; ///< of them, for want of time
};

/// All that one run has to say; Spans index into Files.
struct Report {
  std::vector<SourceFile> Files;
  std::vector<Finding> Findings; ///< by file, offset and rule
  Coverage Seen;
  /// Files that could not be checked, and why.
  std::vector<std::pair<std::string, std::string>> Unchecked;
};

} // namespace tidy

#endif
