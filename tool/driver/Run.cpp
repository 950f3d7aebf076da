//===- Run.cpp - A run of the tool ----------------------------------------===//
#include "driver/Run.h"
#include "driver/Group.h"
#include "driver/Jobs.h"
#include "driver/Merge.h"
#include "driver/Options.h"
#include "driver/Selection.h"
#include "driver/Summary.h"
#include "finding/Apply.h"
#include "frontend/Diagnose.h"
#include "frontend/ProgramCache.h"
#include "ir/Text.h"
#include "report/Json.h"
#include "report/Page.h"
#include "report/Shapes.h"
#include "report/Signatures.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/WithColor.h"

#include <deque>
#include <set>

using namespace llvm;

namespace tidy {
namespace {

bool wantsColours(Options::Colour Paint, const raw_ostream &OS) {
  if (Paint != Options::Colour::Auto)
    return Paint == Options::Colour::Always;
  StringRef NoColour = getenv("NO_COLOR") ? getenv("NO_COLOR") : "";
  return NoColour.empty() && OS.has_colors();
}

/// One file on its way: how it is compiled, then what it says. What crashes is
/// a failure like others.
struct Task {
  explicit Task(std::string Path) : Path(std::move(Path)) {}

  std::string Path;
  std::vector<Commands::Database> Ways;
  std::string Advice; ///< if a header is not found
  std::vector<Program> Programs;
  std::optional<std::string> Failure; ///< why there are none
  Timings Times;
  std::shared_future<void> Done; ///< not valid if it has failed before

  bool find(Commands &How, const Guard &Safe);
  void read(const CheckSetting &With, const Guard &Safe);

private:
  void fail(Error E) { Failure = toString(std::move(E)); }
  template <class T> void keep(Expected<T> Result, T &Into) {
    if (Result)
      Into = std::move(*Result);
    else
      fail(Result.takeError());
  }
};

bool Task::find(Commands &How, const Guard &Safe) {
  // A pipe would be read twice, and a terminal waited for.
  sys::fs::file_status Status;
  if (!sys::fs::status(Path, Status) && sys::fs::is_other(Status))
    Failure = "it is not a regular file";
  else if (Error E = Safe.run([&] { keep(How.of(Path), Ways); }))
    fail(std::move(E));
  Advice = How.adviceForHeaders(Path);
  return !Failure;
}

void Task::read(const CheckSetting &With, const Guard &Safe) {
  if (Error E =
          Safe.run([&] { keep(readFile(Path, Ways, With, Times), Programs); }))
    fail(std::move(E));
  if (Failure && StringRef(*Failure).contains("' file not found"))
    *Failure += "; " + Advice;
}

/// One invocation that checks files.
class Session {
public:
  Session(const Options &O, raw_ostream &Out, raw_ostream &Err)
      : O(O), Out(Out), Err(Err) {}

  ExitStatus run();

private:
  raw_ostream &error() {
    return WithColor::error(Err, "tensor-tidy", !wantsColours(O.Paint, Err));
  }
  ExitStatus wrongUse(Error E) {
    error() << toString(std::move(E)) << '\n';
    return WrongUse;
  }

  Error openCache();
  void useCache(Store Opened);
  void checkAll(Commands &How, CheckSetting With);
  Group::Steps steps(Commands &How, const CheckSetting &With);
  void takeFirst(std::deque<Task> &Tasks, Group &Files);
  void take(Task &T, Group &Files);
  void check(Group &Files);
  void take(CheckedGroup G);
  void fail(const std::string &Path, const std::string &Why);
  ExitStatus deliver(const Report &R);
  std::string print(const Report &R);
  void fix(const Report &R);
  ExitStatus status(const Report &R) const;

  const Options &O;
  raw_ostream &Out, &Err;
  Merger Findings;
  Tally Count;
  std::optional<Store> Cache;
  std::optional<Preambles> Headers;
  std::optional<ProgramCache> Kept;
  Timings Times;
  std::vector<std::pair<std::string, std::string>> Unchecked;
};

ExitStatus Session::run() {
  auto Rules = selectRules(O.Checks);
  if (!Rules)
    return wrongUse(Rules.takeError());
  auto M = loadModels(O.Models);
  if (!M) { // its lines are complete: file, line, column and what is wrong
    Err << toString(M.takeError()) << '\n';
    return WrongUse;
  }
  auto How = Commands::create(O);
  if (!How)
    return wrongUse(How.takeError());

  if (Error E = openCache())
    return wrongUse(std::move(E));
  if (O.Files.empty()) // it was --clear-cache alone
    return NothingFound;

  checkAll(*How, {*M,
                  *Rules,
                  {Headers ? &*Headers : nullptr, Kept ? &*Kept : nullptr,
                   O.AllBodies, /*Work=*/nullptr},
                  {/*Pool=*/nullptr,
                   /*KeepValues=*/O.Instead == Options::Dump::Shapes,
                   /*KeepSignatures=*/O.Instead == Options::Dump::Signatures,
                   O.ExpectedFailures, O.Implied}});
  if (O.Timings)
    Times.print(Err);
  if (O.Instead != Options::Dump::None)
    return Count.Failed ? SomethingUnread : NothingFound;
  Report R = Findings.finish();
  R.Unchecked = std::move(Unchecked);
  return deliver(R);
}

/// Without a folder that was asked for there is an error, without the one of
/// the system no cache.
Error Session::openCache() {
  if (O.NoCache)
    return Error::success();
  SmallString<128> Folder(O.CacheDirectory);
  if (Folder.empty() && sys::path::cache_directory(Folder))
    sys::path::append(Folder, "tensor-tidy");
  if (Folder.empty())
    return Error::success();
  auto Opened = Store::open(Folder);
  if (!Opened && O.CacheDirectory.empty() && !O.ClearCache) {
    consumeError(Opened.takeError());
    return Error::success();
  }
  if (!Opened)
    return createStringError(
        Twine(O.CacheDirectory.empty() ? "--clear-cache: " : "--cache-dir: ") +
        toString(Opened.takeError()));
  if (O.ClearCache)
    if (Error E = Opened->clear())
      return createStringError("--clear-cache: " + toString(std::move(E)));
  useCache(std::move(*Opened));
  return Error::success();
}

void Session::useCache(Store Opened) {
  Cache = std::move(Opened);
  if (O.AllBodies) // a preamble has none
    return;
  Headers.emplace(*Cache);
  if (std::optional<std::string> Models = identityOf(O.Models))
    Kept.emplace(*Cache, *Models);
}

/// Files in threads; what comes of them is taken in the order of the files.
void Session::checkAll(Commands &How, CheckSetting With) {
  Guard Safe;
  auto Threads = hardware_concurrency(
      jobsFor(O.Jobs, hardware_concurrency().compute_thread_count(),
              availableMemory()));
  DefaultThreadPool Pool(Threads);
  With.Analysing.Pool = &Pool;
  Group Files(Safe, steps(How, With), With.Analysing.KeepValues);
  std::deque<Task> Tasks;
  std::set<std::string> Seen;
  for (const std::string &Path : O.Files) {
    SmallString<128> Real;
    if (sys::fs::real_path(Path, Real))
      Real = Path;
    if (!Seen.insert(Real.str().str()).second)
      continue;
    Task &T = Tasks.emplace_back(Path);
    if (T.find(How, Safe))
      T.Done = Pool.async([&T, &With, &Safe] { T.read(With, Safe); });
    // What is done behind a slow file has to wait, but not without end.
    if (Tasks.size() > 32 * size_t(Threads.compute_thread_count()))
      takeFirst(Tasks, Files);
  }
  while (!Tasks.empty())
    takeFirst(Tasks, Files);
  check(Files);
  Times.PreamblesBuilt = Headers ? Headers->built() : 0;
  if (Cache)
    Cache->prune();
}

Group::Steps Session::steps(Commands &How, const CheckSetting &With) {
  return {
      [&](Program Code) { return checkProgram(std::move(Code), With, Times); },
      [&](StringRef Path) -> Expected<std::vector<Program>> {
        auto Ways = How.of(Path);
        if (!Ways)
          return Ways.takeError();
        return readFile(Path, *Ways, With, Times);
      }};
}

void Session::takeFirst(std::deque<Task> &Tasks, Group &Files) {
  if (Tasks.front().Done.valid())
    Tasks.front().Done.wait();
  take(Tasks.front(), Files);
  Tasks.pop_front();
}

void Session::take(Task &T, Group &Files) {
  Times += T.Times;
  if (T.Failure)
    return fail(T.Path, *T.Failure);
  ++Count.Checked;
  if (O.Instead == Options::Dump::Program)
    for (const Program &P : T.Programs)
      Out << printProgram(P);
  else
    Files.add(T.Path, std::move(T.Programs));
  if (Files.isFull())
    check(Files);
}

void Session::fail(const std::string &Path, const std::string &Why) {
  ++Count.Failed;
  error() << "cannot check '" << Path << "': " << Why << '\n';
  Unchecked.push_back({Path, Why});
}

void Session::check(Group &Files) {
  Group::Result Result = Files.check();
  if (!Result.Apart.empty())
    WithColor::warning(Err, "tensor-tidy", !wantsColours(O.Paint, Err))
        << "calls from one file to another are not followed: " << Result.Apart
        << '\n';
  for (const auto &[Path, Why] : Result.Failed) {
    --Count.Checked;
    fail(Path, Why);
  }
  for (CheckedGroup &G : Result.Checked)
    take(std::move(G));
}

void Session::take(CheckedGroup G) {
  if (O.Instead == Options::Dump::Signatures)
    return printSignatures(G.All.Code, G.All.Shapes, Out);
  if (O.Instead != Options::Dump::Shapes)
    return Findings.add(G.All.Code, G.All.Shapes, std::move(G.All.Findings));
  for (auto [P, Of] : zip_equal(G.Units, G.Of))
    printShapes(P, shapesOf(G.All.Shapes, Of), Out);
}

std::string Session::print(const Report &R) {
  std::string Text;
  raw_string_ostream OS(Text);
  if (O.As == Options::Format::Json)
    writeJson(R, OS);
  else
    renderText(R, OS, wantsColours(O.Paint, Out));
  return Text;
}

/// The findings show the files as they were; no reader who stops early (`|
/// head`) keeps the edits from being written.
ExitStatus Session::deliver(const Report &R) {
  std::string Text = print(R);
  if (O.Fix)
    fix(R);
  Out << Text;
  Out.flush();
  if (O.As == Options::Format::Text || O.Fix)
    Err << summary(R, Count) << '\n';
  return status(R);
}

void Session::fix(const Report &R) {
  ApplyResult Result = applySafeFixes(R);
  Count.Fixed = Result.Applied;
  for (const std::string &Reason : Result.Refused)
    error() << "not fixed: " << Reason << '\n';
}

ExitStatus Session::status(const Report &R) const {
  size_t Remarks =
      count_if(R.Findings, [](auto &F) { return F.Severity == Level::Remark; });
  if (R.Findings.size() - Remarks > Count.Fixed.value_or(0))
    return FindingsLeft;
  return Count.Failed ? SomethingUnread : NothingFound;
}

void listRules(ArrayRef<const Rule *> Rules, raw_ostream &OS) {
  size_t Width = 0;
  for (const Rule *R : Rules)
    Width = std::max(Width, R->Name.size());
  for (const Rule *R : Rules)
    OS << left_justify(R->Name, Width) << "  " << R->summary() << '\n';
}

void printVersion(raw_ostream &OS) {
  OS << "tensor-tidy " << TENSOR_TIDY_VERSION << " (LLVM "
     << LLVM_VERSION_STRING << ")\n";
}

/// Options that print something and are done.
Error inform(const Options &O, raw_ostream &OS) {
  if (O.What == Options::Action::Help) {
    printHelp(OS);
  } else if (O.What == Options::Action::Version) {
    printVersion(OS);
  } else if (O.What == Options::Action::ListChecks) {
    auto Rules = selectRules(O.Checks);
    if (!Rules)
      return Rules.takeError();
    listRules(*Rules, OS);
  } else {
    auto R = ruleNamed(O.Rule);
    if (!R)
      return R.takeError();
    bool Coloured = wantsColours(O.Paint, OS);
    if (Coloured || OS.is_displayed())
      printPage((*R)->Page, Coloured, OS);
    else // for other programs, as it is
      OS << (*R)->Page;
  }
  return Error::success();
}

} // namespace

ExitStatus run(ArrayRef<const char *> Args, raw_ostream &Out,
               raw_ostream &Err) {
  auto O = parseOptions(Args);
  Error Wrong = O ? Error::success() : O.takeError();
  if (!Wrong) {
    if (O->What == Options::Action::Check)
      return Session(*O, Out, Err).run();
    Wrong = inform(*O, Out);
  }
  if (!Wrong)
    return NothingFound;
  WithColor::error(Err, "tensor-tidy") << toString(std::move(Wrong)) << '\n';
  return WrongUse;
}

} // namespace tidy
