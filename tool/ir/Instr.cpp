//===- Instr.cpp - What instructions are called ---------------------------===//
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

llvm::StringRef shortName(llvm::StringRef Field) {
  return Field.substr(Field.rfind(':') + 1);
}

std::string placeName(llvm::StringRef Variable, const Path &Steps) {
  std::string Name = Variable == "this" && !Steps.empty() ? "" : Variable.str();
  for (const PathStep &Step : Steps)
    if (llvm::StringRef(Step.Field).starts_with("["))
      Name += Step.Field; // a key of a map
    else if (!Step.Field.empty())
      Name += (Name.empty() ? "" : ".") + shortName(Step.Field).str();
    else if (Step.Index != NoId)
      Name += "[]";
  return Name;
}

} // namespace tidy
