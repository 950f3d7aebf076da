//===- ModelCheck.cpp - Does what a .sig file says fit? -------------------===//
#include "sig/ModelCheck.h"
#include "sig/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using llvm::StringRef;

namespace tidy {

ArgumentCheck::ArgumentCheck(llvm::ArrayRef<Signature> Alternatives,
                             Positions Named)
    : Alternatives(Alternatives),
      MostPositional(Alternatives.front().Parameters.size()) {
  if (Named == Positions::OfAny)
    for (const Signature &S : Alternatives)
      MostPositional = std::max(MostPositional, S.Parameters.size());
}

std::string ArgumentCheck::next(StringRef Name) {
  if (!Name.empty()) {
    std::string Problem = named(Name);
    Given.push_back(Name.str());
    return Problem;
  }
  if (!Given.empty())
    return "expected a named argument after '" + Given.back() + "'";
  if (++Positional > MostPositional)
    return "too many arguments, '" + Alternatives.front().Name + "' takes " +
           std::to_string(MostPositional);
  return "";
}

std::string ArgumentCheck::named(StringRef Name) const {
  StringRef Op = Alternatives.front().Name;
  std::vector<StringRef> Known;
  bool Free = false; // not yet given by position in some alternative
  for (const Signature &S : Alternatives)
    for (size_t I = 0; I < S.Parameters.size(); ++I) {
      Known.push_back(S.Parameters[I].Name);
      Free |= I >= Positional && S.Parameters[I].Name == Name;
    }
  if (!llvm::is_contained(Known, Name))
    return ("'" + Op + "' has no argument '" + Name + "'" +
            suggestion(Name, Known))
        .str();
  if (!Free || llvm::is_contained(Given, Name))
    return ("argument '" + Name + "' is given twice").str();
  return "";
}

std::string placeholderProblem(const EditSpelling &E) {
  StringRef Rest = E.Text;
  std::vector<StringRef> Known(E.Parameters.begin(), E.Parameters.end());
  while (true) {
    size_t Open = Rest.find('{');
    if (Open == StringRef::npos)
      return "";
    Rest = Rest.substr(Open + 1);
    StringRef Name = Rest.take_until([](char C) { return C == '}'; });
    if (isWord(Name) && Name.size() < Rest.size() &&
        !llvm::is_contained(Known, Name))
      return ("no parameter '" + Name + "' for this placeholder" +
              suggestion(Name, Known))
          .str();
  }
}

} // namespace tidy
