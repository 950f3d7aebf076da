//===- RandomProgram.cpp - Programs for tests -----------------------------===//
#include "ir/RandomProgram.h"
#include "sig/Parse.h"

namespace tidy {

Program ProgramGenerator::program() {
  Program P;
  for (unsigned I = 1 + below(3); I > 0; --I)
    P.Files.push_back({name(), ""});
  Files = unsigned(P.Files.size());
  for (unsigned I = below(4); I > 0; --I)
    P.Functions.push_back(function());
  return P;
}

std::string ProgramGenerator::name() {
  static const char *Names[] = {"x",    "y", "ns::f", "",   "a b", "q\"\\\n",
                                "load", "_", "b0",    "?:", "x.1", "\xc3\xa4"};
  return Names[below(12)];
}

Operand ProgramGenerator::operand(InstrId Id, bool MayRefer) {
  if (Vars && MayRefer && (flip() || Id == 0))
    return {"", NoId, below(Vars), path(Id), flip()};
  return {"", below(Id), NoId};
}

Path ProgramGenerator::path(InstrId Id) {
  Path Steps;
  for (unsigned I = below(3); I > 0; --I)
    Steps.push_back(flip() && Id ? PathStep{"", below(Id)}
                    : flip()     ? PathStep()
                                 : PathStep{flip() ? "n" : "a b", NoId});
  return Steps;
}

ShapePattern ProgramGenerator::contract() {
  static const char *Contracts[] = {"[]", "*b, 2*d, _", "q", "..., 1"};
  return llvm::cantFail(parseShape(Contracts[below(4)]));
}

/// An instruction with everything but its kind and operands.
Instr ProgramGenerator::flags() {
  Instr I;
  I.Name = name();
  I.Callee = flip() ? name() : "";
  I.Where = span();
  I.NameSpan = span();
  for (bool *Flag : {&I.Editable, &I.MacroArgument, &I.Postfix, &I.Counted,
                     &I.Taints, &I.Keeps, &I.Opaque, &I.Integer, &I.Number,
                     &I.Computed, &I.External, &I.Expected})
    *Flag = flip();
  return I;
}

/// Fills in what the kind needs beside operands, and says how many of those.
unsigned ProgramGenerator::fill(Instr &I, InstrId Id) {
  static const char *Arith[] = {"shl", "%", "min", "neg"};
  static const char *Compare[] = {"==", ">=", "not", "given"};
  static const char *Values[] = {"-3", "(1, (none, ?))", "[2, d]",
                                 "\"a \\\"\\n\\xC3\""};
  unsigned Pick = below(4);
  switch (I.Kind) {
  case InstrKind::Const:
    I.Literal = llvm::cantFail(parseValue(Values[Pick]));
    return 0;
  case InstrKind::Load:
  case InstrKind::Store:
    I.Var = below(Vars);
    I.Path = path(Id);
    return I.Kind == InstrKind::Store;
  case InstrKind::Arith:
  case InstrKind::Compare:
    I.Name = (I.Kind == InstrKind::Arith ? Arith : Compare)[Pick];
    return Pick < 2 || I.Name == "min" ? 2 : 1;
  case InstrKind::Element:
  case InstrKind::Append:
  case InstrKind::Or:
    return 2;
  case InstrKind::Resize:
    return 3;
  case InstrKind::Splice:
    return 4;
  case InstrKind::Field:
  case InstrKind::Share:
  case InstrKind::As:
  case InstrKind::Count:
    return 1;
  case InstrKind::Expect:
    I.Name = Pick < 2 ? "variable" : Pick == 2 ? "field" : "comment";
    I.Pattern = contract();
    return 1;
  default:
    return Pick;
  }
}

Instr ProgramGenerator::instr(InstrId Id) {
  Instr I = flags();
  I.Kind = InstrKind(below(21));
  bool UsesVar = I.Kind == InstrKind::Load || I.Kind == InstrKind::Store;
  if ((UsesVar && !Vars) || Id == 0)
    I.Kind = InstrKind::Const;
  bool MayRefer = I.Kind == InstrKind::Call || I.Kind == InstrKind::Unknown;
  bool NamesParts = I.Kind == InstrKind::Op || I.Kind == InstrKind::Record;
  bool HasName = MayRefer || NamesParts || I.Kind == InstrKind::Field ||
                 I.Kind == InstrKind::Apply || I.Kind == InstrKind::Arith ||
                 I.Kind == InstrKind::Compare || I.Kind == InstrKind::As;
  if (!HasName)
    I.Name = "";
  for (unsigned Operands = fill(I, Id); Operands > 0; --Operands) {
    I.Operands.push_back(operand(Id, MayRefer));
    if (NamesParts)
      I.Operands.back().Parameter = flip() ? "a" : "a b";
  }
  if (I.Kind == InstrKind::Unknown && !I.Operands.empty() && flip())
    I.Virtual = "f";
  return I;
}

Terminator ProgramGenerator::end(InstrId Count, bool Any) {
  using Kind = Terminator::Kind;
  auto What = Kind(below(6));
  if (!Any || (What == Kind::Branch && Count == 0))
    return {};
  Terminator T{What, NoId, {}, {}, What == Kind::Stop && flip()};
  bool HasValue = What == Kind::Branch ||
                  ((What == Kind::Return || What == Kind::Choose) && flip());
  if (HasValue && Count)
    T.Value = below(Count);
  unsigned Targets = What == Kind::Goto      ? 1
                     : What == Kind::Branch  ? 2
                     : What == Kind::Attempt ? 2
                     : What == Kind::Choose  ? 1 + below(3)
                                             : 0;
  T.Targets.assign(Targets, 0);
  if (What == Kind::Choose && T.Value != NoId && flip()) {
    T.Cases.resize(Targets);
    T.Cases[below(Targets)] = std::int64_t(below(9)) - 4;
  }
  return T;
}

Function ProgramGenerator::function() {
  Function F{name(), name(), flip(), {}, {}, span(), {}, {}, {}, {}, {}, {}};
  for (unsigned I = below(3); I > 0; --I)
    F.Roles.push_back({name(), name()});
  for (unsigned I = below(3); I > 0; --I)
    F.Declared.push_back(name());
  for (unsigned I = below(5); I > 0; --I)
    F.Vars.push_back({name(), span(), flip(), flip(), flip()});
  Vars = unsigned(F.Vars.size());
  for (unsigned I = 0; I < below(Vars + 1); ++I) {
    F.Params.push_back({I, Param::Kind(below(4)), flip(), {}});
    if (flip())
      F.Params.back().Contract = contract();
  }
  if (flip())
    F.Result = contract();
  for (unsigned B = 1 + below(4); B > 0; --B) {
    Block &New = F.Blocks.emplace_back();
    for (unsigned I = below(6); I > 0; --I) {
      New.Instrs.push_back(unsigned(F.Instrs.size()));
      F.Instrs.push_back(instr(New.Instrs.back()));
    }
    New.End = end(unsigned(F.Instrs.size()), true);
  }
  for (InstrId I = 0; I < F.Instrs.size(); ++I)
    if (F.Instrs[I].Kind == InstrKind::Unknown && flip())
      F.Outside.push_back({I, name(), {name()}});
  return F;
}

} // namespace tidy
