//===- Page.cpp - A rule's page at a terminal -----------------------------===//
#include "report/Page.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tidy {
namespace {

constexpr raw_ostream::Colors CodeColour = raw_ostream::CYAN;

class PagePrinter {
public:
  PagePrinter(bool Coloured, raw_ostream &OS) : Coloured(Coloured), OS(OS) {
    if (Coloured)
      OS.enable_colors(true);
  }

  void line(StringRef Line) {
    bool IsFence = Line.starts_with("```");
    InBlock ^= IsFence;
    if (IsFence)
      return;
    if (InBlock)
      block(Line);
    else if (Line.starts_with("#"))
      title(Line.ltrim('#').trim());
    else
      text(Line);
    OS << '\n';
  }

private:
  void block(StringRef Line) {
    if (Line.empty())
      return;
    OS << "    ";
    code(Line);
  }

  void title(StringRef Text) {
    if (Coloured)
      OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
    OS << Text;
    reset();
  }

  /// Without colours the marks of `code` are all that sets it apart. It may go
  /// on in the next line.
  void text(StringRef Line) {
    if (!Coloured) {
      OS << Line;
      return;
    }
    for (StringRef Part : split(Line, '`')) {
      if (InCode)
        code(Part);
      else
        OS << Part;
      InCode = !InCode;
    }
    InCode = !InCode; // no mark ends the last one
  }

  void code(StringRef Text) {
    if (Coloured)
      OS.changeColor(CodeColour);
    OS << Text;
    reset();
  }

  void reset() {
    if (Coloured)
      OS.resetColor();
  }

  bool Coloured;
  bool InBlock = false, InCode = false;
  raw_ostream &OS;
};

} // namespace

void printPage(StringRef Markdown, bool Coloured, raw_ostream &OS) {
  PagePrinter Printer(Coloured, OS);
  for (StringRef Line : split(Markdown.rtrim('\n'), '\n'))
    Printer.line(Line);
}

} // namespace tidy
