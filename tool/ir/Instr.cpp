//===- Instr.cpp - One step of a function ---------------------------------===//
#include "ir/Instr.h"

namespace tidy {

std::optional<WrapType> wrapType(llvm::StringRef Name) {
  bool IsSigned = Name.starts_with("i");
  unsigned Bits = 0;
  if (!(IsSigned || Name.starts_with("u")) ||
      Name.drop_front().getAsInteger(10, Bits) || Bits == 0 || Bits > 64)
    return std::nullopt;
  return WrapType{Bits, IsSigned};
}

} // namespace tidy
