//===- FunctionLowering.h - One C++ function to one Function ----*- C++ -*-===//
//
// Walks Clang's CFG of a body. The CFG lists every expression in evaluation
// order; each is lowered once and remembered, so that operands are always there
// before their user. What is not understood becomes an Unknown instruction
// that says what it may have changed.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_FRONTEND_FUNCTIONLOWERING_H
#define TENSOR_TIDY_FRONTEND_FUNCTIONLOWERING_H

#include "frontend/Escapes.h"
#include "frontend/Lvalues.h"
#include "frontend/Source.h"
#include "frontend/Types.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace tidy {

/// What the lowering of every function of a translation unit shares.
struct UnitContext {
  clang::ASTContext &Ctx;
  const TypeInfo &Types;
  const Models &M;
  SourceMap &Source;
  /// The body of a function will be in the Program.
  llvm::function_ref<bool(const clang::FunctionDecl &)> IsLowered;
  /// The USR, made unique where two functions of the unit share one (lambdas
  /// of one macro, say).
  llvm::function_ref<std::string(const clang::FunctionDecl &)> nameOf;
};

std::string usrOf(const clang::Decl &D);

class FunctionLowering {
public:
  FunctionLowering(UnitContext &Unit, const clang::FunctionDecl &D)
      : U(Unit), D(D) {}
  Function run();

private:
  // Blocks and statements (FunctionLowering.cpp).
  void declareParameters();
  void findArms(const clang::Stmt *S);
  void lowerBlocks(const clang::CFG &Cfg);
  void lowerBlock(const clang::CFGBlock &B, const clang::CFG &Cfg);
  void lowerStatement(const clang::Stmt *S);
  void lowerVariable(const clang::VarDecl &V);
  void lowerDestruction(const clang::VarDecl &V);
  Terminator terminator(const clang::CFGBlock &B, const clang::CFG &Cfg);
  Terminator switched(Terminator End, const clang::SwitchStmt &By,
                      const clang::CFGBlock &B);

  // Expressions (LowerExpr.cpp).
  InstrId value(const clang::Expr *E);
  InstrId lower(const clang::Expr *E);
  InstrId lowerRest(const clang::Expr *E);
  InstrId lowerConstant(const clang::Expr *E);
  InstrId lowerDefault(const clang::Expr *E);
  InstrId lowerReference(const clang::DeclRefExpr *E);
  InstrId lowerCast(const clang::CastExpr *E);
  InstrId lowerUnary(const clang::UnaryOperator *E);
  InstrId lowerBinary(const clang::BinaryOperator *E);
  InstrId lowerAssignment(const clang::Expr *To, InstrId V,
                          const clang::Expr *Whole);
  InstrId lowerList(const clang::InitListExpr *E);
  InstrId lowerConstruct(const clang::CXXConstructExpr *E);

  // Calls (LowerCall.cpp).
  InstrId lowerCall(const clang::CallExpr *E);
  bool sharesReference(const clang::CallExpr *E,
                       const clang::FunctionDecl &F) const;
  InstrId lowerSwap(const clang::CallExpr *E);
  InstrId lowerStandardMember(const clang::CallExpr *E,
                              const clang::CXXMethodDecl &Method);
  void addOperands(Instr &I, const clang::CallExpr *E,
                   const clang::FunctionDecl *F);
  InstrId lowerStandard(const clang::CallExpr *E, const clang::FunctionDecl &F);
  InstrId lowerOp(const clang::CallExpr *E, const clang::FunctionDecl &F,
                  const CalleeModel &Model);
  InstrId lowerProgramCall(const clang::CallExpr *E,
                           const clang::FunctionDecl &F);
  InstrId lowerUnknownCall(const clang::CallExpr *E,
                           const clang::FunctionDecl *F);
  Operand argument(const clang::Expr *Arg, clang::QualType ParamType);

  // Building (Emit.cpp).
  InstrId emit(Instr I, const clang::Expr *E);
  InstrId emitUnknown(std::string What, const clang::Expr *E,
                      std::vector<Operand> Operands = {});
  /// An Unknown that hangs on its operands and nothing else.
  InstrId emitComputed(std::string What, const clang::Expr *E,
                       std::vector<Operand> Operands);
  /// An Unknown that holds the tensors among its parts.
  InstrId emitKept(std::string What, const clang::Expr *E,
                   llvm::ArrayRef<clang::Expr *> Parts);
  InstrId emitCompare(std::string Name, llvm::ArrayRef<InstrId> Operands,
                      const clang::Expr *E);
  InstrId emitConst(Value V, const clang::Expr *E);
  /// `V` as type `T` holds it: unsigned and narrow types wrap around.
  InstrId wrapped(InstrId V, clang::QualType T, const clang::Expr *E);
  VarId newVariable(std::string Name, Span Where, bool IsTensor, bool Escapes);
  /// The local variable that an lvalue names directly, or NoId.
  VarId variableOf(const clang::Expr *E) const;
  /// The local variable that an lvalue is a part of, or NoId.
  VarId rootOf(const clang::Expr *E) const;

  UnitContext &U;
  const clang::FunctionDecl &D;
  Function F;
  BlockId Current = 0;
  llvm::DenseMap<const clang::Expr *, InstrId> Values;
  llvm::DenseMap<const clang::ValueDecl *, VarId> Variables;
  llvm::DenseMap<const clang::Expr *, VarId> Arms;  // of ?:, to their slot
  llvm::DenseMap<const clang::Expr *, VarId> Slots; // the ?: itself
  VariableSet Escaped;
  llvm::DenseSet<const clang::Stmt *> MayFail; // a handler goes on with that
  std::vector<std::string> Unread;             // contracts that do not parse
  std::optional<Terminator> Ended; // the block being lowered returns
};

} // namespace tidy

#endif
