//===- Source.h - Clang's locations as Spans --------------------*- C++ -*-===//
#ifndef TENSOR_TIDY_FRONTEND_SOURCE_H
#define TENSOR_TIDY_FRONTEND_SOURCE_H

#include "frontend/Includes.h"
#include "ir/Program.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include <map>

namespace tidy {

/// What a test wants of a piece of code.
enum class Wanted { Nothing, Success, Failure };

/// Turns source ranges into Spans and collects the files they lie in.
class SourceMap {
public:
  /// `MainPath` is how the user named the main file.
  SourceMap(clang::ASTContext &Ctx, std::string MainPath, ProjectRoots Roots,
            std::vector<SourceFile> &Files);

  /// Makes the main file the first of Files.
  void addMainFile() { file(SM.getMainFileID()); }
  /// Written in the file that is compiled, not in a header.
  bool isMain(clang::SourceLocation L) const {
    return SM.isInMainFile(SM.getExpansionLoc(L));
  }
  /// The tokens of `R`; in a macro, where it is expanded.
  Span of(clang::SourceRange R);
  /// `Length` bytes at a location.
  Span at(clang::SourceLocation L, size_t Length);
  /// What stands behind it up to the end of the line.
  llvm::StringRef restOfLine(const Span &S) const;
  /// `net.h:120` for byte 120 of a header; empty in any other file.
  std::string placeInHeader(clang::SourceLocation L) const;
  /// `net.cpp:12:40`, as the user names the file, of a byte of a literal's
  /// text.
  std::string placeIn(const clang::StringLiteral &L, unsigned Byte);
  /// The text is one piece of one file, written there and not by a macro.
  bool isPlain(clang::SourceRange R) const;
  /// It was given to a macro; it is all that stands at `Where`.
  bool isMacroArgument(clang::SourceRange R, const Span &Where) const;
  /// What the innermost macro of a test that it is given to wants of it, as
  /// gtest and doctest have them: EXPECT_THROW, REQUIRE_THROWS_AS,
  /// ASSERT_DEATH; EXPECT_NO_THROW, REQUIRE_NOTHROW.
  Wanted wantedAt(clang::SourceLocation L) const;
  /// The macros that it is given to or comes from, the innermost first.
  std::vector<llvm::StringRef> macrosAt(clang::SourceLocation L) const;
  /// A macro that wants success has it in its own text, not in what it is
  /// given.
  bool isOfSuccessMacro(clang::SourceLocation L) const;
  const clang::SourceManager &manager() const { return SM; }
  /// Written in the user's own code: the main file, or a header below one of
  /// the roots that is not a system header.
  bool isUser(clang::SourceLocation L);

private:
  unsigned file(clang::FileID Id);
  std::string asSeenFromHere(llvm::StringRef Path) const;
  bool isUserFile(clang::FileID Id) const;

  const clang::ASTContext &Ctx;
  const clang::SourceManager &SM;
  const clang::LangOptions &Lang;
  std::string MainPath;
  ProjectRoots Roots;
  std::vector<SourceFile> &Files;
  std::map<clang::FileID, unsigned> Known;
  std::map<clang::FileID, bool> User;
};

} // namespace tidy

#endif
