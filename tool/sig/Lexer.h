//===- Lexer.h - The words of the notation ----------------------*- C++ -*-===//
//
// One lexer for the notation, the .sig files and the IR text.
//
//===----------------------------------------------------------------------===//
#ifndef TENSOR_TIDY_SIG_LEXER_H
#define TENSOR_TIDY_SIG_LEXER_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tidy {

/// A piece of the text, at its 1-based place.
struct Token {
  enum class Kind : std::uint8_t {
    End,     ///< the last token of every text
    Newline, ///< ends a statement (only with Newlines::EndStatements)
    Word,    ///< a name
    Int,     ///< digits
    Number,  ///< `0.5`, `1e-5`
    String,  ///< with its quotes and escapes, see unquote
    Punct,
    Bad ///< no token: Problem says why
  };
  Kind What = Kind::End;
  llvm::StringRef Text;
  unsigned Line = 1;
  unsigned Column = 1;
  std::string Problem;

  bool is(Kind K) const { return What == K; }
  bool is(llvm::StringRef Spelling) const { return Text == Spelling; }
};

/// Whether a line's end is a token (outside of () and []) or white space.
enum class Newlines : std::uint8_t { Skip, EndStatements };

/// Cuts `Text`, which the tokens refer to; `#` starts a comment. Any bytes are
/// taken: what is no token comes out as Bad.
std::vector<Token> tokenise(llvm::StringRef Text, Newlines Mode);

/// For messages: `'->'`, `end of line`, `end of text`.
std::string describe(const Token &T);

/// A string token's contents; none after an unknown escape.
std::optional<std::string> unquote(llvm::StringRef Quoted);
/// `"..."` with escapes \" \\ \n \t \xHH, so that unquote gives `Text` back.
std::string quote(llvm::StringRef Text);
/// Is this one Word token?
bool isWord(llvm::StringRef Text);

/// `; did you mean 'x'?` for the nearest candidate, empty if none is near.
std::string suggestion(llvm::StringRef Unknown,
                       llvm::ArrayRef<llvm::StringRef> Candidates);

} // namespace tidy

#endif
