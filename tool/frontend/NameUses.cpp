//===- NameUses.cpp - What a body does with its names ---------------------===//
#include "frontend/NameUses.h"
#include "clang/AST/DeclCXX.h"

namespace tidy {

void forEachStatement(llvm::ArrayRef<const clang::Stmt *> Roots,
                      llvm::function_ref<void(const clang::Stmt &)> Visit) {
  llvm::SmallVector<const clang::Stmt *> Work(Roots);
  while (!Work.empty()) {
    const clang::Stmt *S = Work.pop_back_val();
    if (!S)
      continue;
    llvm::append_range(Work, S->children());
    Visit(*S);
  }
}

std::vector<const clang::Stmt *> codeOf(const clang::FunctionDecl &D) {
  std::vector<const clang::Stmt *> Code{D.getBody()};
  if (const auto *Maker = llvm::dyn_cast<clang::CXXConstructorDecl>(&D))
    for (const clang::CXXCtorInitializer *Init : Maker->inits())
      Code.push_back(Init->getInit());
  return Code;
}

} // namespace tidy
