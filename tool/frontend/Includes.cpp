//===- Includes.cpp - What a file begins by including ---------------------===//
#include "frontend/Includes.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Lexer.h"
#include "clang/Tooling/Inclusions/StandardLibrary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/FileSystem.h"

using namespace clang;
using namespace clang::dependency_directives_scan;

namespace tidy {
namespace {

/// The directives of a piece of text.
struct Scanned {
  explicit Scanned(llvm::StringRef Piece) : Text(Piece) {
    if (scanSourceForDependencyDirectives(Text, Tokens, All))
      All.clear();
  }
  llvm::StringRef textOf(const Directive &D) const {
    return llvm::StringRef(Text)
        .slice(D.Tokens.front().Offset, D.Tokens.back().getEnd())
        .rtrim();
  }
  llvm::StringRef textOf(const dependency_directives_scan::Token &T) const {
    return llvm::StringRef(Text).slice(T.Offset, T.getEnd());
  }
  std::string Text; // the scanner reads the zero behind it
  llvm::SmallVector<dependency_directives_scan::Token> Tokens;
  llvm::SmallVector<Directive> All;
};

bool saysNothing(const Directive &D) {
  return D.Kind == pp_pragma_once || D.Kind == pp_endif ||
         D.Kind == tokens_present_before_eof || D.Kind == pp_eof;
}

/// `#ifndef X` and a `#define X` without a value at the head of a header.
bool isGuarded(const Scanned &S) {
  if (S.All.size() < 2 || S.All[0].Kind != pp_ifndef ||
      S.All[1].Kind != pp_define)
    return false;
  auto Words = [&](const Directive &D) { // `#`, `define`, `X`, end of line
    llvm::SmallVector<llvm::StringRef, 4> Out;
    for (const auto &T : D.Tokens)
      if (T.isNot(tok::eod))
        Out.push_back(S.textOf(T));
    return Out;
  };
  auto Asked = Words(S.All[0]), Defined = Words(S.All[1]);
  return Asked.size() == 3 && Defined.size() == 3 && Asked[2] == Defined[2];
}

/// Nothing behind the leading part can change what a later include means.
bool endsQuietly(llvm::StringRef Rest) {
  return llvm::all_of(Scanned(Rest).All, saysNothing);
}

class Reader {
public:
  Reader(HeaderSearch &Search, FileManager &Files, const LangOptions &Lang,
         const ProjectRoots &Roots)
      : Search(Search), Files(Files), Lang(Lang), Roots(Roots) {}

  /// Whether what includes the file may be read on.
  bool read(FileEntryRef File, bool IsMain);
  std::vector<LeadingLine> Lines;

private:
  bool take(const Directive &D, const Scanned &S, FileEntryRef From);
  bool include(llvm::StringRef Text, FileEntryRef From);
  OptionalFileEntryRef find(llvm::StringRef Name, bool IsAngled,
                            OptionalFileEntryRef From);
  void add(llvm::StringRef Name, bool IsAngled, FileEntryRef Header);
  bool isUser(FileEntryRef Header) {
    return Search.getFileDirFlavor(Header) == SrcMgr::C_User &&
           isBelow(Roots, absolute(Header));
  }
  std::string absolute(FileEntryRef File) const {
    llvm::SmallString<256> Path(File.getName());
    Files.makeAbsolutePath(Path);
    return Path.str().str();
  }

  HeaderSearch &Search;
  FileManager &Files;
  const LangOptions &Lang;
  const ProjectRoots &Roots;
  llvm::SmallPtrSet<const FileEntry *, 16> Seen;
  bool PassedCode = false; ///< of a header of the user's own
};

OptionalFileEntryRef Reader::find(llvm::StringRef Name, bool IsAngled,
                                  OptionalFileEntryRef From) {
  llvm::SmallVector<std::pair<OptionalFileEntryRef, DirectoryEntryRef>, 1> By;
  if (From) {
    Search.getFileInfo(*From); // LookupFile takes it for known
    By.push_back({From, From->getDir()});
  }
  return Search.LookupFile(Name, SourceLocation(), IsAngled, nullptr, nullptr,
                           By, nullptr, nullptr, nullptr, nullptr, nullptr,
                           nullptr);
}

void Reader::add(llvm::StringRef Name, bool IsAngled, FileEntryRef Header) {
  LeadingLine Line;
  Line.Header = absolute(Header);
  // Behind a definition the order may matter to any header.
  bool IsFree = llvm::all_of(Lines, [](auto &L) { return !L.Header.empty(); });
  std::string Angled = ("<" + Name + ">").str();
  Line.IsStandard = IsFree && IsAngled &&
                    clang::tooling::stdlib::Header::named(Angled).has_value();
  OptionalFileEntryRef Same =
      IsAngled ? Header : find(Name, /*IsAngled=*/true, std::nullopt);
  bool IsSame = Same && &Same->getFileEntry() == &Header.getFileEntry();
  Line.Text = "#include " + (IsSame ? Angled : '"' + Line.Header + '"');
  Lines.push_back(std::move(Line));
}

bool Reader::include(llvm::StringRef Text, FileEntryRef From) {
  llvm::StringRef Name = Text.ltrim("# \t");
  if (!Name.consume_front("include"))
    return false;
  Name = Name.ltrim();
  bool IsAngled = Name.consume_front("<");
  if (!IsAngled && !Name.consume_front("\""))
    return false;
  Name = Name.take_until([&](char C) { return C == (IsAngled ? '>' : '"'); });
  OptionalFileEntryRef Header = find(Name, IsAngled, From);
  if (!Header)
    return false;
  if (isUser(*Header))
    return read(*Header, /*IsMain=*/false);
  if (Seen.insert(&Header->getFileEntry()).second)
    add(Name, IsAngled, *Header);
  return true;
}

bool Reader::take(const Directive &D, const Scanned &S, FileEntryRef From) {
  if (D.Kind == pp_include)
    return include(S.textOf(D), From);
  if (D.Kind != pp_define)
    return saysNothing(D) && D.Kind != pp_endif;
  if (PassedCode) // which would see the macro too
    return false;
  Lines.push_back({S.textOf(D).str(), "", false});
  return true;
}

bool Reader::read(FileEntryRef File, bool IsMain) {
  if (!Seen.insert(&File.getFileEntry()).second)
    return true;
  auto Buffer = Files.getBufferForFile(File);
  if (!Buffer)
    return false;
  llvm::StringRef Text = (*Buffer)->getBuffer();
  unsigned End = Lexer::ComputePreamble(Text, Lang).Size;
  Scanned Lead(Text.take_front(End));
  size_t Guard = !IsMain && isGuarded(Lead) ? 2 : 0;
  for (const Directive &D : llvm::drop_begin(Lead.All, Guard))
    if (!take(D, Lead, File) && !(Guard && D.Kind == pp_endif))
      return false;
  PassedCode = true;
  return IsMain || endsQuietly(Text.drop_front(End));
}

} // namespace

bool isBelow(const ProjectRoots &Roots, llvm::StringRef Path) {
  llvm::SmallString<256> Real;
  if (llvm::sys::fs::real_path(Path, Real))
    return false;
  return llvm::any_of(Roots, [&](const std::string &Root) {
    return Real.str().starts_with(Root);
  });
}

std::vector<LeadingLine> leadingLines(const CompilerInvocation &How,
                                      FileManager &Files,
                                      const ProjectRoots &Roots) {
  const FrontendOptions &Frontend = How.getFrontendOpts();
  if (Frontend.Inputs.size() != 1 || !Frontend.Inputs[0].isFile())
    return {};
  OptionalFileEntryRef Main =
      Files.getOptionalFileRef(Frontend.Inputs[0].getFile());
  if (!Main)
    return {};
  DiagnosticOptions Options;
  DiagnosticsEngine Silent(DiagnosticIDs::create(), Options,
                           new IgnoringDiagConsumer);
  SourceManager Sources(Silent, Files);
  HeaderSearch Search(How.getHeaderSearchOpts(), Sources, Silent,
                      How.getLangOpts(), /*Target=*/nullptr);
  ApplyHeaderSearchOptions(Search, How.getHeaderSearchOpts(), How.getLangOpts(),
                           llvm::Triple(How.getTargetOpts().Triple));
  Reader R(Search, Files, How.getLangOpts(), Roots);
  R.read(*Main, /*IsMain=*/true);
  return std::move(R.Lines);
}

} // namespace tidy
