//===- Diagnose.cpp - Findings in Clang's own manner ----------------------===//
//
// A finding knows files by index and bytes by offset. Here its files become
// buffers of a SourceManager of their own, and Clang prints the rest.
//
//===----------------------------------------------------------------------===//
#include "frontend/Diagnose.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace clang;

namespace tidy {
namespace {

DiagnosticsEngine::Level levelOf(Level L) {
  switch (L) {
  case Level::Error:
    return DiagnosticsEngine::Error;
  case Level::Warning:
    return DiagnosticsEngine::Warning;
  case Level::Remark:
    return DiagnosticsEngine::Remark;
  }
  return DiagnosticsEngine::Error;
}

/// Clang's machinery for one report.
class Renderer {
public:
  Renderer(const Report &R, llvm::raw_ostream &OS, bool Colours)
      : R(R), Printer(OS, Options),
        Engine(DiagnosticIDs::create(), Options, &Printer,
               /*ShouldOwnClient=*/false),
        Files({}, llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>()),
        Sources(Engine, Files) {
    Options.ShowColors = Colours;
    Engine.setShowColors(Colours);
    for (const SourceFile &File : R.Files)
      Ids.push_back(Sources.createFileID(
          llvm::MemoryBuffer::getMemBuffer(File.Text, File.Path)));
    if (!Ids.empty())
      Sources.setMainFileID(Ids.front());
    Printer.BeginSourceFile(Language, nullptr);
  }
  ~Renderer() { Printer.EndSourceFile(); }

  void render(const Finding &F) {
    std::vector<Span> Ranges{F.Where};
    Ranges.insert(Ranges.end(), F.Related.begin(), F.Related.end());
    say(levelOf(F.Severity), F.Where,
        F.Message + " [tensor-" + F.Rule + "]" +
            (F.Expected ? " [expected]" : ""),
        Ranges, F.Fixes.empty() ? nullptr : &F.Fixes.front());
    for (const Note &N : F.Notes)
      say(DiagnosticsEngine::Note, N.Where, N.Message, {N.Where}, nullptr);
  }

private:
  void say(DiagnosticsEngine::Level L, Span Where, const std::string &Message,
           const std::vector<Span> &Ranges, const Fix *Offered) {
    // As an argument, so that a % in the message stands for itself.
    DiagnosticBuilder Builder =
        Engine.Report(placeOf(Where), Engine.getCustomDiagID(L, "%0"));
    Builder << Message;
    for (const Span &Range : Ranges)
      if (CharSourceRange Text = rangeOf(Range); Text.isValid())
        Builder << Text;
    if (!Offered)
      return;
    for (const TextEdit &E : Offered->Edits)
      if (CharSourceRange Text = rangeOf(E.Where); Text.isValid())
        Builder << FixItHint::CreateReplacement(Text, E.Text);
  }

  /// The offset in its file, which may be smaller than the span says.
  SourceLocation at(unsigned File, unsigned Offset) {
    unsigned Size = R.Files[File].Text.size();
    return Sources.getLocForStartOfFile(Ids[File]).getLocWithOffset(
        std::min(Offset, Size));
  }
  SourceLocation placeOf(Span Where) {
    bool Nowhere = !Where.known() && Where.Offset == 0;
    return Nowhere || Where.File >= Ids.size() ? SourceLocation()
                                               : at(Where.File, Where.Offset);
  }
  CharSourceRange rangeOf(Span Where) {
    SourceLocation Begin = placeOf(Where);
    return Begin.isInvalid() ? CharSourceRange()
                             : CharSourceRange::getCharRange(
                                   Begin, at(Where.File, Where.end()));
  }

  const Report &R;
  DiagnosticOptions Options;
  LangOptions Language;
  TextDiagnosticPrinter Printer;
  DiagnosticsEngine Engine;
  FileManager Files;
  SourceManager Sources;
  std::vector<FileID> Ids;
};

} // namespace

void renderText(const Report &R, llvm::raw_ostream &OS, bool Colours) {
  bool Before = OS.colors_enabled();
  OS.enable_colors(Colours);
  {
    Renderer Text(R, OS, Colours);
    for (const Finding &F : R.Findings)
      Text.render(F);
  }
  OS.enable_colors(Before);
}

} // namespace tidy
