//===- Lines.cpp - Offsets to lines and columns ---------------------------===//
#include "report/Lines.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

LineTable::LineTable(llvm::StringRef Text) : Size(Text.size()), Starts{0} {
  for (unsigned I = 0; I < Size; ++I) {
    // As Clang counts: "\n", "\r\n" and a lone "\r" each end one line.
    bool CarriageReturn =
        Text[I] == '\r' && (I + 1 == Size || Text[I + 1] != '\n');
    if (Text[I] == '\n' || CarriageReturn)
      Starts.push_back(I + 1);
  }
}

LineColumn LineTable::at(unsigned Offset) const {
  Offset = std::min(Offset, Size);
  auto After = llvm::upper_bound(Starts, Offset);
  unsigned Line = After - Starts.begin();
  return {Line, Offset - Starts[Line - 1] + 1};
}

} // namespace tidy
