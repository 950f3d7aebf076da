//===- Lower.cpp - C++ to Program -----------------------------------------===//
#include "frontend/Lower.h"
#include "frontend/FunctionFinder.h"
#include "frontend/FunctionLowering.h"
#include "frontend/Linkage.h"
#include "frontend/ProgramCache.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
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

/// What the parse of one file is for, and what comes of it.
struct Job {
  std::string Path; ///< as the user named it
  const Models &M;
  const ParseSetting &How;
  ProjectRoots Roots;
  Program Out;
  ParseWork Work;
  PreambleName On; ///< what it was parsed on, if anything
  /// What a user has precompiled is read, but not all that it was made of.
  bool IsSelfContained = true;
};

/// USRs, of several of one with a number behind; `Taken`: how many there are.
std::map<const clang::FunctionDecl *, std::string>
uniqueNames(llvm::ArrayRef<const clang::FunctionDecl *> Functions,
            std::map<std::string, unsigned> &Taken) {
  std::map<const clang::FunctionDecl *, std::string> Names;
  for (const clang::FunctionDecl *D : Functions) {
    std::string Usr = usrOf(*D);
    unsigned Before = Taken[Usr]++;
    Names[D] = Before ? Usr + "@" + std::to_string(Before) : Usr;
  }
  return Names;
}

class Consumer : public clang::ASTConsumer {
public:
  Consumer(clang::CompilerInstance &CI, Job &For) : CI(CI), For(For) {}

  void Initialize(clang::ASTContext &Ctx) override {
    Source.emplace(Ctx, For.Path, For.Roots, For.Out.Files);
  }
  bool shouldSkipFunctionBody(clang::Decl *D) override {
    bool Skips = !For.How.AllBodies && !Source->isUser(D->getLocation());
    ++(Skips ? For.Work.SkippedBodies : For.Work.Bodies);
    return Skips;
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
    TypeInfo Types(For.M);
    FunctionFinder Finder(*Source, Types);
    for (clang::Decl *D : TopLevel)
      Finder.TraverseDecl(D);
    llvm::SetVector<const clang::FunctionDecl *> Lowered(Finder.Found.begin(),
                                                         Finder.Found.end());
    auto IsLowered = [&](const clang::FunctionDecl &D) {
      return Lowered.contains(&D);
    };
    std::map<std::string, unsigned> Taken;
    auto Names = uniqueNames(Lowered.getArrayRef(), Taken);
    auto NameOf = [&](const clang::FunctionDecl &D) { return Names[&D]; };
    auto RolesOf = [&](const clang::FunctionDecl &D) {
      return Finder.Roles.of(D);
    };
    auto IsConstant = [&](const clang::VarDecl &V) {
      return Finder.Constants.contains(&V);
    };
    PointerUses Pointers(Types, IsLowered);
    SettledVariables Settled(Types);
    UnitContext Unit{Ctx,        Types,   For.M,        *Source,
                     Pointers,   Settled, Finder.Names, IsLowered,
                     IsConstant, NameOf,  RolesOf};
    for (const clang::FunctionDecl *D : Lowered) {
      add(FunctionLowering(Unit).run(*D));
      // It does not say which one is meant.
      For.Out.Functions.back().Internal |= Taken[usrOf(*D)] > 1;
      const auto *Method = llvm::dyn_cast<clang::CXXMethodDecl>(D);
      if (Method && Method->isInstance() &&
          Finder.Unwritten.remove(Method->getParent()))
        add(FunctionLowering(Unit).runImplicit(*Method->getParent()));
    }
    for (const clang::VarDecl *V : Finder.Constants)
      add(FunctionLowering(Unit).runConstant(*V));
  }

private:
  void add(Function F) { For.Out.Functions.push_back(std::move(F)); }

  clang::CompilerInstance &CI;
  Job &For;
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
ProjectRoots projectRoots(llvm::StringRef Path) {
  ProjectRoots Roots;
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

/// Counts the headers that are entered.
class HeaderCount : public clang::PPCallbacks {
public:
  explicit HeaderCount(unsigned &Headers) : Headers(Headers) {}
  void LexedFileChanged(clang::FileID, LexedFileChangeReason Reason,
                        clang::SrcMgr::CharacteristicKind, clang::FileID From,
                        clang::SourceLocation At) override {
    Headers += Reason == LexedFileChangeReason::EnterFile && From.isValid() &&
               At.isValid();
  }

private:
  unsigned &Headers;
};

class Action : public clang::ASTFrontendAction {
public:
  explicit Action(Job &For) : For(For) {}
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, llvm::StringRef) override {
    return std::make_unique<Consumer>(CI, For);
  }
  bool BeginSourceFileAction(clang::CompilerInstance &CI) override {
    CI.getPreprocessor().addPPCallbacks(
        std::make_unique<HeaderCount>(For.Work.Headers));
    return true;
  }

private:
  Job &For;
};

/// Headers or modules that the flags name and that others have precompiled.
bool usesPrecompiled(const clang::CompilerInvocation &How) {
  const clang::HeaderSearchOptions &Search = How.getHeaderSearchOpts();
  const clang::LangOptions &Lang = How.getLangOpts();
  return !How.getPreprocessorOpts().ImplicitPCHInclude.empty() ||
         !How.getFrontendOpts().ModuleFiles.empty() ||
         !Search.PrebuiltModuleFiles.empty() ||
         !Search.PrebuiltModulePaths.empty() ||
         (Lang.Modules && Lang.ImplicitModules);
}

/// Compiles on top of a preamble if there is one.
class Parse : public clang::tooling::ToolAction {
public:
  Parse(Job &For, Preambles *Shared) : For(For), Shared(Shared) {}

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> How,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Errors) override {
    How->getFrontendOpts().SkipFunctionBodies = true;
    ++For.Work.Files;
    For.IsSelfContained = !usesPrecompiled(*How);
    For.On = Shared ? Shared->of(*How, *Files, For.Roots) : PreambleName();
    if (!For.On.Key.empty()) {
      ++For.Work.Shared;
      How->getPreprocessorOpts().ImplicitPCHInclude = Shared->pathOf(For.On);
      How->getPreprocessorOpts().DisablePCHOrModuleValidation =
          clang::DisableValidationForModuleKind::All;
    }
    clang::CompilerInstance Compiler(std::move(How), std::move(Containers));
    Compiler.setVirtualFileSystem(Files->getVirtualFileSystemPtr());
    Compiler.setFileManager(Files);
    Compiler.createDiagnostics(Errors, /*ShouldOwnClient=*/false);
    Compiler.createSourceManager();
    Action A(For);
    return Compiler.ExecuteAction(A);
  }

private:
  Job &For;
  Preambles *Shared;
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

using FileSystem = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

/// One parse of the job's file: a Program, or why there is none.
llvm::Error run(Job &For, Preambles *Shared, FileSystem Files,
                const clang::tooling::CompilationDatabase &Commands) {
  ErrorKeeper Errors;
  clang::tooling::ClangTool Tool(
      Commands, {For.Path}, std::make_shared<clang::PCHContainerOperations>(),
      std::move(Files));
  Tool.setDiagnosticConsumer(&Errors);
  Tool.setPrintErrorMessage(false);
  Parse Once(For, Shared);
  int Status = Tool.run(&Once);
  if (Errors.Count)
    return compileError(For.Path, Errors);
  if (Status)
    return failure("{0}: no compile command could be run for it", For.Path);
  return llvm::Error::success();
}

/// With a preamble headers come in another order than the file has them. So an
/// error is believed only if it is there without one too.
llvm::Expected<Program>
parse(Job &For, llvm::function_ref<FileSystem()> makeFiles,
      const clang::tooling::CompilationDatabase &Commands) {
  llvm::Error E = run(For, For.How.Shared, makeFiles(), Commands);
  if (E && !For.On.Key.empty()) {
    llvm::consumeError(std::move(E));
    For.Out = Program();
    ++For.Work.Again;
    E = run(For, nullptr, makeFiles(), Commands);
  }
  if (E)
    return std::move(E);
  return std::move(For.Out);
}

/// Its own working folder, that of the command: ours stays the user's. Only
/// regular files can be read.
FileSystem ownFiles() {
  return llvm::makeIntrusiveRefCnt<Recorder>(
      llvm::vfs::createPhysicalFileSystem());
}

/// Parses only what was not lowered before, or what has changed since.
llvm::Expected<Program>
parseOnce(Job &For, const ProgramCache &Kept,
          const clang::tooling::CompilationDatabase &Commands) {
  std::string Key = Kept.keyOf(For.Path, Commands, For.Roots);
  if (std::optional<Program> Known = Kept.find(Key, For.How.Shared)) {
    ++For.Work.Kept;
    return std::move(*Known);
  }
  llvm::IntrusiveRefCntPtr<Recorder> Record;
  auto makeFiles = [&]() -> FileSystem {
    Record = llvm::makeIntrusiveRefCnt<Recorder>(
        llvm::vfs::createPhysicalFileSystem(), Kept.store().prefix());
    return Record;
  };
  auto Parsed = parse(For, makeFiles, Commands);
  if (Parsed && For.IsSelfContained)
    Kept.keep(Key, *Parsed, Record->Asked, For.On);
  return Parsed;
}

llvm::Expected<Program> counted(llvm::Expected<Program> P, const Job &For) {
  if (For.How.Work)
    *For.How.Work += For.Work;
  return P;
}

} // namespace

ParseWork &ParseWork::operator+=(const ParseWork &More) {
  Kept += More.Kept;
  Files += More.Files;
  Again += More.Again;
  Headers += More.Headers;
  Bodies += More.Bodies;
  SkippedBodies += More.SkippedBodies;
  Shared += More.Shared;
  return *this;
}

llvm::Expected<Program>
lowerFile(llvm::StringRef Path,
          const clang::tooling::CompilationDatabase &Commands, const Models &M,
          const ParseSetting &How) {
  if (llvm::Error E = checkReadable(Path))
    return std::move(E);
  Job For{Path.str(), M, How, projectRoots(Path), {}, {}, {}};
  return counted(How.Kept ? parseOnce(For, *How.Kept, Commands)
                          : parse(For, ownFiles, Commands),
                 For);
}

llvm::Expected<Program> lowerCode(llvm::StringRef Code,
                                  const std::vector<std::string> &Flags,
                                  const Models &M, const ParseSetting &How) {
  auto makeFiles = [&]() -> FileSystem {
    auto Files = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(
        llvm::vfs::getRealFileSystem());
    auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
    Files->pushOverlay(Memory); // gives it the working folder
    Memory->addFile("input.cpp", 0, llvm::MemoryBuffer::getMemBufferCopy(Code));
    return Files;
  };
  clang::tooling::FixedCompilationDatabase Commands(".", Flags);
  Job For{"input.cpp", M, How, projectRoots("input.cpp"), {}, {}, {}};
  return counted(parse(For, makeFiles, Commands), For);
}

} // namespace tidy
