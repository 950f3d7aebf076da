//===- Json.h - The report as JSON ------------------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_REPORT_JSON_H
#define TENSOR_TIDY_REPORT_JSON_H

#include "finding/Finding.h"
#include "llvm/Support/raw_ostream.h"

namespace tidy {

/// {"findings":[{"rule","level","file","line","column","endLine","endColumn",
///   "message","notes":[{"file","line","column","message"}],
///   "fixes":[{"title","safe","edits":[{"file","offset","length","text"}]}]}],
///  "coverage":{"operations","understood","unknown":{"<callee>":count},
///   "checked","functions","unfinished"}}
///
/// Keys in this order, two spaces of indentation. Lines and columns count from
/// 1, columns in bytes, endColumn is one past the last; offset counts bytes
/// from 0. Text that is not UTF-8 is repaired. A contract: extend, never break.
void writeJson(const Report &R, llvm::raw_ostream &OS);

} // namespace tidy

#endif
