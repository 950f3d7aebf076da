//===- Call.cpp - Calls as text -------------------------------------------===//
#include "Call.h"

namespace oracle {

template <class Range, class Print>
static std::string joined(const Range &Parts, Print PrintOne) {
  std::string Out;
  for (const auto &Part : Parts)
    Out += (Out.empty() ? "" : ", ") + PrintOne(Part);
  return Out;
}

std::string str(const Datum &D) {
  switch (D.What) {
  case Datum::Kind::None:
    return "none";
  case Datum::Kind::Bool:
    return D.Number ? "true" : "false";
  case Datum::Kind::Int:
    return std::to_string(D.Number);
  case Datum::Kind::Float:
    return "number";
  case Datum::Kind::Text:
    return '"' + D.Word + '"';
  case Datum::Kind::Tensor:
    return "[" +
           joined(D.Sizes, [](std::int64_t N) { return std::to_string(N); }) +
           "]";
  case Datum::Kind::List:
    return "(" + joined(D.Elements, [](const Datum &E) { return str(E); }) +
           ")";
  case Datum::Kind::Other:
    break;
  }
  return "?";
}

const Datum *Call::find(const std::string &Name) const {
  for (const NamedDatum &N : Given)
    if (N.Name == Name)
      return &N.Is;
  return nullptr;
}

std::string str(const Call &C) {
  return C.Callee + "(" +
         joined(C.Given,
                [](const NamedDatum &N) { return N.Name + "=" + str(N.Is); }) +
         ")";
}

} // namespace oracle
