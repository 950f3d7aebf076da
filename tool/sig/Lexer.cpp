//===- Lexer.cpp - The words of the notation ------------------------------===//
#include "sig/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

using llvm::StringRef;

namespace tidy {
namespace {

bool startsWord(char C) { return llvm::isAlpha(C) || C == '_'; }
bool continuesWord(char C) { return llvm::isAlnum(C) || C == '_'; }

class Lexer {
public:
  Lexer(StringRef Text, Newlines Mode) : Text(Text), Mode(Mode) {}

  std::vector<Token> run() {
    while (skipBlanks(), Offset < Text.size())
      next();
    if (Mode == Newlines::EndStatements && Brackets == 0)
      add(Token::Kind::Newline, 0);
    add(Token::Kind::End, 0);
    return std::move(Tokens);
  }

private:
  char at(size_t Index) const { return Index < Text.size() ? Text[Index] : 0; }

  void add(Token::Kind What, size_t Length, std::string Problem = "") {
    Tokens.push_back({What, Text.substr(Offset, Length), Line,
                      unsigned(Offset - LineStart + 1), std::move(Problem)});
    Offset += Length;
  }

  /// Blanks, comments and the line ends that are no tokens.
  void skipBlanks() {
    for (; Offset < Text.size(); ++Offset) {
      if (Text[Offset] == '#')
        Offset = std::min(Text.find('\n', Offset), Text.size());
      if (at(Offset) == '\n' && Offset < Text.size())
        endLine();
      else if (!llvm::isSpace(at(Offset)))
        return;
    }
  }

  void endLine() {
    if (Mode == Newlines::EndStatements && Brackets == 0) {
      add(Token::Kind::Newline, 0);
    }
    ++Line;
    LineStart = Offset + 1;
  }

  void next() {
    char C = Text[Offset];
    if (startsWord(C))
      add(Token::Kind::Word, run(Offset, continuesWord) - Offset);
    else if (llvm::isDigit(C))
      number();
    else if (C == '"')
      string();
    else
      punctuation();
  }

  size_t run(size_t From, bool (*Continues)(char)) const {
    while (From < Text.size() && Continues(Text[From]))
      ++From;
    return From;
  }

  void number() {
    auto IsDigit = [](char C) { return llvm::isDigit(C); };
    size_t Digits = run(Offset, IsDigit), End = Digits;
    if (at(End) == '.' && llvm::isDigit(at(End + 1)))
      End = run(End + 1, IsDigit);
    if (at(End) == 'e' || at(End) == 'E') {
      size_t Sign = at(End + 1) == '-' || at(End + 1) == '+';
      if (llvm::isDigit(at(End + 1 + Sign)))
        End = run(End + 1 + Sign, IsDigit);
    }
    if (startsWord(at(End))) {
      StringRef Word = Text.slice(End, run(End, continuesWord));
      StringRef Number = Text.slice(Offset, End);
      add(Token::Kind::Bad, Number.size() + Word.size(),
          ("expected an operator between '" + Number + "' and '" + Word + "'")
              .str());
      return;
    }
    add(End == Digits ? Token::Kind::Int : Token::Kind::Number, End - Offset);
  }

  void string() {
    for (size_t End = Offset + 1; End < Text.size(); ++End) {
      if (Text[End] == '\n')
        break;
      if (Text[End] == '\\' && at(End + 1) != '\n')
        ++End;
      else if (Text[End] == '"')
        return add(Token::Kind::String, End + 1 - Offset);
    }
    add(Token::Kind::Bad, 1, "expected '\"' at the end of this string");
  }

  void punctuation() {
    static constexpr StringRef Long[] = {
        "...", "->", "::", "==", "!=", "<=", ">="};
    StringRef Rest = Text.substr(Offset);
    for (StringRef Spelling : Long)
      if (Rest.starts_with(Spelling))
        return add(Token::Kind::Punct, Spelling.size());
    char C = Rest.front();
    if (!llvm::isPrint(C)) {
      StringRef Odd = Rest.take_front(1);
      return add(Token::Kind::Bad, 1,
                 "unexpected byte '\\x" + llvm::toHex(Odd) + "'");
    }
    if (C == '(' || C == '[')
      ++Brackets;
    if ((C == ')' || C == ']') && Brackets > 0)
      --Brackets;
    add(Token::Kind::Punct, 1);
  }

  StringRef Text;
  Newlines Mode;
  size_t Offset = 0;
  size_t LineStart = 0;
  unsigned Line = 1;
  unsigned Brackets = 0;
  std::vector<Token> Tokens;
};

} // namespace

std::vector<Token> tokenise(StringRef Text, Newlines Mode) {
  return Lexer(Text, Mode).run();
}

std::string describe(const Token &T) {
  if (T.is(Token::Kind::End))
    return "end of text";
  if (T.is(Token::Kind::Newline))
    return "end of line";
  if (T.is(Token::Kind::String))
    return T.Text.str();
  return ("'" + T.Text + "'").str();
}

std::optional<std::string> unquote(StringRef Quoted) {
  std::string Result;
  StringRef Rest = Quoted.drop_front().drop_back();
  while (!Rest.empty()) {
    if (!Rest.consume_front("\\"))
      Result += Rest.front();
    else if (Rest.starts_with("n"))
      Result += '\n';
    else if (Rest.starts_with("t"))
      Result += '\t';
    else if (Rest.starts_with("\"") || Rest.starts_with("\\"))
      Result += Rest.front();
    else if (Rest.size() >= 3 && Rest[0] == 'x' && llvm::isHexDigit(Rest[1]) &&
             llvm::isHexDigit(Rest[2])) {
      Result += char(llvm::hexFromNibbles(Rest[1], Rest[2]));
      Rest = Rest.drop_front(2);
    } else
      return std::nullopt;
    Rest = Rest.drop_front();
  }
  return Result;
}

std::string quote(StringRef Text) {
  std::string Result = "\"";
  for (char C : Text) {
    if (C == '"' || C == '\\')
      Result += {'\\', C};
    else if (C == '\n')
      Result += "\\n";
    else if (C == '\t')
      Result += "\\t";
    else if (static_cast<unsigned char>(C) < 0x20 || C == 0x7f)
      Result += "\\x" + llvm::toHex(StringRef(&C, 1));
    else
      Result += C;
  }
  return Result + '"';
}

bool isWord(StringRef Text) {
  return !Text.empty() && startsWord(Text.front()) &&
         std::all_of(Text.begin(), Text.end(), continuesWord);
}

std::string suggestion(StringRef Unknown,
                       llvm::ArrayRef<StringRef> Candidates) {
  unsigned Best = unsigned(Unknown.size()) / 3 + 1;
  StringRef Nearest;
  if (Unknown.size() < 2)
    return "";
  for (StringRef Candidate : Candidates) {
    unsigned Distance = Unknown.edit_distance(Candidate, true, Best);
    if (Distance >= Best + Nearest.empty() || Candidate.size() < 2)
      continue;
    Best = Distance;
    Nearest = Candidate;
  }
  return Nearest.empty() ? "" : ("; did you mean '" + Nearest + "'?").str();
}

} // namespace tidy
