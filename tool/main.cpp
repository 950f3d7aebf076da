//===- main.cpp - The command ---------------------------------------------===//
#include "driver/Run.h"

/// jemalloc reads it before anything runs. Huge pages, since a syntax tree
/// grows and is hardly ever freed.
extern "C" const char *malloc_conf;
const char *malloc_conf =
    "thp:always,metadata_thp:always,dirty_decay_ms:1000,muzzy_decay_ms:0";

int main(int Count, const char **Args) {
  llvm::raw_fd_ostream &Out = llvm::outs();
  int Status = tidy::run(llvm::ArrayRef(Args, Count).drop_front(Count > 0), Out,
                         llvm::errs());
  Out.flush();
  if (!Out.has_error())
    return Status;
  llvm::errs() << "tensor-tidy: error: cannot write the results: "
               << Out.error().message() << '\n';
  Out.clear_error();
  return tidy::WrongUse;
}
