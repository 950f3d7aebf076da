//===- Preamble.cpp - Headers parsed once for many files ------------------===//
#include "frontend/Preamble.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Serialization/ASTWriter.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/LockFileManager.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace clang;

namespace tidy {
namespace {

/// To be raised when what stands in a Store changes its meaning.
const char Format[] = "preamble 2";
const char BufferName[] = "tensor-tidy-preamble.h";

/// The headers that are no system headers, as they are entered.
class PlainHeaders : public PPCallbacks {
public:
  PlainHeaders(const SourceManager &SM, std::vector<std::string> &Out)
      : SM(SM), Out(Out) {}
  void LexedFileChanged(FileID Id, LexedFileChangeReason Reason,
                        SrcMgr::CharacteristicKind Kind, FileID,
                        SourceLocation) override {
    if (Reason != LexedFileChangeReason::EnterFile || Kind != SrcMgr::C_User ||
        Id == SM.getMainFileID())
      return;
    if (OptionalFileEntryRef File = SM.getFileEntryRefForID(Id)) {
      llvm::SmallString<256> Path(File->getName());
      SM.getFileManager().makeAbsolutePath(Path);
      Out.push_back(Path.str().str());
    }
  }

private:
  const SourceManager &SM;
  std::vector<std::string> &Out;
};

/// Writes the precompiled header into memory, bodies left out.
class Generator : public PCHGenerator {
public:
  using PCHGenerator::PCHGenerator;
  bool shouldSkipFunctionBody(Decl *) override { return true; }
};

class BuildAction : public ASTFrontendAction {
public:
  explicit BuildAction(std::vector<std::string> &Plain) : Plain(Plain) {}
  std::shared_ptr<PCHBuffer> Buffer = std::make_shared<PCHBuffer>();

protected:
  TranslationUnitKind getTranslationUnitKind() override { return TU_Prefix; }
  bool hasASTFileSupport() const override { return false; }
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &CI,
                                                 llvm::StringRef) override {
    CI.getPreprocessor().addPPCallbacks(
        std::make_unique<PlainHeaders>(CI.getSourceManager(), Plain));
    return std::make_unique<Generator>(
        CI.getPreprocessor(), CI.getModuleCache(), BufferName, "", Buffer,
        CI.getCodeGenOpts(),
        llvm::ArrayRef<std::shared_ptr<ModuleFileExtension>>(),
        /*AllowASTWithErrors=*/false, /*IncludeTimestamps=*/false);
  }

private:
  std::vector<std::string> &Plain;
};

/// The flags that decide how headers are parsed: all but the file's own name.
std::string flagsOf(const CompilerInvocation &How, FileManager &Files) {
  CompilerInvocation Shared(How);
  Shared.getFrontendOpts().Inputs.clear();
  Shared.getFrontendOpts().OutputFile.clear();
  Shared.getCodeGenOpts().MainFileName.clear();
  llvm::SmallString<256> Folder(".");
  Files.makeAbsolutePath(Folder);
  std::string Flags = llvm::join(Shared.getCC1CommandLine(), "\n");
  return Format + getClangFullVersion() + "\n" + Folder.str().str() + "\n" +
         Flags;
}

std::string printEntry(llvm::StringRef File, const PreambleName &Parent,
                       llvm::ArrayRef<std::string> Plain, const Inputs &Read) {
  return (File + "\n" + Parent.Key + " " + Parent.File + "\n" +
          llvm::join(Plain, "\t") + "\n" + printInputs(Read))
      .str();
}

/// The headers of others, the standard ones only where there are no others.
/// With a definition between them the order counts, and all are kept.
std::vector<LeadingLine> worthSharing(std::vector<LeadingLine> Lines) {
  while (!Lines.empty() && Lines.back().Header.empty())
    Lines.pop_back(); // a definition that no header comes behind
  if (llvm::any_of(Lines, [](auto &L) { return L.Header.empty(); }))
    return Lines;
  if (!llvm::all_of(Lines, [](auto &L) { return L.IsStandard; })) {
    llvm::erase_if(Lines, [](auto &L) { return L.IsStandard; });
    return Lines;
  }
  llvm::sort(Lines, [](auto &A, auto &B) { return A.Text < B.Text; });
  return Lines;
}

} // namespace

Preambles::EntryRef Preambles::load(llvm::StringRef Key) {
  std::optional<std::string> Text = Where.get(Key);
  if (!Text)
    return nullptr;
  auto E = std::make_shared<Entry>();
  llvm::StringRef Rest = *Text, File, Parent, Plain;
  std::tie(File, Rest) = Rest.split('\n');
  std::tie(Parent, Rest) = Rest.split('\n');
  std::tie(Plain, Rest) = Rest.split('\n');
  std::optional<Inputs> Read = parseInputs(Rest);
  if (!Read || !stillHold(*Read))
    return nullptr;
  // Made again meanwhile, the parent would not be what this was built on.
  auto [ParentKey, ParentFile] = Parent.split(' ');
  E->Parent = ParentKey.empty() ? nullptr : known(ParentKey.str());
  if (!ParentKey.empty() && (!E->Parent || E->Parent->Name.File != ParentFile))
    return nullptr;
  llvm::SmallVector<llvm::StringRef> Paths;
  Plain.split(Paths, '\t', -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Path : Paths)
    E->Plain.push_back(Path.str());
  E->Name = {Key.str(), File.str()};
  E->Read = std::move(*Read);
  return E;
}

Preambles::EntryRef Preambles::known(const std::string &Key) {
  auto It = Known.find(Key);
  if (It == Known.end())
    It = Known.emplace(Key, load(Key)).first;
  return It->second;
}

/// Reading all of it takes longer than all else, so it is left for last.
bool Preambles::isWhole(Entry &E) {
  if (!E.Whole)
    E.Whole = Where.isWhole(E.Name.File) && (!E.Parent || isWhole(*E.Parent));
  return *E.Whole;
}

Preambles::EntryRef Preambles::usable(const std::string &Key) {
  EntryRef E = known(Key);
  return E && isWhole(*E) ? E : nullptr;
}

bool Preambles::stillHolds(const PreambleName &P) {
  std::lock_guard Lock(Guard);
  EntryRef E = known(P.Key);
  return E && E->Name.File == P.File;
}

std::shared_ptr<CompilerInvocation>
Preambles::invocation(const Request &R, const Entry *Parent) const {
  auto How = std::make_shared<CompilerInvocation>(R.How);
  FrontendOptions &Frontend = How->getFrontendOpts();
  Frontend.Inputs = {FrontendInputFile(BufferName, InputKind(Language::CXX))};
  Frontend.SkipFunctionBodies = true;
  PreprocessorOptions &Preprocessing = How->getPreprocessorOpts();
  Preprocessing.DisablePCHOrModuleValidation =
      DisableValidationForModuleKind::All;
  if (Parent)
    Preprocessing.ImplicitPCHInclude = pathOf(Parent->Name);
  std::string Text;
  for (const LeadingLine &Line : R.Lines)
    Text += Line.Text + "\n";
  Preprocessing.addRemappedFile(
      BufferName, llvm::MemoryBuffer::getMemBufferCopy(Text).release());
  return How;
}

/// In a file system of its own: who watches the file's own parse is to see no
/// more of a preamble than its name.
bool Preambles::build(const Request &R, Entry &Into) const {
  auto Real = llvm::vfs::createPhysicalFileSystem();
  if (auto Here = R.Files.getVirtualFileSystem().getCurrentWorkingDirectory())
    Real->setCurrentWorkingDirectory(*Here);
  auto Record =
      llvm::makeIntrusiveRefCnt<Recorder>(std::move(Real), Where.prefix());
  BuildAction Action(Into.Plain);
  {
    IgnoringDiagConsumer Silent;
    CompilerInstance Compiler(invocation(R, Into.Parent.get()));
    Compiler.setVirtualFileSystem(Record);
    Compiler.setFileManager(llvm::makeIntrusiveRefCnt<FileManager>(
        R.Files.getFileSystemOpts(), Record));
    Compiler.setVerboseOutputStream(std::make_unique<llvm::raw_null_ostream>());
    Compiler.createDiagnostics(&Silent, /*ShouldOwnClient=*/false);
    if (!Compiler.ExecuteAction(Action) || !Action.Buffer->IsComplete)
      return false;
    if (llvm::any_of(Into.Plain, [](llvm::StringRef Path) {
          return Path.find_first_of("\t\n") != llvm::StringRef::npos;
        }))
      return false; // an entry could not name it
  }
  Into.Name.File = Where.putFile(
      llvm::StringRef(Action.Buffer->Data.data(), Action.Buffer->Data.size()));
  Into.Read = std::move(Record->Asked);
  Into.Whole = true;
  return !Into.Name.File.empty();
}

/// A process on another machine may have left its lock behind.
static void waitFor(llvm::LockFileManager &Lock) {
  if (Lock.waitForUnlockFor(std::chrono::seconds(60)) ==
      llvm::WaitForUnlockResult::Timeout)
    Lock.unsafeMaybeUnlock();
}

/// Another process may be at it: it is waited for, and looked at again. A crash
/// is a failure like others.
Preambles::EntryRef Preambles::makeAlone(const Request &R, size_t Length) {
  const std::string &Key = R.Keys[R.Lines.size()];
  llvm::LockFileManager Lock(Where.pathOf(Key));
  auto Ours = Lock.tryLock();
  if (!Ours) // then both build, which is only slower
    llvm::consumeError(Ours.takeError());
  else if (!*Ours)
    waitFor(Lock);
  auto E = std::make_shared<Entry>();
  E->Name.Key = Key;
  {
    std::lock_guard Locked(Guard);
    Known.erase(Key);
    if (EntryRef Theirs = usable(Key))
      return Theirs;
    if (Length)
      E->Parent = known(R.Keys[Length]);
  }
  bool Works = false;
  llvm::CrashRecoveryContext Context;
  if (!Context.RunSafely([&] { Works = build(R, *E); }) || !Works)
    return nullptr;
  ++Built;
  Where.put(Key, printEntry(E->Name.File,
                            E->Parent ? E->Parent->Name : PreambleName(),
                            E->Plain, E->Read));
  return E;
}

/// Once a run: what failed is not tried again, and what another thread is at is
/// waited for.
Preambles::EntryRef Preambles::make(const Request &R, size_t Length) {
  const std::string &Key = R.Keys[R.Lines.size()];
  std::unique_lock Lock(Guard);
  if (!Tried.insert(Key).second) {
    Finished.wait(Lock, [&] { return !Building.contains(Key); });
    return Known[Key];
  }
  Building.insert(Key);
  Lock.unlock();
  EntryRef Made = makeAlone(R, Length);
  Lock.lock();
  Known[Key] = Made;
  Building.erase(Key);
  Finished.notify_all();
  return Made;
}

bool Preambles::covers(const Entry &E, const LeadingLine &Line) {
  auto It = E.Read.find(Line.Header);
  return (It != E.Read.end() && It->second.Hash) ||
         (E.Parent && covers(*E.Parent, Line));
}

bool Preambles::holdsUserCode(const Entry &E, const ProjectRoots &Roots) {
  return llvm::any_of(E.Plain,
                      [&](auto &Path) { return isBelow(Roots, Path); }) ||
         (E.Parent && holdsUserCode(*E.Parent, Roots));
}

/// The longest there is, if it holds all headers; or else one that does.
Preambles::EntryRef Preambles::find(const Request &R) {
  EntryRef Found;
  size_t Length = R.Lines.size();
  {
    std::lock_guard Lock(Guard);
    while (Length && !(Found = usable(R.Keys[Length])))
      --Length;
  }
  bool Whole = Found && llvm::all_of(llvm::drop_begin(R.Lines, Length),
                                     [&](const LeadingLine &Line) {
                                       return covers(*Found, Line);
                                     });
  return Whole ? Found : make(R, Length);
}

/// Files that compile in a way of their own get none: `-include config.h` comes
/// before every other header, and may be the user's.
static bool isOrdinary(const CompilerInvocation &How) {
  const LangOptions &Lang = How.getLangOpts();
  const PreprocessorOptions &Preprocessing = How.getPreprocessorOpts();
  bool BuildsModules = Lang.Modules && Lang.ImplicitModules; // -fmodules
  return Preprocessing.ImplicitPCHInclude.empty() &&
         Preprocessing.Includes.empty() &&
         Preprocessing.MacroIncludes.empty() && Lang.CPlusPlus &&
         !BuildsModules;
}

PreambleName Preambles::of(const CompilerInvocation &How, FileManager &Files,
                           const ProjectRoots &Roots) {
  if (!isOrdinary(How))
    return {};
  Request R{How, Files, worthSharing(leadingLines(How, Files, Roots)), {}};
  if (R.Lines.empty())
    return {};
  std::string Identity = flagsOf(How, Files);
  for (const LeadingLine &Line : R.Lines) {
    R.Keys.push_back(digestOf(Identity));
    Identity += "\n" + Line.Text;
  }
  R.Keys.push_back(digestOf(Identity));

  EntryRef Found = find(R);
  if (!Found || holdsUserCode(*Found, Roots))
    return {};
  return Found->Name;
}

} // namespace tidy
