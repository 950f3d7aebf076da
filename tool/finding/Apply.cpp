//===- Apply.cpp - Fixes to files, whole or not at all --------------------===//
#include "finding/Apply.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace tidy {
namespace {

using EditsByFile = std::map<unsigned, std::vector<TextEdit>>;

Error badEdit(const TextEdit &E, const char *What) {
  return createStringError(inconvertibleErrorCode(), "edit at offset %u %s",
                           E.Where.Offset, What);
}

/// The first safe fix with something to write.
const Fix *safeFix(const Finding &F) {
  auto It = find_if(F.Fixes, [](const Fix &Candidate) {
    return Candidate.Safe && !Candidate.Edits.empty();
  });
  return It == F.Fixes.end() ? nullptr : &*It;
}

/// Adds the edits of one more fix, or nothing if they do not go with the rest.
bool addFix(const Fix &F, const Report &R, EditsByFile &Edits) {
  EditsByFile Touched;
  for (const TextEdit &E : F.Edits) {
    if (E.Where.File >= R.Files.size())
      return false;
    auto [It, New] = Touched.try_emplace(E.Where.File);
    if (auto Before = Edits.find(E.Where.File); New && Before != Edits.end())
      It->second = Before->second;
    It->second.push_back(E);
  }
  for (const auto &[File, List] : Touched)
    if (auto Text = applyEdits(R.Files[File].Text, List); !Text) {
      consumeError(Text.takeError());
      return false;
    }
  for (auto &[File, List] : Touched)
    Edits[File] = std::move(List);
  return true;
}

/// The fixes to be made, one at most for each finding, without those that need
/// a refused file.
struct Choice {
  std::vector<const Fix *> Fixes;
  EditsByFile Edits;
};

Choice choose(const Report &R, const std::map<unsigned, std::string> &Refused) {
  Choice Chosen;
  for (const Finding &F : R.Findings) {
    const Fix *Candidate = safeFix(F);
    if (!Candidate || any_of(Candidate->Edits, [&](const TextEdit &E) {
          return Refused.count(E.Where.File);
        }))
      continue;
    if (addFix(*Candidate, R, Chosen.Edits))
      Chosen.Fixes.push_back(Candidate);
  }
  return Chosen;
}

Error write(const SourceFile &File, const std::vector<TextEdit> &Edits) {
  auto Text = applyEdits(File.Text, Edits);
  if (!Text)
    return Text.takeError();
  return replaceFile(File.Path, File.Text, *Text);
}

} // namespace

Expected<std::string> applyEdits(StringRef Text, std::vector<TextEdit> Edits) {
  sort(Edits);
  Edits.erase(std::unique(Edits.begin(), Edits.end()), Edits.end());
  std::string Result;
  size_t Done = 0;
  const TextEdit *Before = nullptr;
  for (const TextEdit &E : Edits) {
    if (E.Where.Offset > Text.size() ||
        E.Where.Length > Text.size() - E.Where.Offset)
      return badEdit(E, "goes beyond the end of the file");
    bool SamePlace = Before && Before->Where == E.Where;
    if (E.Where.Offset < Done || SamePlace)
      return badEdit(E, "overlaps another edit");
    Result += Text.slice(Done, E.Where.Offset);
    Result += E.Text;
    Done = E.Where.end();
    Before = &E;
  }
  Result += Text.drop_front(Done);
  return Result;
}

ApplyResult applySafeFixes(const Report &R) {
  std::map<unsigned, std::string> Refused;
  auto refuse = [&](unsigned File, Error E) {
    Refused[File] = R.Files[File].Path + ": " + toString(std::move(E));
  };
  // A refused file takes the fixes with it that need other files too. So those
  // are only written when all that can be known beforehand is known.
  for (const auto &[File, Edits] : choose(R, Refused).Edits)
    if (Error E = checkReplaceable(R.Files[File].Path, R.Files[File].Text))
      refuse(File, std::move(E));
  Choice Chosen = choose(R, Refused);
  for (const auto &[File, Edits] : Chosen.Edits)
    if (Error E = write(R.Files[File], Edits))
      refuse(File, std::move(E));

  ApplyResult Result;
  Result.Applied = count_if(Chosen.Fixes, [&](const Fix *F) {
    return none_of(F->Edits, [&](const TextEdit &E) {
      return Refused.count(E.Where.File);
    });
  });
  for (auto &[File, Reason] : Refused)
    Result.Refused.push_back(std::move(Reason));
  return Result;
}

} // namespace tidy
