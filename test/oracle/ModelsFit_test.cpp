//===- ModelsFit_test.cpp - Is every modelled callee declared? ------------===//
//
// A model that no declaration of the library's headers has the names for is
// never used: a slip, or another version of the library.
//
//===----------------------------------------------------------------------===//
#include "frontend/Types.h"
#include "rules/BuiltinModels.h"
#include "sig/Parse.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace tidy;

namespace {

/// What is called `Name` in a scope, a class's bases included.
void findIn(const clang::DeclContext &Scope, clang::DeclarationName Name,
            std::vector<const clang::NamedDecl *> &Out) {
  for (const clang::NamedDecl *D : Scope.lookup(Name)) {
    if (const auto *Template = llvm::dyn_cast<clang::TemplateDecl>(D))
      D = Template->getTemplatedDecl();
    Out.push_back(D->getUnderlyingDecl());
  }
  const auto *Class = llvm::dyn_cast<clang::CXXRecordDecl>(&Scope);
  if (!Class || !Class->hasDefinition())
    return;
  for (const clang::CXXBaseSpecifier &B : Class->bases())
    if (const auto *Base = B.getType()->getAsCXXRecordDecl())
      findIn(*Base, Name, Out);
}

class Headers {
public:
  explicit Headers(clang::ASTContext &Ctx) : Ctx(Ctx) {}

  std::vector<const clang::NamedDecl *> find(llvm::StringRef Qualified) {
    llvm::SmallVector<llvm::StringRef> Parts;
    Qualified.split(Parts, "::");
    std::vector<const clang::NamedDecl *> Found;
    const clang::DeclContext *Scope = Ctx.getTranslationUnitDecl();
    for (llvm::StringRef Part : Parts) {
      if (!Scope)
        return {};
      Found.clear();
      findIn(*Scope, nameOf(Part), Found);
      Scope = nullptr;
      for (const clang::NamedDecl *D : Found)
        if (const auto *Inner = llvm::dyn_cast<clang::DeclContext>(D);
            Inner && !llvm::isa<clang::FunctionDecl>(D))
          Scope = Inner->getPrimaryContext();
    }
    return Found;
  }

private:
  clang::DeclarationName nameOf(llvm::StringRef Part) {
    if (Part.consume_front("operator"))
#define OVERLOADED_OPERATOR(Name, Spelling, Token, Unary, Binary, MemberOnly)  \
  if (Part == Spelling)                                                        \
    return Ctx.DeclarationNames.getCXXOperatorName(clang::OO_##Name);
#include "clang/Basic/OperatorKinds.def"
      return &Ctx.Idents.get(Part);
  }

  clang::ASTContext &Ctx;
};

bool isDeclared(const CalleeModel &Model, const Models &M, Headers &In) {
  TypeInfo Types(M);
  auto [ClassName, Name] = llvm::StringRef(Model.Callee).rsplit("::");
  const clang::CXXRecordDecl *Class = nullptr;
  if (Model.IsMethod)
    for (const clang::NamedDecl *D : In.find(ClassName))
      Class = llvm::dyn_cast<clang::CXXRecordDecl>(D);
  return llvm::any_of(In.find(Model.Callee), [&](const clang::NamedDecl *D) {
    const auto *F = llvm::dyn_cast<clang::FunctionDecl>(D);
    return F &&
           (Class ? Types.modelOf(*F, *Class) : Types.modelOf(*F)) == &Model;
  });
}

} // namespace

TEST(TorchModels, EveryCalleeIsDeclared) {
  Models M;
  for (auto [Name, Text] : builtinModelFiles())
    ASSERT_FALSE(bool(parseModelFile(Text, Name, M)));
  std::unique_ptr<clang::ASTUnit> Parsed =
      clang::tooling::buildASTFromCodeWithArgs(
          "",
          {"-std=c++17", "-include-pch", TORCH_PCH, "-isystem", TORCH_INCLUDE},
          "x.cpp", "clang++");
  ASSERT_TRUE(Parsed && !Parsed->getDiagnostics().hasErrorOccurred());
  Headers In(Parsed->getASTContext());
  unsigned Tried = 0;
  for (const auto &[Name, Overloads] : M.Callees)
    for (const CalleeModel &Model : Overloads)
      if (Model.Library == "torch" && ++Tried)
        EXPECT_TRUE(isDeclared(Model, M, In))
            << Model.Where.File << ":" << Model.Where.Line << ": " << Name;
  EXPECT_GE(Tried, 300u);
}
