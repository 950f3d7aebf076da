//===- Lower.cpp - C++ to Program -----------------------------------------===//
#include "frontend/Lower.h"
#include "frontend/FunctionLowering.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace tidy {
namespace {

/// Keeps the first error and counts the rest.
class ErrorKeeper : public clang::DiagnosticConsumer {
public:
  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < clang::DiagnosticsEngine::Error || ++Count > 1)
      return;
    llvm::SmallString<128> Text;
    Info.FormatDiagnostic(Text);
    First = Text.str();
    if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
      return;
    clang::PresumedLoc At =
        Info.getSourceManager().getPresumedLoc(Info.getLocation());
    if (At.isValid())
      First = llvm::formatv("{0}:{1}:{2}: {3}", At.getFilename(), At.getLine(),
                            At.getColumn(), Text);
  }
  unsigned Count = 0;
  std::string First;
};

/// Every function with a body that is the user's own, instantiations included.
/// Headers of a modelled library are not, wherever they lie: its models say
/// what its functions do.
class FunctionFinder : public clang::DynamicRecursiveASTVisitor {
public:
  FunctionFinder(SourceMap &Source, const TypeInfo &Types)
      : Source(Source), Types(Types) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = false;
  }
  bool VisitFunctionDecl(clang::FunctionDecl *D) override {
    if (D->doesThisDeclarationHaveABody() && !D->isDependentContext() &&
        !D->isDefaulted() && !D->isInvalidDecl() && isOwn(*D))
      Found.push_back(D);
    return true;
  }
  bool VisitLambdaExpr(clang::LambdaExpr *L) override {
    const clang::CXXMethodDecl *Body = L->getCallOperator();
    if (!Body->isDependentContext() && isOwn(*Body))
      Found.push_back(Body);
    return true;
  }
  std::vector<const clang::FunctionDecl *> Found;

private:
  bool isOwn(const clang::FunctionDecl &D) {
    return Source.isUser(D.getLocation()) &&
           (Source.isMain(D.getLocation()) || Types.libraryOf(D).empty());
  }
  SourceMap &Source;
  const TypeInfo &Types;
};

class Consumer : public clang::ASTConsumer {
public:
  Consumer(clang::CompilerInstance &CI, std::string Path, const Models &M,
           std::vector<std::string> Roots, Program &Out)
      : CI(CI), M(M), Out(Out), MainPath(std::move(Path)),
        Roots(std::move(Roots)) {}

  void Initialize(clang::ASTContext &Ctx) override {
    Source.emplace(Ctx, MainPath, Roots, Out.Files);
  }
  bool shouldSkipFunctionBody(clang::Decl *D) override {
    return !Source->isUser(D->getLocation());
  }
  bool HandleTopLevelDecl(clang::DeclGroupRef Group) override {
    for (clang::Decl *D : Group)
      if (Source->isUser(D->getLocation()))
        TopLevel.push_back(D);
    return true;
  }
  void HandleTranslationUnit(clang::ASTContext &Ctx) override {
    if (CI.getDiagnostics().hasErrorOccurred())
      return;
    Source->addMainFile();
    TypeInfo Types(M);
    FunctionFinder Finder(*Source, Types);
    for (clang::Decl *D : TopLevel)
      Finder.TraverseDecl(D);
    llvm::SetVector<const clang::FunctionDecl *> Lowered(Finder.Found.begin(),
                                                         Finder.Found.end());
    auto IsLowered = [&](const clang::FunctionDecl &D) {
      return Lowered.contains(&D);
    };
    std::map<const clang::FunctionDecl *, std::string> Names;
    std::map<std::string, unsigned> Taken;
    for (const clang::FunctionDecl *D : Lowered) {
      std::string Usr = usrOf(*D);
      unsigned Before = Taken[Usr]++;
      Names[D] = Before ? Usr + "@" + std::to_string(Before) : Usr;
    }
    auto NameOf = [&](const clang::FunctionDecl &D) { return Names[&D]; };
    UnitContext Unit{Ctx, Types, M, *Source, IsLowered, NameOf};
    for (const clang::FunctionDecl *D : Lowered)
      Out.Functions.push_back(FunctionLowering(Unit, *D).run());
  }

private:
  clang::CompilerInstance &CI;
  const Models &M;
  Program &Out;
  std::string MainPath;
  std::vector<std::string> Roots;
  std::optional<SourceMap> Source;
  std::vector<clang::Decl *> TopLevel;
};

/// The nearest folder above that holds a repository; empty if there is none.
llvm::StringRef repositoryAbove(llvm::StringRef Folder) {
  for (; !Folder.empty(); Folder = llvm::sys::path::parent_path(Folder))
    if (llvm::sys::fs::exists(Folder + "/.git"))
      return Folder;
  return "";
}

/// The folders whose headers are the user's own: the file's, the working
/// folder, and the repository that the file is in.
std::vector<std::string> projectRoots(llvm::StringRef Path) {
  std::vector<std::string> Roots;
  llvm::SmallString<256> Folder;
  for (llvm::StringRef Of :
       {llvm::sys::path::parent_path(Path), llvm::StringRef(".")}) {
    if (llvm::sys::fs::real_path(Of.empty() ? "." : Of, Folder))
      continue;
    if (Folder != "/" && Folder != "/usr")
      Roots.push_back(Folder.str().str() + "/");
    if (llvm::StringRef Above = repositoryAbove(Folder); !Above.empty())
      Roots.push_back(Above.str() + "/");
  }
  return Roots;
}

class Action : public clang::ASTFrontendAction {
public:
  Action(std::string Path, const Models &M, Program &Out)
      : Path(std::move(Path)), M(M), Out(Out) {}
  bool BeginInvocation(clang::CompilerInstance &CI) override {
    CI.getFrontendOpts().SkipFunctionBodies = true;
    return true;
  }
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, llvm::StringRef) override {
    return std::make_unique<Consumer>(CI, Path, M, projectRoots(Path), Out);
  }

private:
  std::string Path;
  const Models &M;
  Program &Out;
};

class ActionFactory : public clang::tooling::FrontendActionFactory {
public:
  ActionFactory(std::string Path, const Models &M, Program &Out)
      : Path(std::move(Path)), M(M), Out(Out) {}
  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<Action>(Path, M, Out);
  }

private:
  std::string Path;
  const Models &M;
  Program &Out;
};

template <class... Ts> llvm::Error failure(const char *Format, Ts &&...Args) {
  return llvm::createStringError(
      llvm::formatv(Format, std::forward<Ts>(Args)...).str());
}

/// ClangTool knows the file by its absolute path, the user does not.
llvm::Error compileError(llvm::StringRef Path, const ErrorKeeper &Errors) {
  std::string First = Errors.First;
  if (llvm::StringRef Rest = First;
      Rest.consume_front(clang::tooling::getAbsolutePath(Path)))
    First = (Path + Rest).str();
  if (Errors.Count > 1)
    return failure("{0} does not compile: {1} (and {2} more)", Path, First,
                   Errors.Count - 1);
  return failure("{0} does not compile: {1}", Path, First);
}

/// What can be said without a compiler.
llvm::Error checkReadable(llvm::StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return failure("{0}: {1}", Path, Buffer.getError().message());
  llvm::StringRef Text = (*Buffer)->getBuffer();
  if (Text.trim().empty())
    return failure("{0} is empty: there is nothing to check", Path);
  if (Text.contains('\0'))
    return failure("{0} is a binary file", Path);
  return llvm::Error::success();
}

} // namespace

llvm::Expected<Program>
lowerFile(llvm::StringRef Path,
          const clang::tooling::CompilationDatabase &Commands,
          const Models &M) {
  if (llvm::Error E = checkReadable(Path))
    return std::move(E);
  Program Out;
  ErrorKeeper Errors;
  // Its own working folder, that of the command: ours stays the user's.
  clang::tooling::ClangTool Tool(
      Commands, {Path.str()}, std::make_shared<clang::PCHContainerOperations>(),
      llvm::vfs::createPhysicalFileSystem());
  Tool.setDiagnosticConsumer(&Errors);
  Tool.setPrintErrorMessage(false);
  ActionFactory Factory(Path.str(), M, Out);
  int Status = Tool.run(&Factory);
  if (Errors.Count)
    return compileError(Path, Errors);
  if (Status)
    return failure("{0}: no compile command could be run for it", Path);
  return Out;
}

llvm::Expected<Program> lowerCode(llvm::StringRef Code,
                                  const std::vector<std::string> &Flags,
                                  const Models &M) {
  Program Out;
  ErrorKeeper Errors;
  auto Files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
      llvm::vfs::getRealFileSystem());
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  Files->pushOverlay(Memory);
  Memory->addFile("input.cpp", 0, llvm::MemoryBuffer::getMemBufferCopy(Code));
  clang::tooling::FixedCompilationDatabase Commands(".", Flags);
  clang::tooling::ClangTool Tool(
      Commands, {"input.cpp"},
      std::make_shared<clang::PCHContainerOperations>(), Files);
  Tool.setDiagnosticConsumer(&Errors);
  Tool.setPrintErrorMessage(false);
  ActionFactory Factory("input.cpp", M, Out);
  Tool.run(&Factory);
  if (Errors.Count)
    return compileError("input.cpp", Errors);
  return Out;
}

} // namespace tidy
