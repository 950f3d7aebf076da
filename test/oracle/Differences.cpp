//===- Differences.cpp - Where a model may differ from libtorch -----------===//
#include "Differences.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBuffer.h"

namespace oracle {

llvm::Expected<Differences> Differences::read(llvm::StringRef Path) {
  Differences Out;
  if (Path.empty())
    return Out;
  auto File = llvm::MemoryBuffer::getFile(Path);
  if (!File)
    return llvm::createStringError(File.getError(), "cannot read %s",
                                   Path.str().c_str());
  for (llvm::StringRef Text : llvm::split((*File)->getBuffer(), '\n')) {
    Text = Text.trim();
    if (Text.empty() || Text.starts_with("#"))
      continue;
    auto [Callee, Rest] = Text.split(' ');
    auto [What, Reason] = Rest.ltrim().split(' ');
    bool IsKnown = What == "untried" || What == wordFor(Verdict::OtherResult) ||
                   What == wordFor(Verdict::ModelRejects) ||
                   What == wordFor(Verdict::ModelAccepts);
    if (!IsKnown || Reason.trim().empty())
      return llvm::createStringError("expected CALLEE WHAT REASON: " + Text);
    auto Pattern = llvm::GlobPattern::create(Callee);
    if (!Pattern)
      return Pattern.takeError();
    Out.Lines.push_back({Callee.str(), What.str(), Text.str()});
  }
  return Out;
}

bool Differences::allows(llvm::StringRef Callee, llvm::StringRef What) {
  for (Line &L : Lines)
    if (L.What == What &&
        llvm::cantFail(llvm::GlobPattern::create(L.Callee)).match(Callee))
      return L.Used = true;
  return false;
}

bool Differences::allows(llvm::StringRef Callee, Verdict V) {
  return allows(Callee, wordFor(V));
}

bool Differences::allowsUntried(llvm::StringRef Callee) {
  return allows(Callee, "untried");
}

std::vector<std::string> Differences::unused() const {
  std::vector<std::string> Out;
  for (const Line &L : Lines)
    if (!L.Used)
      Out.push_back(L.Text);
  return Out;
}

} // namespace oracle
