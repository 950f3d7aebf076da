//===- Commands.cpp - How each file is compiled ---------------------------===//
#include "driver/Commands.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using namespace clang::tooling;

namespace tidy {
namespace {

/// Where the compiler's own headers (stddef.h) were when this was built. The
/// driver looks beside the executable first, where they are not.
CommandLineArguments addResourceDirectory(const CommandLineArguments &Args,
                                          StringRef) {
  auto IsGiven = [](StringRef A) { return A.starts_with("-resource-dir"); };
  const char *Directory = TENSOR_TIDY_RESOURCE_DIR;
  if (any_of(Args, IsGiven) || !sys::fs::is_directory(Directory))
    return Args;
  CommandLineArguments Result = Args;
  Result.insert(Result.begin() + 1,
                (Twine("-resource-dir=") + Directory).str());
  return Result;
}

/// Warnings are the compiler's business, and -Werror would make them errors.
/// Without carets Clang prints no number of errors at the end either.
std::unique_ptr<CompilationDatabase>
adjusted(std::unique_ptr<CompilationDatabase> Base) {
  auto Result =
      std::make_unique<ArgumentsAdjustingCompilations>(std::move(Base));
  Result->appendArgumentsAdjuster(addResourceDirectory);
  Result->appendArgumentsAdjuster(getInsertArgumentAdjuster(
      {"-w", "-fno-caret-diagnostics"}, ArgumentInsertPosition::END));
  return Result;
}

Error wrongDirectory(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), "-p: " + Message);
}

/// Clang's reader would print to stderr what is wrong with the JSON.
Error checkJson(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer) // it is enough to have another kind of database
    return Error::success();
  return json::parse((*Buffer)->getBuffer()).takeError();
}

/// -p DIR; the path of the database itself is understood too.
Expected<std::unique_ptr<CompilationDatabase>> load(StringRef Directory) {
  if (sys::fs::is_regular_file(Directory))
    Directory = sys::path::parent_path(Directory);
  if (Directory.empty())
    Directory = ".";
  if (!sys::fs::is_directory(Directory))
    return wrongDirectory("no such folder: '" + Directory + "'");
  SmallString<128> Json(Directory);
  sys::path::append(Json, "compile_commands.json");
  if (Error E = checkJson(Json))
    return wrongDirectory("cannot read '" + Json +
                          "': " + toString(std::move(E)));
  std::string Message;
  if (auto Result = CompilationDatabase::loadFromDirectory(Directory, Message))
    return adjusted(std::move(Result));
  if (!sys::fs::exists(Json))
    return wrongDirectory("no compile_commands.json in '" + Directory + "'");
  // A line for each kind of database that was tried.
  StringRef Reason =
      StringRef(Message).split("json-compilation-database: ").second;
  return wrongDirectory("cannot read '" + Json +
                        "': " + Reason.split('\n').first);
}

} // namespace

Expected<Commands> Commands::create(const Options &O) {
  Commands Result;
  if (O.Flags) {
    Result.Given =
        adjusted(std::make_unique<FixedCompilationDatabase>(".", *O.Flags));
  } else if (!O.CompileDirectory.empty()) {
    auto Loaded = load(O.CompileDirectory);
    if (!Loaded)
      return Loaded.takeError();
    Result.Given = std::move(*Loaded);
  }
  return Result;
}

const CompilationDatabase &Commands::of(StringRef Path) {
  if (Given)
    return *Given;
  Database &Nearest = Found[sys::path::parent_path(Path).str()];
  if (!Nearest) {
    std::string Ignored;
    Nearest = CompilationDatabase::autoDetectFromSource(Path, Ignored);
    if (!Nearest)
      Nearest = std::make_unique<FixedCompilationDatabase>(
          ".", std::vector<std::string>());
    Nearest = adjusted(std::move(Nearest));
  }
  return *Nearest;
}

} // namespace tidy
