//===- Json.cpp - The report as JSON --------------------------------------===//
#include "report/Json.h"
#include "report/Lines.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace tidy {
namespace {

StringRef levelName(Level L) {
  switch (L) {
  case Level::Error:
    return "error";
  case Level::Warning:
    return "warning";
  case Level::Remark:
    return "remark";
  }
  return "error";
}

/// Writes one report; the functions stand in the order of the schema.
class JsonWriter {
public:
  JsonWriter(const Report &R, raw_ostream &OS) : R(R), J(OS, 2) {
    for (const SourceFile &File : R.Files)
      Lines.emplace_back(File.Text);
  }

  void write() {
    J.object([&] {
      J.attributeArray("findings", [&] {
        for (const Finding &F : R.Findings)
          finding(F);
      });
      J.attributeObject("coverage", [&] { coverage(); });
      J.attributeArray("unchecked", [&] {
        for (const auto &[File, Reason] : R.Unchecked)
          J.object([&] {
            text("file", File);
            text("reason", Reason);
          });
      });
    });
  }

private:
  void finding(const Finding &F) {
    J.object([&] {
      text("rule", F.Rule);
      text("level", levelName(F.Severity));
      if (F.Expected)
        J.attribute("expected", true);
      place(F.Where);
      LineColumn End = at(F.Where, F.Where.end());
      J.attribute("endLine", End.Line);
      J.attribute("endColumn", End.Column);
      text("message", F.Message);
      J.attributeArray("notes", [&] {
        for (const Note &N : F.Notes)
          note(N, F);
      });
      J.attributeArray("fixes", [&] {
        for (const Fix &Offered : F.Fixes)
          fix(Offered);
      });
    });
  }

  /// A note that stands nowhere is given the finding's place.
  void note(const Note &N, const Finding &F) {
    J.object([&] {
      place(N.Where.known() ? N.Where : F.Where);
      text("message", N.Message);
    });
  }

  void fix(const Fix &F) {
    J.object([&] {
      text("title", F.Title);
      J.attribute("safe", F.Safe);
      J.attributeArray("edits", [&] {
        for (const TextEdit &E : F.Edits)
          J.object([&] {
            text("file", path(E.Where));
            J.attribute("offset", E.Where.Offset);
            J.attribute("length", E.Where.Length);
            text("text", E.Text);
          });
      });
    });
  }

  void coverage() {
    J.attribute("operations", R.Seen.Operations);
    J.attribute("understood", R.Seen.Understood);
    J.attributeObject("unknown", [&] {
      for (const auto &[Callee, Count] : R.Seen.Unknown)
        J.attribute(json::fixUTF8(Callee), Count);
    });
    J.attribute("checked", R.Seen.Checked);
    J.attribute("functions", R.Seen.Functions);
    J.attribute("unfinished", R.Seen.Unfinished);
  }

  void place(const Span &Where) {
    LineColumn Start = at(Where, Where.Offset);
    text("file", path(Where));
    J.attribute("line", Start.Line);
    J.attribute("column", Start.Column);
  }

  void text(StringRef Key, StringRef Text) {
    J.attribute(Key, json::fixUTF8(Text));
  }

  StringRef path(const Span &Where) const {
    return Where.File < R.Files.size() ? StringRef(R.Files[Where.File].Path)
                                       : StringRef();
  }
  LineColumn at(const Span &Where, unsigned Offset) const {
    return Where.File < Lines.size() ? Lines[Where.File].at(Offset)
                                     : LineColumn();
  }

  const Report &R;
  json::OStream J;
  std::vector<LineTable> Lines;
};

} // namespace

void writeJson(const Report &R, raw_ostream &OS) {
  JsonWriter(R, OS).write();
  OS << '\n';
}

} // namespace tidy
