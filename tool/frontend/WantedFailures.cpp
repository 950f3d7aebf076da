//===- WantedFailures.cpp - A failure that the code waits for -------------===//
#include "frontend/WantedFailures.h"
#include "frontend/Lvalues.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace tidy {

bool anyOf(const clang::Stmt *S,
           llvm::function_ref<bool(const clang::Stmt &)> Visit) {
  llvm::SmallVector<const clang::Stmt *> Work{S};
  while (!Work.empty()) {
    const clang::Stmt *Next = Work.pop_back_val();
    if (!Next)
      continue;
    if (Visit(*Next))
      return true;
    llvm::append_range(Work, Next->children());
  }
  return false;
}

bool fails(const clang::Stmt &S) {
  if (llvm::isa<clang::CXXThrowExpr>(S))
    return true;
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S);
  const clang::FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && Callee->isNoReturn() && Callee->getIdentifier() &&
         !Callee->getName().contains("exit");
}

/// The text has one of these words, whole or in part, in lower case.
static bool says(const clang::Stmt *S,
                 llvm::ArrayRef<llvm::StringRef> AnyOfThese) {
  return anyOf(S, [&](const clang::Stmt &Part) {
    const auto *Literal = llvm::dyn_cast<clang::StringLiteral>(&Part);
    if (!Literal || Literal->getCharByteWidth() != 1)
      return false;
    std::string Text = Literal->getString().lower();
    return llvm::any_of(AnyOfThese, [&](llvm::StringRef Word) {
      size_t At = llvm::StringRef(Text).find(Word);
      return At != llvm::StringRef::npos &&
             !llvm::StringRef(Text).take_front(At).ends_with("un");
    });
  });
}

/// `exit(1)`.
static bool exitsInFailure(const clang::Stmt &S, const clang::ASTContext &Ctx) {
  const auto *Call = llvm::dyn_cast<clang::CallExpr>(&S);
  const clang::FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  clang::Expr::EvalResult Code;
  return Callee && Callee->isNoReturn() && Call->getNumArgs() == 1 &&
         Call->getArg(0)->EvaluateAsInt(Code, Ctx) && Code.Val.getInt() != 0;
}

/// The one that is evaluated, where that is known: `assert(false)`.
static const clang::Stmt *takenBy(const clang::Stmt *S,
                                  const clang::ASTContext &Ctx) {
  bool Takes = false;
  auto Knows = [&](const clang::Expr *Condition) {
    return !Condition->isValueDependent() &&
           Condition->EvaluateAsBooleanCondition(Takes, Ctx);
  };
  if (const auto *Choice = llvm::dyn_cast<clang::ConditionalOperator>(S))
    return Knows(Choice->getCond())
               ? Takes ? Choice->getTrueExpr() : Choice->getFalseExpr()
               : nullptr;
  if (const auto *If = llvm::dyn_cast<clang::IfStmt>(S))
    return Knows(If->getCond()) ? Takes ? If->getThen() : If->getElse()
                                : nullptr;
  if (const auto *Block = llvm::dyn_cast<clang::CompoundStmt>(S))
    return Block->body_empty() ? nullptr : Block->body_back();
  if (const auto *Once = llvm::dyn_cast<clang::DoStmt>(S))
    return Once->getBody();
  return nullptr;
}

bool endsInFailure(const clang::CXXTryStmt &Try, const clang::ASTContext &Ctx,
                   const SourceMap &Source) {
  const clang::Stmt *Last = Try.getTryBlock();
  while (Last) {
    if (const auto *E = llvm::dyn_cast<clang::Expr>(Last))
      Last = E->IgnoreParens()->IgnoreImplicit();
    bool IsFailure =
        fails(*Last) || exitsInFailure(*Last, Ctx) ||
        llvm::any_of(Source.macrosAt(Last->getBeginLoc()),
                     [](llvm::StringRef Macro) {
                       return Macro.contains_insensitive("fail") ||
                              Macro.contains_insensitive("unreachable");
                     });
    if (IsFailure)
      return true;
    const clang::Stmt *Inner = takenBy(Last, Ctx);
    if (!Inner)
      return llvm::isa<clang::CallExpr>(Last) &&
             says(Last, {"should", "thrown", "not throw", "n't throw",
                         "no exception", "reached"});
    Last = Inner;
  }
  return false;
}

/// Written in the handler, declared outside of it.
static const clang::VarDecl *outerVariable(const clang::Expr *To,
                                           const clang::CXXCatchStmt &H,
                                           const clang::SourceManager &SM) {
  const auto *V = llvm::dyn_cast_or_null<clang::VarDecl>(plainName(To));
  return V && SM.isBeforeInTranslationUnit(V->getLocation(), H.getBeginLoc())
             ? V
             : nullptr;
}

namespace {

/// What a handler does with what is outside of it.
struct HandlerEffects {
  const clang::CXXCatchStmt &H;
  const clang::CXXTryStmt &Try;
  const TypeInfo &Types;
  const SourceMap &Source;

  bool names(const clang::Stmt *In, const clang::ValueDecl *V) const {
    return V && anyOf(In, [&](const clang::Stmt &S) {
             const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(&S);
             return Ref && Ref->getDecl() == V;
           });
  }

  /// The variable gets a tensor, or what the exception says; or it is a flag
  /// that says that there was one.
  bool answers(const clang::Expr *To, const clang::Expr *With) const {
    if (Types.holdsTensor(To->getType()))
      return true;
    const clang::VarDecl *V = outerVariable(To, H, Source.manager());
    const auto *Flag =
        llvm::dyn_cast<clang::CXXBoolLiteralExpr>(With->IgnoreImplicit());
    return V && V->hasLocalStorage() &&
           ((Flag && Flag->getValue()) || names(With, H.getExceptionDecl()));
  }

  bool answers(const clang::Stmt &S) const {
    if (const auto *Op = llvm::dyn_cast<clang::BinaryOperator>(&S))
      return Op->isAssignmentOp() && answers(Op->getLHS(), Op->getRHS());
    if (const auto *Op = llvm::dyn_cast<clang::CXXOperatorCallExpr>(&S))
      return Op->isAssignmentOp() && answers(Op->getArg(0), Op->getArg(1));
    if (const auto *Return = llvm::dyn_cast<clang::ReturnStmt>(&S)) {
      const clang::Expr *Result = Return->getRetValue();
      const auto *Flag = llvm::dyn_cast_or_null<clang::CXXBoolLiteralExpr>(
          Result ? Result->IgnoreImplicit() : nullptr);
      return Result && (Types.holdsTensor(Result->getType()) ||
                        (Flag && Flag->getValue()));
    }
    const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(&S);
    return Ref && Ref->getDecl() == H.getExceptionDecl() &&
           llvm::any_of(
               Source.macrosAt(Ref->getLocation()), [](llvm::StringRef Macro) {
                 return Macro.contains("EXPECT_") || Macro.contains("ASSERT") ||
                        Macro.contains("REQUIRE") || Macro.contains("CHECK") ||
                        Macro == "assert";
               });
  }

  bool isAsserted(clang::SourceLocation L) const {
    return llvm::any_of(Source.macrosAt(L), [](llvm::StringRef Macro) {
      return Macro.contains("EXPECT_") || Macro.contains("ASSERT") ||
             Macro.contains("REQUIRE") || Macro.contains("CHECK") ||
             Macro == "assert";
    });
  }

  /// A number, say, that the block reads gets another value.
  bool changesWhatIsTried(const clang::Stmt &S) const {
    const clang::Expr *To = nullptr;
    if (const auto *Op = llvm::dyn_cast<clang::BinaryOperator>(&S))
      To = Op->isAssignmentOp() ? Op->getLHS() : nullptr;
    else if (const auto *Unary = llvm::dyn_cast<clang::UnaryOperator>(&S))
      To = Unary->isIncrementDecrementOp() ? Unary->getSubExpr() : nullptr;
    return To &&
           names(Try.getTryBlock(), outerVariable(To, H, Source.manager()));
  }
};

} // namespace

/// Its last statement goes out of the loop around it.
static bool leavesLoop(const clang::CXXTryStmt &Try) {
  const clang::CompoundStmt *Block = Try.getTryBlock();
  return !Block->body_empty() &&
         llvm::isa<clang::BreakStmt, clang::ReturnStmt>(Block->body_back());
}

static bool leaves(const clang::CXXCatchStmt &H) {
  return anyOf(H.getHandlerBlock(), [](const clang::Stmt &S) {
    return fails(S) || llvm::isa<clang::BreakStmt, clang::ReturnStmt>(S);
  });
}

bool takesForAnswer(const clang::CXXCatchStmt &H, const clang::CXXTryStmt &Try,
                    bool FirstTry, const TypeInfo &Types,
                    const SourceMap &Source) {
  const clang::Stmt *Block = H.getHandlerBlock();
  HandlerEffects Effects{H, Try, Types, Source};
  if (anyOf(Block, [&](const clang::Stmt &S) {
        return fails(S) && !Effects.isAsserted(S.getBeginLoc());
      }))
    return false;
  if (says(Block, {"expected"}) || (FirstTry && leavesLoop(Try) && !leaves(H)))
    return true;
  return anyOf(Block, [&](const clang::Stmt &S) {
    return Effects.answers(S) || (FirstTry && Effects.changesWhatIsTried(S));
  });
}

} // namespace tidy
