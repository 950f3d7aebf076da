//===- Real.cpp - Making a real call --------------------------------------===//
#include "Real.h"
#include <csetjmp>
#include <csignal>
#include <regex>

namespace oracle {

//===- Values -------------------------------------------------------------===//

at::Tensor tensorOf(const Datum &D, at::ScalarType Type) {
  if (D.What == Datum::Kind::None)
    return {};
  if (D.What != Datum::Kind::Tensor)
    throw CannotTry("no tensor: " + str(D));
  if (Type == at::kLong)
    return at::zeros(D.Sizes, Type);
  std::size_t Rank = D.Sizes.size();
  if (Rank < 2)
    return at::ones(D.Sizes, Type);
  at::Tensor Matrix = (at::eye(D.Sizes[Rank - 2], D.Sizes[Rank - 1]) + 1) / 2;
  return Matrix.to(Type).expand(D.Sizes).clone(at::MemoryFormat::Contiguous);
}

at::ScalarType elementType(const std::string &Parameter,
                           const ElementTypes &Types) {
  static const std::map<std::string, at::ScalarType> Fixed = {
      {"index", at::kLong},     {"indices", at::kLong}, {"mask", at::kBool},
      {"condition", at::kBool}, {"offsets", at::kLong},
  };
  if (Parameter == "target")
    return Types.Targets;
  auto It = Fixed.find(Parameter);
  return It == Fixed.end() ? Types.Usual : It->second;
}

Datum datumOf(const at::Tensor &T) {
  Datum D;
  if (T.defined()) {
    D.What = Datum::Kind::Tensor;
    D.Sizes = T.sizes().vec();
  }
  return D;
}

Datum datumOf(std::int64_t Number) {
  Datum D;
  D.What = Datum::Kind::Int;
  D.Number = Number;
  return D;
}

//===- The arguments of a function of the table ---------------------------===//

bool Arguments::has(const std::string &Name) const {
  const Datum *D = C.find(Name);
  return D && D->What != Datum::Kind::None;
}

const Datum &Arguments::get(const std::string &Name) const {
  if (!has(Name))
    throw CannotTry("no argument '" + Name + "'");
  return *C.find(Name);
}

at::Tensor Arguments::tensor(const std::string &Name) const {
  const Datum *D = C.find(Name);
  auto It = Own.find(Name);
  return D ? tensorOf(*D,
                      It == Own.end() ? elementType(Name, Types) : It->second)
           : at::Tensor();
}

std::string Arguments::parameter(std::size_t Index) const {
  return Index < C.Parameters.size() && C.Parameters[Index] != "_"
             ? C.Parameters[Index]
             : "";
}

bool Arguments::isFree(const std::string &Name) const {
  return std::find(C.Matter.begin(), C.Matter.end(), Name) == C.Matter.end();
}

bool Arguments::toss(const std::string &Name) const {
  return (C.Seed >> (Name.size() % 13)) & 1;
}

Arguments Arguments::with(const std::string &Name, at::ScalarType Type) const {
  Arguments Out = *this;
  Out.Own[Name] = Type;
  return Out;
}

std::int64_t Arguments::integer(const std::string &Name) const {
  const Datum &D = get(Name);
  if (D.What != Datum::Kind::Int)
    throw CannotTry("no integer: " + str(D));
  return D.Number;
}

bool Arguments::flag(const std::string &Name) const {
  const Datum &D = get(Name);
  bool IsNumber = D.What == Datum::Kind::Int && (D.Number & ~1) == 0;
  if (D.What != Datum::Kind::Bool && !IsNumber)
    throw CannotTry("no flag: " + str(D));
  return D.Number;
}

std::string Arguments::text(const std::string &Name) const {
  const Datum &D = get(Name);
  if (D.What != Datum::Kind::Text)
    throw CannotTry("no text: " + str(D));
  return D.Word;
}

std::vector<std::int64_t> Arguments::integers(const std::string &Name,
                                              std::size_t Wanted) const {
  const Datum &D = get(Name);
  std::vector<std::int64_t> Out;
  if (D.What == Datum::Kind::Int)
    Out.assign(std::max<std::size_t>(Wanted, 1), D.Number);
  else
    for (const Datum &E : D.Elements)
      Out.push_back(E.Number);
  if (Wanted && Out.size() != Wanted)
    throw CannotTry("'" + Name + "' takes " + std::to_string(Wanted) +
                    " numbers, by its type");
  return Out;
}

std::vector<at::Tensor> Arguments::tensors(const std::string &Name) const {
  std::vector<at::Tensor> Out;
  for (const Datum &E : get(Name).Elements)
    Out.push_back(tensorOf(E, elementType(Name, Types)));
  return Out;
}

//===- A call -------------------------------------------------------------===//

static const Caller *findCaller(const Call &C) {
  std::string WithParameters = C.Callee + "(";
  for (std::size_t I = 0; I < C.Parameters.size(); ++I)
    WithParameters += (I ? ", " : "") + C.Parameters[I];
  WithParameters += ")";
  const CallerTable &Table = plainCallers();
  auto It = Table.find(WithParameters);
  if (It == Table.end())
    It = Table.find(C.Callee);
  return It == Table.end() ? nullptr : &It->second;
}

/// A complaint about the type or the values of elements.
static bool isAboutTypes(const std::string &Message) {
  static const std::regex Words(
      "not implemented for|scalar type|[dD]type|data type|expected.*(Long|Bool|"
      "Float|Byte|Complex|[Ii]nteger|floating)|integral|floating point|"
      "only supports|type Float|long, byte|singular|not positive-definite|"
      "backend|not linked with|Boolean|complex|input type|not supported");
  return std::regex_search(Message, Words);
}

/// Where the library divides by a size of 0 the process would end.
static thread_local sigjmp_buf BehindDivision;

static void leaveDivision(int) { siglongjmp(BehindDivision, 1); }

static Answer callAs(const Call &C, const ElementTypes &Types) {
  Answer A;
  std::signal(SIGFPE, leaveDivision);
  if (sigsetjmp(BehindDivision, /*savemask=*/1)) {
    A.Message = "divides by zero";
    A.What = Answer::Kind::Threw;
    return A;
  }
  try {
    if (const Caller *Make = findCaller(C))
      A.Result = (*Make)(Arguments(C, Types));
    else if (!callAten(C, Types, A.Result))
      throw CannotTry("no operator with these parameters");
    A.What = Answer::Kind::Gave;
  } catch (const CannotTry &E) {
    A.Message = E.what();
  } catch (const c10::Error &E) {
    A.Message = E.what_without_backtrace();
    A.What =
        isAboutTypes(A.Message) ? Answer::Kind::Declined : Answer::Kind::Threw;
  } catch (const std::exception &E) {
    A.Message = E.what();
    A.What =
        isAboutTypes(A.Message) ? Answer::Kind::Declined : Answer::Kind::Threw;
  }
  return A;
}

Answer callReal(const Call &C) {
  static const bool IsSetUp = [] {
    at::set_num_threads(1);
    c10::SetStackTraceFetcher([] { return std::string(); }); // most of the time
    return true;
  }();
  (void)IsSetUp;
  torch::NoGradGuard NoGrad;
  const ElementTypes Tried[] = {{at::kFloat, at::kFloat},
                                {at::kFloat, at::kLong},
                                {at::kLong, at::kLong},
                                {at::kBool, at::kBool},
                                {at::kComplexFloat, at::kComplexFloat}};
  Answer First;
  for (const ElementTypes &Types : Tried) {
    Answer A = callAs(C, Types);
    if (A.What != Answer::Kind::Declined)
      return A;
    if (&Types == Tried)
      First = std::move(A);
  }
  return First;
}

} // namespace oracle
