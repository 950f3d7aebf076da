//===- Commands.cpp - How each file is compiled ---------------------------===//
#include "driver/Commands.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CommonOptionsParser.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <set>

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

/// What has no name of a C++ file is C++ all the same: a `.h`, for one.
CommandLineArguments takeForCxx(const CommandLineArguments &Args,
                                StringRef File) {
  auto Kind = clang::driver::types::lookupTypeForExtension(
      sys::path::extension(File).ltrim('.'));
  bool IsGiven = any_of(Args, [](StringRef A) { return A.starts_with("-x"); });
  bool IsCxx = Kind != clang::driver::types::TY_INVALID &&
               Kind != clang::driver::types::TY_CHeader &&
               Kind != clang::driver::types::TY_Object;
  if (IsGiven || IsCxx || Args.empty())
    return Args;
  CommandLineArguments Result = Args;
  Result.insert(Result.begin() + 1, "-xc++");
  return Result;
}

/// A precompiled header that was not built yet: what includes it stands beside
/// it in the command, as CMake writes it.
CommandLineArguments withoutMissingPch(const CommandLineArguments &Args,
                                       StringRef) {
  CommandLineArguments Result;
  for (size_t I = 0; I < Args.size(); ++I) {
    bool Direct = Args[I] == "-include-pch" && I + 1 < Args.size();
    bool Passed = Args[I] == "-Xclang" && I + 3 < Args.size() &&
                  Args[I + 1] == "-include-pch" && Args[I + 2] == "-Xclang";
    size_t Skips = Direct ? 1 : Passed ? 3 : 0;
    if (Skips && !sys::fs::exists(Args[I + Skips]))
      I += Skips;
    else
      Result.push_back(Args[I]);
  }
  return Result;
}

/// Warnings are the compiler's business, and -Werror would make them errors.
/// Without carets Clang prints no number of errors at the end either.
std::unique_ptr<CompilationDatabase>
adjusted(std::unique_ptr<CompilationDatabase> Base) {
  auto Result =
      std::make_unique<ArgumentsAdjustingCompilations>(std::move(Base));
  Result->appendArgumentsAdjuster(addResourceDirectory);
  Result->appendArgumentsAdjuster(takeForCxx);
  Result->appendArgumentsAdjuster(withoutMissingPch);
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
  Result.HasFlags = O.Flags.has_value();
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

/// An error if a database lies above the file that is no JSON.
static Error checkNearest(StringRef Path) {
  std::string Absolute = getAbsolutePath(Path);
  for (StringRef Folder = sys::path::parent_path(Absolute); !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    SmallString<128> Json(Folder);
    sys::path::append(Json, "compile_commands.json");
    if (!sys::fs::exists(Json))
      continue;
    if (Error E = checkJson(Json))
      return createStringError("cannot read '" + Json +
                               "': " + toString(std::move(E)));
    return Error::success();
  }
  return Error::success();
}

Expected<const CompilationDatabase *> Commands::databaseOf(StringRef Path) {
  if (Given)
    return Given.get();
  Database &Nearest = Found[sys::path::parent_path(Path).str()];
  if (Nearest)
    return Nearest.get();
  if (Error E = checkNearest(Path))
    return std::move(E);
  std::string Ignored;
  Nearest = CompilationDatabase::autoDetectFromSource(Path, Ignored);
  if (!Nearest) {
    Bare.insert(sys::path::parent_path(Path).str());
    Nearest = std::make_unique<FixedCompilationDatabase>(
        ".", std::vector<std::string>());
  }
  Nearest = adjusted(std::move(Nearest));
  return Nearest.get();
}

std::string Commands::adviceForHeaders(StringRef Path) const {
  if (HasFlags)
    return "name its folder behind '--': -isystem DIR";
  if (!Given && Bare.contains(sys::path::parent_path(Path).str()))
    return "no compile_commands.json was found: name the build's with -p DIR, "
           "or pass -isystem DIR behind '--'";
  return "its command in compile_commands.json lacks the header's folder";
}

namespace {

class OneCommand : public CompilationDatabase {
public:
  explicit OneCommand(CompileCommand Only) : Only(std::move(Only)) {}
  std::vector<CompileCommand> getCompileCommands(StringRef) const override {
    return {Only};
  }

private:
  CompileCommand Only;
};

} // namespace

Expected<std::vector<Commands::Database>> Commands::of(StringRef Path) {
  auto All = databaseOf(Path);
  if (!All)
    return All.takeError();
  std::vector<Database> Out;
  std::set<std::vector<std::string>> Seen;
  for (CompileCommand &C : (*All)->getCompileCommands(getAbsolutePath(Path))) {
    if (!sys::fs::is_directory(C.Directory))
      return createStringError("its compile command is to be run in '" +
                               C.Directory + "', which is no folder");
    CommandLineArguments Inputs =
        getClangStripOutputAdjuster()(C.CommandLine, Path);
    Inputs.push_back(C.Directory);
    if (Seen.insert(std::move(Inputs)).second)
      Out.push_back(std::make_unique<OneCommand>(std::move(C)));
  }
  if (Out.empty())
    return createStringError("the compile_commands.json has no command for it");
  return std::move(Out);
}

} // namespace tidy
