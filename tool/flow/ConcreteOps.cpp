//===- ConcreteOps.cpp - What ops do to sizes that are numbers ------------===//
//
// After the libraries' own documentation, not after rules/ops.sig.
//
//===----------------------------------------------------------------------===//
#include "flow/Concrete.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy::concrete {
namespace {

using Result = std::optional<Datum>;

Result made(Sizes S) { return Datum(std::make_shared<Sizes>(std::move(S))); }

const Sizes &sizes(const Given &G, const char *Name) {
  return **G.at(Name).as<Tensor>();
}

std::int64_t number(const Given &G, const char *Name) {
  return *G.at(Name).as<std::int64_t>();
}

Sizes numbers(const Datum &D) {
  if (const auto *N = D.as<std::int64_t>())
    return {*N};
  Sizes Out;
  for (const Datum &E : *D.as<List>())
    Out.push_back(*E.as<std::int64_t>());
  return Out;
}

/// Counts a negative axis from the end; none if there is no such axis.
std::optional<size_t> axis(std::int64_t At, size_t Rank) {
  auto R = std::int64_t(Rank);
  if (At < 0)
    At += R;
  if (At < 0 || At >= R)
    return std::nullopt;
  return size_t(At);
}
/// A scalar takes axes 0 and -1.
std::optional<size_t> axisOf(std::int64_t At, const Sizes &S) {
  return axis(At, S.empty() ? 1 : S.size());
}

std::optional<Sizes> broadcast(Sizes A, Sizes B) {
  if (A.size() < B.size())
    std::swap(A, B);
  size_t Shift = A.size() - B.size();
  for (size_t I = 0; I < B.size(); ++I) {
    std::int64_t &Mine = A[Shift + I];
    if (Mine != B[I] && Mine != 1 && B[I] != 1)
      return std::nullopt;
    if (Mine == 1)
      Mine = B[I];
  }
  return A;
}

std::optional<std::int64_t> elements(const Sizes &S) {
  std::int64_t N = 1;
  for (std::int64_t Size : S)
    if (__builtin_mul_overflow(N, Size, &N))
      return std::nullopt;
  return N;
}

Result broadcasting(const Given &G) {
  auto S = broadcast(sizes(G, "x"), sizes(G, "y"));
  return S ? made(*S) : Result();
}

Result inPlace(const Given &G) {
  auto S = broadcast(sizes(G, "x"), sizes(G, "y"));
  return S && *S == sizes(G, "x") ? Result(G.at("x")) : Result();
}

Result matmul(const Given &G) {
  Sizes A = sizes(G, "a"), B = sizes(G, "b");
  if (A.empty() || B.empty())
    return {};
  bool Row = A.size() == 1, Column = B.size() == 1;
  if (Row)
    A.insert(A.begin(), 1);
  if (Column)
    B.push_back(1);
  std::int64_t M = A[A.size() - 2], N = B.back();
  if (A.back() != B[B.size() - 2])
    return {};
  A.resize(A.size() - 2);
  B.resize(B.size() - 2);
  auto Out = broadcast(A, B);
  if (!Out)
    return {};
  if (!Row)
    Out->push_back(M);
  if (!Column)
    Out->push_back(N);
  return made(*Out);
}

Result filled(const Given &G) {
  Sizes S = numbers(G.at("size"));
  if (llvm::any_of(S, [](std::int64_t N) { return N < 0; }))
    return {};
  return made(S);
}

Result reshape(const Given &G) {
  Sizes To = numbers(G.at("to"));
  std::optional<std::int64_t> Have = elements(sizes(G, "x"));
  std::int64_t *Free = nullptr;
  std::int64_t Rest = 1;
  for (std::int64_t &N : To) {
    if (N < -1 || (N == -1 && Free))
      return {};
    if (N == -1)
      Free = &N;
    else if (__builtin_mul_overflow(Rest, N, &Rest))
      return {};
  }
  if (Free && (Rest == 0 || *Have % Rest != 0))
    return {};
  if (Free)
    *Free = *Have / Rest;
  else if (Rest != *Have)
    return {};
  return made(To);
}

Result expand(const Given &G) {
  const Sizes &From = sizes(G, "x");
  Sizes To = numbers(G.at("to"));
  if (To.size() < From.size())
    return {};
  size_t Added = To.size() - From.size();
  for (size_t I = 0; I < To.size(); ++I) {
    if (To[I] < -1 || (To[I] == -1 && I < Added))
      return {};
    if (I < Added)
      continue;
    std::int64_t Have = From[I - Added];
    if (To[I] == -1)
      To[I] = Have;
    else if (To[I] != Have && Have != 1)
      return {};
  }
  return made(To);
}

Result transpose(const Given &G) {
  Sizes S = sizes(G, "x");
  auto I = axisOf(number(G, "i"), S), J = axisOf(number(G, "j"), S);
  if (!I || !J)
    return {};
  if (!S.empty())
    std::swap(S[*I], S[*J]);
  return made(S);
}

Result permute(const Given &G) {
  const Sizes &S = sizes(G, "x");
  Sizes Out;
  std::set<size_t> Used;
  for (std::int64_t D : numbers(G.at("dims"))) {
    auto A = axis(D, S.size());
    if (!A || !Used.insert(*A).second)
      return {};
    Out.push_back(S[*A]);
  }
  return Out.size() == S.size() ? made(Out) : Result();
}

Result unsqueeze(const Given &G) {
  Sizes S = sizes(G, "x");
  auto A = axis(number(G, "at"), S.size() + 1);
  if (!A)
    return {};
  S.insert(S.begin() + *A, 1);
  return made(S);
}

Result squeeze(const Given &G) {
  Sizes S = sizes(G, "x");
  if (!G.contains("dim")) {
    llvm::erase(S, 1);
    return made(S);
  }
  auto A = axisOf(number(G, "dim"), S);
  if (!A)
    return {};
  if (!S.empty() && S[*A] == 1)
    S.erase(S.begin() + *A);
  return made(S);
}

Result select(const Given &G) {
  Sizes S = sizes(G, "x");
  auto A = axis(number(G, "dim"), S.size());
  std::int64_t Index = number(G, "index");
  if (!A || Index >= S[*A] || Index < -S[*A])
    return {};
  S.erase(S.begin() + *A);
  return made(S);
}

Result narrow(const Given &G) {
  Sizes S = sizes(G, "x");
  auto A = axis(number(G, "dim"), S.size());
  std::int64_t Start = number(G, "start"), Length = number(G, "length");
  if (!A || Length < 0 || Start < -S[*A] || Start > S[*A])
    return {};
  if (Start < 0)
    Start += S[*A];
  if (Start + Length > S[*A])
    return {};
  S[*A] = Length;
  return made(S);
}

Result cat(const Given &G) {
  std::optional<Sizes> All;
  const List &Parts = *G.at("xs").as<List>();
  std::int64_t Dim = number(G, "dim");
  for (const Datum &Part : Parts) {
    const Sizes &S = **Part.as<Tensor>();
    if (S == Sizes{0})
      continue;
    auto A = axis(Dim, S.size());
    if (!A || (All && All->size() != S.size()))
      return {};
    if (!All) {
      All = S;
      continue;
    }
    for (size_t I = 0; I < S.size(); ++I)
      if (I == *A)
        (*All)[I] += S[I];
      else if ((*All)[I] != S[I])
        return {};
  }
  if (Parts.empty())
    return {};
  return made(All.value_or(Sizes{0}));
}

Result stack(const Given &G) {
  const List &Parts = *G.at("xs").as<List>();
  if (Parts.empty())
    return {};
  Sizes First = **Parts[0].as<Tensor>();
  for (const Datum &Part : Parts)
    if (**Part.as<Tensor>() != First)
      return {};
  auto A = axis(number(G, "at"), First.size() + 1);
  if (!A)
    return {};
  First.insert(First.begin() + *A, std::int64_t(Parts.size()));
  return made(First);
}

Result reduce(const Given &G) {
  const Sizes &S = sizes(G, "x");
  Sizes Axes = G.contains("dims") ? numbers(G.at("dims")) : Sizes();
  bool Keep = G.contains("keepdim") && *G.at("keepdim").as<bool>();
  std::set<size_t> Gone;
  for (std::int64_t D : Axes) {
    auto A = axisOf(D, S);
    if (!A || !Gone.insert(*A).second)
      return {};
  }
  Sizes Out;
  for (size_t I = 0; I < S.size(); ++I)
    if (!Axes.empty() && !Gone.contains(I))
      Out.push_back(S[I]);
    else if (Keep)
      Out.push_back(1);
  return made(Out);
}

Result elementwise(const Given &G) { return made(sizes(G, "x")); }

Result softmax(const Given &G) {
  const Sizes &S = sizes(G, "x");
  return axisOf(number(G, "dim"), S) ? made(S) : Result();
}

Result size(const Given &G) {
  const Sizes &S = sizes(G, "x");
  auto A = axis(number(G, "dim"), S.size());
  return A ? Result(Datum(S[*A])) : Result();
}

Result allSizes(const Given &G) {
  List Out;
  for (std::int64_t N : sizes(G, "x"))
    Out.push_back(N);
  return Datum(std::move(Out));
}

Result rank(const Given &G) {
  return Datum(std::int64_t(sizes(G, "x").size()));
}

Result numel(const Given &G) { return Datum(*elements(sizes(G, "x"))); }

using Function = Result (*)(const Given &);
const std::map<std::string, Function> Table = {
    {"broadcasting", broadcasting},
    {"cat", cat},
    {"elementwise", elementwise},
    {"expand", expand},
    {"filled", filled},
    {"in_place", inPlace},
    {"matmul", matmul},
    {"narrow", narrow},
    {"numel", numel},
    {"permute", permute},
    {"rank", rank},
    {"reduce", reduce},
    {"reshape", reshape},
    {"select", select},
    {"size", size},
    {"sizes", allSizes},
    {"softmax", softmax},
    {"squeeze", squeeze},
    {"stack", stack},
    {"transpose", transpose},
    {"unsqueeze", unsqueeze},
};

} // namespace

Result perform(llvm::StringRef Op, const Given &Args) {
  return Table.at(Op.str())(Args);
}

bool isRunnable(llvm::StringRef Op) { return Table.contains(Op.str()); }

} // namespace tidy::concrete
