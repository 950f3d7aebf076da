//===- Source.cpp - Clang's locations as Spans ----------------------------===//
#include "frontend/Source.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

namespace tidy {

SourceMap::SourceMap(clang::ASTContext &Ctx, std::string MainPath,
                     ProjectRoots Roots, std::vector<SourceFile> &Files)
    : Ctx(Ctx), SM(Ctx.getSourceManager()), Lang(Ctx.getLangOpts()),
      MainPath(std::move(MainPath)), Roots(std::move(Roots)), Files(Files) {}

/// Relative to the working folder where the header lies below it.
std::string SourceMap::asSeenFromHere(llvm::StringRef Path) const {
  llvm::SmallString<256> Here, There(Path);
  SM.getFileManager().makeAbsolutePath(There);
  llvm::sys::path::remove_dots(There, /*remove_dot_dot=*/true);
  if (llvm::sys::fs::current_path(Here))
    return Path.str();
  llvm::StringRef Rest = There;
  if (Rest.consume_front(Here) && Rest.consume_front("/"))
    return Rest.str();
  return There.str().str();
}

unsigned SourceMap::file(clang::FileID Id) {
  auto [It, New] = Known.try_emplace(Id, Files.size());
  if (!New)
    return It->second;
  SourceFile File;
  if (Id == SM.getMainFileID())
    File.Path = MainPath;
  else if (auto Entry = SM.getFileEntryRefForID(Id))
    File.Path = asSeenFromHere(Entry->getName());
  File.Text = SM.getBufferData(Id);
  // A file that is included twice has two ids and one entry here.
  auto Same = llvm::find_if(Files, [&](const SourceFile &F) {
    return F.Path == File.Path && F.Text == File.Text;
  });
  It->second = Same - Files.begin();
  if (Same == Files.end())
    Files.push_back(std::move(File));
  return It->second;
}

Span SourceMap::of(clang::SourceRange R) {
  if (R.isInvalid())
    return {};
  clang::CharSourceRange Chars = clang::Lexer::makeFileCharRange(
      clang::CharSourceRange::getTokenRange(R), SM, Lang);
  if (Chars.isInvalid())
    Chars = clang::Lexer::getAsCharRange(SM.getExpansionRange(R), SM, Lang);
  auto [Id, Offset] = SM.getDecomposedLoc(Chars.getBegin());
  auto [EndId, End] = SM.getDecomposedLoc(Chars.getEnd());
  if (Id.isInvalid() || Id != EndId || End < Offset)
    return {};
  return {file(Id), Offset, End - Offset};
}

Span SourceMap::at(clang::SourceLocation L, size_t Length) {
  if (L.isInvalid())
    return {};
  auto [Id, Offset] = SM.getDecomposedLoc(SM.getExpansionLoc(L));
  return {file(Id), Offset, unsigned(Length)};
}

std::string SourceMap::placeInHeader(clang::SourceLocation L) const {
  bool MainIsHeader = llvm::sys::path::extension(MainPath).starts_with(".h");
  if (L.isInvalid() || (isMain(L) && !MainIsHeader))
    return "";
  auto [Id, Offset] = SM.getDecomposedLoc(SM.getExpansionLoc(L));
  auto Entry = SM.getFileEntryRefForID(Id);
  return Entry ? asSeenFromHere(Entry->getName()) + ":" + std::to_string(Offset)
               : "";
}

std::string SourceMap::placeIn(const clang::StringLiteral &L, unsigned Byte) {
  clang::SourceLocation At = SM.getSpellingLoc(
      L.getLocationOfByte(Byte, SM, Lang, Ctx.getTargetInfo()));
  return llvm::formatv("{0}:{1}:{2}", Files[file(SM.getFileID(At))].Path,
                       SM.getSpellingLineNumber(At),
                       SM.getSpellingColumnNumber(At));
}

bool SourceMap::isPlain(clang::SourceRange R) const {
  return R.isValid() && R.getBegin().isFileID() && R.getEnd().isFileID() &&
         SM.getFileID(R.getBegin()) == SM.getFileID(R.getEnd());
}

bool SourceMap::isMacroArgument(clang::SourceRange R, const Span &Where) const {
  if (R.isInvalid() || R.getBegin().isFileID() || !Where.known())
    return false;
  // What a macro's body brings in is spelt there.
  auto [Id, Offset] = SM.getDecomposedSpellingLoc(R.getBegin());
  auto File = Known.find(Id);
  return File != Known.end() && File->second == Where.File &&
         Offset == Where.Offset;
}

/// What the assertion macros of a test want of the code in them.
static Wanted wantedBy(llvm::StringRef Macro) {
  bool Checks =
      llvm::any_of(llvm::ArrayRef<llvm::StringRef>{"EXPECT_", "ASSERT_",
                                                   "REQUIRE_", "CHECK_"},
                   [&](llvm::StringRef Word) { return Macro.contains(Word); });
  if (!Checks || !(Macro.contains("THROW") || Macro.contains("DEATH")))
    return Wanted::Nothing;
  return Macro.contains("NO_THROW") || Macro.contains("NOTHROW")
             ? Wanted::Success
             : Wanted::Failure;
}

std::vector<llvm::StringRef>
SourceMap::macrosAt(clang::SourceLocation L) const {
  std::vector<llvm::StringRef> Names;
  for (; L.isMacroID(); L = SM.getImmediateExpansionRange(L).getBegin())
    if (!SM.isMacroArgExpansion(L))
      Names.push_back(clang::Lexer::getImmediateMacroName(L, SM, Lang));
  return Names;
}

Wanted SourceMap::wantedAt(clang::SourceLocation L) const {
  Wanted Innermost = Wanted::Nothing;
  for (llvm::StringRef Macro : macrosAt(L))
    if (Innermost == Wanted::Nothing)
      Innermost = wantedBy(Macro);
  return Innermost;
}

bool SourceMap::isOfSuccessMacro(clang::SourceLocation L) const {
  return L.isMacroID() && !SM.isMacroArgExpansion(L) &&
         wantedAt(L) == Wanted::Success;
}

llvm::StringRef SourceMap::restOfLine(const Span &S) const {
  return S.File < Files.size()
             ? llvm::StringRef(Files[S.File].Text)
                   .substr(S.end())
                   .take_until([](char C) { return C == '\n' || C == '\r'; })
             : llvm::StringRef();
}

bool SourceMap::isUser(clang::SourceLocation L) {
  if (L.isInvalid() || SM.isInSystemHeader(L))
    return false;
  clang::FileID Id = SM.getFileID(SM.getExpansionLoc(L));
  if (Id == SM.getMainFileID())
    return true;
  auto [It, New] = User.try_emplace(Id, false);
  if (New)
    It->second = isUserFile(Id);
  return It->second;
}

bool SourceMap::isUserFile(clang::FileID Id) const {
  auto Entry = SM.getFileEntryRefForID(Id);
  if (!Entry)
    return false;
  // Relative names are relative to the folder of the compile command.
  llvm::SmallString<256> Absolute(Entry->getName());
  SM.getFileManager().makeAbsolutePath(Absolute);
  return isBelow(Roots, Absolute);
}

} // namespace tidy
