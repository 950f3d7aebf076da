//===- Parse.cpp - Text to notation: the entry points ---------------------===//
#include "sig/Parse.h"
#include "sig/Parser.h"
#include "llvm/Support/raw_ostream.h"

using llvm::Expected;
using llvm::StringRef;

namespace tidy {

char SigError::ID = 0;

void SigError::log(llvm::raw_ostream &OS) const {
  OS << Where.File << ':' << Where.Line << ':' << Where.Column
     << ": error: " << Message;
}

std::error_code SigError::convertToErrorCode() const {
  return llvm::inconvertibleErrorCode();
}

/// The whole text as one piece of notation.
template <class T>
static Expected<T> parseAll(StringRef Text, StringRef File,
                            bool (Parser::*Rule)(T &)) {
  Parser P(Text, File, Newlines::Skip);
  T Result;
  if (llvm::Error E = P.finish((P.*Rule)(Result)))
    return std::move(E);
  return Result;
}

Expected<Signature> parseSignature(StringRef Text, StringRef File) {
  return parseAll(Text, File, &Parser::signature);
}

Expected<ShapePattern> parseShape(StringRef Text, StringRef File) {
  return parseAll(Text, File, &Parser::bareOperand);
}

Expected<Value> parseValue(StringRef Text, StringRef File) {
  return parseAll(Text, File, &Parser::value);
}

} // namespace tidy
