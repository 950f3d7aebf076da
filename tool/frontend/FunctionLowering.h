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

#include "frontend/Emitter.h"
#include "frontend/Lvalues.h"
#include "frontend/Scope.h"
#include "clang/Analysis/CFG.h"

namespace tidy {

class FunctionLowering : Emitter, Scope {
public:
  explicit FunctionLowering(UnitContext &Unit)
      : Emitter(Unit), Scope(Unit.Types) {}
  Function run(const clang::FunctionDecl &D); ///< or one of these, once
  /// The constructor that nobody wrote of a class.
  Function runImplicit(const clang::CXXRecordDecl &Class);
  /// What gives the value of a constant, by the constant's name.
  Function runConstant(const clang::VarDecl &V);

private:
  // Blocks and statements (FunctionLowering.cpp, LowerTerminator.cpp).
  bool lowerBody(const clang::Stmt &Body);
  void declareParameters();
  void declareParameter(const clang::ValueDecl &P, bool ByReference);
  void declareThis();
  void declareCaptures(const Method &Body);
  void findArms(const clang::Stmt *S);
  void lowerBlocks(const clang::CFG &Cfg);
  void lowerBlock(const clang::CFGBlock &B, const clang::CFG &Cfg);
  void lowerStatement(const clang::Stmt *S);
  void lowerVariable(const clang::VarDecl &V);
  void lowerDestruction(const clang::VarDecl &V);
  Terminator terminator(const clang::CFGBlock &B, const clang::CFG &Cfg);
  Terminator switched(Terminator End, const clang::CFGBlock &B);

  // Expressions (LowerExpr.cpp).
  InstrId value(const clang::Expr *E);
  InstrId lower(const clang::Expr *E);
  InstrId lowerRest(const clang::Expr *E);
  InstrId lowerConstant(const clang::Expr *E);
  InstrId lowerDefault(const clang::Expr *E);
  InstrId lowerReference(const clang::DeclRefExpr *E);
  InstrId lowerGlobal(const clang::VarDecl &V, const clang::Expr *E);
  InstrId lowerCast(const clang::CastExpr *E);
  InstrId lowerUnary(const clang::UnaryOperator *E);
  InstrId lowerBinary(const clang::BinaryOperator *E);
  InstrId lowerList(const clang::InitListExpr *E);
  InstrId lowerConstruct(const clang::CXXConstructExpr *E);
  InstrId sliced(const clang::CXXConstructExpr *E);

  // Variables and parts of them (LowerPlace.cpp).
  VarPlace placeOf(const clang::Expr *E);
  VarPlace placeOf(const Place &P);
  InstrId lastIndex(const VarPlace &Of);
  VarId rootOf(const clang::Expr *E);
  void replacePart(const Expr *Part);
  void lend(const Expr *Part);
  InstrId lowerAssignment(const Expr *To, InstrId V, const Expr *Whole);
  Operand argument(const clang::Expr *Arg, clang::QualType ParamType);
  InstrId lowerMove(const Call *E);
  bool lowerCounter(const clang::VarDecl &V);
  InstrId lowerCounting(const clang::Expr *E);

  // Objects and lambdas (LowerObject.cpp, LowerLambda.cpp).
  void lowerInitializer(const clang::CXXCtorInitializer &Init);
  bool construct(const VarPlace &At, const Maker *C, Exprs Args, const Expr *E);
  void constructFields(const VarPlace &Into, const Class &Of, bool Bases);
  InstrId make(const Class &Of, const Maker *C, Exprs Args, const Expr *E);
  InstrId makeBehindPointer(const Class &Of, Exprs Args, const clang::Expr *E);
  InstrId makeDefault(clang::QualType T);
  InstrId makeRecord(const Class &Of, Exprs Args, const clang::Expr *E);
  InstrId lowerObjectConstruct(const clang::CXXConstructExpr *E);
  InstrId lowerNew(const clang::CXXNewExpr *E);
  InstrId lowerField(const clang::MemberExpr *E);
  InstrId lowerPointerConstruct(const clang::CXXConstructExpr *E);
  InstrId lowerAggregate(const clang::InitListExpr *E);
  InstrId lowerLambda(const clang::LambdaExpr *E);
  void addCaptures(Instr &I, const Call *E, const Method &Body);
  // Lists, positions in them (LowerList, -Iterator, -Container.cpp).
  InstrId list(Exprs Elements, const clang::Expr *E);
  InstrId lowerContainer(const clang::CXXConstructExpr *E);
  InstrId lowerMap(const clang::CXXConstructExpr *E);
  InstrId added(clang::QualType List, Exprs Given, const Expr *E);
  InstrId several(clang::QualType List, Exprs Given);
  InstrId lowerInsertion(const Call *E, const Method &M);
  InstrId lowerAtPosition(const Call *E, const VarPlace &At, llvm::StringRef);
  InstrId lowerListMember(const Call *E, const Method &M);
  InstrId lowerElement(const Call *E, const Method &M);
  InstrId indexRead(const Call *E, const Method &M);
  InstrId lowerTie(const clang::CXXOperatorCallExpr *E);
  InstrId lowerStandardMaker(const Call *E, const clang::FunctionDecl &F);
  InstrId lowerOptional(const Call *E, llvm::StringRef Name);
  InstrId lowerPointerMember(const Call *E, const Method &M);
  InstrId lowerTextMember(const Call *E, const Method &M);
  InstrId lowerRecordMember(const Call *E, const Method &M);
  InstrId lowerRecordCall(const Call *E, const Class &Of, const Named *Callee);
  InstrId lowerChainMember(const Call *E, const Class &Of, const Method &M);
  InstrId lowerHolderCall(const Call *E, const Method &M);
  InstrId lowerIterator(const Expr *E);
  InstrId lowerMoving(const Call *E, const Named &F);
  InstrId lowerPositions(const Call *E, const Named &F);
  InstrId lowerFold(const Call *E, llvm::StringRef Name);
  InstrId lowerInPlace(const Call *E, const Named &F);
  InstrId lowerNumbers(const Call *E, const clang::FunctionDecl &F);
  InstrId between(const Expr *First, const Expr *Last);
  InstrId slice(InstrId Of, InstrId First, InstrId Last, const Expr *E);
  InstrId lowerSlice(const Call *E, llvm::StringRef Name);
  void addRanges(Instr &I, const Call *E);
  // Calls (LowerCall.cpp).
  InstrId lowerCall(const Call *E);
  InstrId lowerVerdict(const Call *E);
  bool passesParts(Instr &Call, Exprs Given);
  Operand object(const clang::Expr *Object);
  InstrId lowerSwap(const Call *E);
  InstrId lowerEquality(const clang::CXXOperatorCallExpr *E);
  InstrId lowerStandardMember(const Call *E, const Method &M);
  void addOperands(Instr &I, const Call *E, const clang::FunctionDecl *F);
  InstrId lowerStandard(const Call *E, const clang::FunctionDecl &F);
  InstrId lowerOp(const Call *E, const CalleeModel &Model);
  std::optional<Instr> programCall(const Call *E, const Named &F);
  std::optional<Instr> outsideCall(const Call *E, const Named *F);
  InstrId lowerProgramCall(const Call *E, const clang::FunctionDecl &F);
  void addCallable(Instr &I, const Call *E);
  InstrId lowerUnknownCall(const Call *E, const clang::FunctionDecl *F);

  // Declared shapes (LowerContract.cpp).
  std::optional<ShapePattern> readShape(const clang::StringLiteral *Declared);
  void emitUnread();
  InstrId emitExpect(llvm::StringRef What, const ShapePattern &Declared,
                     InstrId V, const clang::Expr *E);
  InstrId lowerDeclared(const clang::VarDecl &V, VarId Var, InstrId From);
  InstrId lowerDeclaredField(const clang::Expr *Named, InstrId V);
  InstrId asDeclared(const Member &F, bool IsOwn, InstrId V, const Expr *E);
  InstrId lowerComment(InstrId V, const clang::Expr *Whole);
  InstrId lowerExpectShape(const Call *E, const clang::StringLiteral &Shape);
  InstrId emitKept(std::string What, const Expr *E, Exprs Of);
};

} // namespace tidy

#endif
