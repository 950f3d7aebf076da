//===- Emitter.h - Instructions with the places they stand for --*- C++ -*-===//
//
// The part of lowering that writes the Function down: one member an
// instruction.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FRONTEND_EMITTER_H
#define TENSOR_TIDY_FRONTEND_EMITTER_H

#include "frontend/DeclNames.h"
#include "frontend/Pointers.h"
#include "frontend/Settled.h"
#include "frontend/Source.h"
#include "frontend/Types.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace tidy {

/// What the lowering of every function of a translation unit shares.
struct UnitContext {
  clang::ASTContext &Ctx;
  const TypeInfo &Types;
  const Models &M;
  SourceMap &Source;
  PointerUses &Pointers;
  SettledVariables &Settled;
  const DeclNames &Names;
  /// The body of a function will be in the Program.
  llvm::function_ref<bool(const clang::FunctionDecl &)> IsLowered;
  /// A constant's value will be there as a function.
  llvm::function_ref<bool(const clang::VarDecl &)> IsConstant;
  /// The USR, made unique where two functions of the unit share one (lambdas
  /// of one macro, say).
  llvm::function_ref<std::string(const clang::FunctionDecl &)> nameOf;
  /// What it is to virtual calls, for objects of all classes in the unit.
  llvm::function_ref<std::vector<Role>(const clang::FunctionDecl &)> rolesOf;
};

/// A variable of the Function, or a part of one. Var is NoId for none.
struct VarPlace {
  VarId Var = NoId;
  Path Steps = {};
};

class Emitter {
public:
  explicit Emitter(UnitContext &Unit) : U(Unit) {}

protected:
  /// `E` says where it stands; null for what the source does not show.
  InstrId emit(Instr I, const clang::Expr *E);
  /// One of this kind and name, of these values.
  InstrId emit(InstrKind Kind, std::string Name,
               llvm::ArrayRef<InstrId> Operands, const clang::Expr *E);
  InstrId emitUnknown(std::string What, const clang::Expr *E,
                      std::vector<Operand> Operands = {});
  /// An Unknown that hangs on its operands and nothing else.
  InstrId emitComputed(std::string What, const clang::Expr *E,
                       std::vector<Operand> Operands);
  InstrId emitCompare(std::string Name, llvm::ArrayRef<InstrId> Operands,
                      const clang::Expr *E) {
    return emit(InstrKind::Compare, std::move(Name), Operands, E);
  }
  /// Whether a wrapper, pointer or tensor is given (or not, if not `Holds`).
  InstrId emitGiven(InstrId What, bool Holds, const clang::Expr *E) {
    InstrId Given = emitCompare("given", {What}, E);
    return Holds ? Given : emitCompare("not", {Given}, E);
  }
  InstrId emitConst(Value V, const clang::Expr *E);
  /// `V` as type `T` holds it: unsigned and narrow types wrap around.
  InstrId wrapped(InstrId V, clang::QualType T, const clang::Expr *E);

  InstrId load(const VarPlace &From, const clang::Expr *E);
  void store(const VarPlace &To, InstrId V, Span Where);
  InstrId record(std::string Class, std::vector<Operand> Fields,
                 const clang::Expr *E);
  /// The object as one of another class, or none.
  InstrId castTo(clang::QualType Class, InstrId Object, const clang::Expr *E) {
    const clang::CXXRecordDecl *To = Class->getAsCXXRecordDecl();
    return To ? emit(InstrKind::As, U.Names.of(*To), {Object}, E)
              : emitUnknown("cast", E);
  }
  InstrId field(InstrId Object, std::string Name, const clang::Expr *E) {
    return emit(InstrKind::Field, std::move(Name), {Object}, E);
  }
  InstrId count(InstrId List, const clang::Expr *E) {
    return emit(InstrKind::Count, "", {List}, E);
  }
  /// What `T` has in it that is made of `From`. An optional that holds what may
  /// be none itself, an undefined tensor say, is not empty.
  InstrId held(clang::QualType T, const clang::Expr *From, InstrId V);
  /// The text `V` of `Of` as a `T` has it. A view sees its string change: it
  /// stays what it is where that is another's no more, or is only read.
  InstrId viewed(clang::QualType T, const clang::Expr *Of, InstrId V);
  /// What a `T` is that nobody gave a value; `IsZeroed`: numbers in it are 0,
  /// or else any. NoId for what constructors decide, the user's or a pointer's.
  InstrId defaultOf(clang::QualType T, bool IsZeroed, const clang::Expr *E);
  InstrId defaultTuple(clang::QualType T, const clang::Expr *E);
  /// The same of a new element of a list, which is unknown if need be.
  InstrId emitDefault(clang::QualType Element);
  /// An array with what was written for its first elements; unknown if it is
  /// long.
  InstrId filledArray(clang::QualType T, InstrId First, bool IsZeroed,
                      const clang::Expr *E);
  /// The list there gets `Size` elements, new ones are `With`.
  InstrId resize(const VarPlace &At, InstrId Size, InstrId With,
                 const clang::Expr *E);
  VarId newVariable(std::string Name, Span Where, bool IsTensor, bool Escapes);
  /// One that the source does not have.
  VarPlace slot(std::string Name) {
    return {newVariable(std::move(Name), Span(), false, false)};
  }

  UnitContext &U;
  Function F;
  BlockId Current = 0;
  llvm::DenseSet<const clang::Stmt *> MayFail; // a handler goes on with that
};

} // namespace tidy

#endif
