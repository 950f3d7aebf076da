//===- Page.h - A rule's page at a terminal ---------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_REPORT_PAGE_H
#define TENSOR_TIDY_REPORT_PAGE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace tidy {

/// Prints Markdown for a reader at a terminal, without its marks: titles stand
/// out, blocks of code are set in. Of Markdown it knows what rules' pages use:
/// titles, fenced blocks and `code`.
void printPage(llvm::StringRef Markdown, bool Coloured, llvm::raw_ostream &OS);

} // namespace tidy

#endif
