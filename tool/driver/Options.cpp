//===- Options.cpp - The command line -------------------------------------===//
#include "driver/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Option/Option.h"

using namespace llvm;
using namespace llvm::opt;

namespace tidy {
namespace {

enum Id {
  OPT_INVALID = 0,
#define OPTION(...) LLVM_MAKE_OPT_ID(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

#define OPTTABLE_STR_TABLE_CODE
#include "Options.inc"
#undef OPTTABLE_STR_TABLE_CODE
#define OPTTABLE_PREFIXES_TABLE_CODE
#include "Options.inc"
#undef OPTTABLE_PREFIXES_TABLE_CODE

constexpr OptTable::Info Infos[] = {
#define OPTION(...) LLVM_CONSTRUCT_OPT_INFO(__VA_ARGS__),
#include "Options.inc"
#undef OPTION
};

class Table : public GenericOptTable {
public:
  Table() : GenericOptTable(OptionStrTable, OptionPrefixesTable, Infos) {}
};

Error wrongUse(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// `auto, always or never`
template <class T>
std::string alternatives(ArrayRef<std::pair<StringRef, T>> Words) {
  return join(make_first_range(Words.drop_back()), ", ") + " or " +
         Words.back().first.str();
}

/// One of several words as a value.
template <class T>
Error choose(const InputArgList &Args, Id Option, const char *Name,
             ArrayRef<std::pair<StringRef, T>> Words, T &Into) {
  const Arg *Given = Args.getLastArg(Option);
  if (!Given)
    return Error::success();
  StringRef Value = Given->getValue();
  auto It = find_if(Words, [&](auto &Word) { return Word.first == Value; });
  if (It == Words.end())
    return wrongUse("--" + Twine(Name) + " takes " + alternatives(Words) +
                    ", not '" + Value + "'");
  Into = It->second;
  return Error::success();
}

Error chooseJobs(const InputArgList &Args, Options &Into) {
  const Arg *A = Args.getLastArg(OPT_j);
  unsigned Jobs = 0;
  if (!A)
    return Error::success();
  if (StringRef(A->getValue()).getAsInteger(10, Jobs) || Jobs == 0)
    return wrongUse("-j takes a number of files from 1, not '" +
                    Twine(A->getValue()) + "'");
  Into.Jobs = Jobs;
  return Error::success();
}

Error chooseAll(const InputArgList &Args, Options &Into) {
  using Format = Options::Format;
  using Dump = Options::Dump;
  using Colour = Options::Colour;
  if (Error E = chooseJobs(Args, Into))
    return E;
  if (Error E = choose<Format>(Args, OPT_format, "format",
                               {{"text", Format::Text}, {"json", Format::Json}},
                               Into.As))
    return E;
  if (Error E = choose<Dump>(Args, OPT_dump_what, "dump",
                             {{"program", Dump::Program},
                              {"shapes", Dump::Shapes},
                              {"signatures", Dump::Signatures}},
                             Into.Instead))
    return E;
  return choose<Colour>(Args, OPT_color_joined, "color",
                        {{"auto", Colour::Auto},
                         {"always", Colour::Always},
                         {"never", Colour::Never}},
                        Into.Paint);
}

/// What stands in the arguments that the table does not know.
Error checkKnown(const Table &T, const InputArgList &Args) {
  for (const Arg *A : Args.filtered(OPT_UNKNOWN)) {
    std::string Given = A->getAsString(Args), Nearest;
    unsigned Distance = T.findNearest(Given, Nearest, Visibility(), 3);
    StringRef Name = StringRef(Given).split('=').first;
    size_t Length = Name.ltrim('-').size();
    bool Near = Distance <= (Length < 3 ? 1 : std::max<size_t>(2, Length / 3));
    bool IsCompilers = Given.starts_with("-std=") || Given.starts_with("-I") ||
                       Given.starts_with("-D") || Given.starts_with("-isystem");
    return wrongUse("unknown option '" + Given + "'" +
                    (Near          ? " (did you mean '" + Nearest + "'?)"
                     : IsCompilers ? "; flags of the compiler stand behind --"
                                   : ""));
  }
  return Error::success();
}

Options::Action actionOf(const InputArgList &Args) {
  return Args.hasArg(OPT_help)          ? Options::Action::Help
         : Args.hasArg(OPT_version)     ? Options::Action::Version
         : Args.hasArg(OPT_list_checks) ? Options::Action::ListChecks
         : Args.hasArg(OPT_explain)     ? Options::Action::Explain
                                        : Options::Action::Check;
}

/// What cannot be meant together, and what is missing.
Error checkTogether(const Options &O) {
  if (O.Flags && !O.CompileDirectory.empty())
    return wrongUse("-p and flags behind '--' both say how to compile: give "
                    "one of them");
  if (O.Instead != Options::Dump::None && O.Fix)
    return wrongUse("--dump and --fix cannot go together");
  if (O.Instead != Options::Dump::None && O.As == Options::Format::Json)
    return wrongUse("--dump prints text: leave out --format=json");
  if (is_contained(O.Files, "-"))
    return wrongUse("standard input cannot be checked: name a file");
  if (O.NoCache && (O.ClearCache || !O.CacheDirectory.empty()))
    return wrongUse("--no-cache cannot go together with --cache-dir or "
                    "--clear-cache");
  if (O.Files.empty() && !O.ClearCache)
    return wrongUse("no file given\nusage: tensor-tidy [options] FILE... "
                    "[-- FLAGS]     (more with --help)");
  return Error::success();
}

} // namespace

Expected<Options> parseOptions(ArrayRef<const char *> Args) {
  Options O;
  auto Dashes =
      find_if(Args, [](const char *A) { return StringRef(A) == "--"; });
  if (Dashes != Args.end())
    O.Flags.emplace(Dashes + 1, Args.end());
  Table T;
  unsigned MissingIndex = 0, MissingCount = 0;
  InputArgList Parsed =
      T.ParseArgs(ArrayRef(Args.begin(), Dashes), MissingIndex, MissingCount);
  if (Error E = checkKnown(T, Parsed))
    return std::move(E);
  if (MissingCount)
    return wrongUse(StringRef(Parsed.getArgString(MissingIndex)) +
                    " needs a value");
  for (const Arg *A : Parsed)
    if (A->getNumValues() && !*A->getValue())
      return wrongUse(A->getSpelling().rtrim('=') + " has an empty value");

  O.What = actionOf(Parsed);
  O.Fix = Parsed.hasArg(OPT_fix);
  O.ExpectedFailures = Parsed.hasArg(OPT_expected_failures);
  O.Implied = Parsed.hasArg(OPT_implied);
  O.NoCache = Parsed.hasArg(OPT_no_cache);
  O.ClearCache = Parsed.hasArg(OPT_clear_cache);
  O.Timings = Parsed.hasArg(OPT_timings);
  O.AllBodies = Parsed.hasArg(OPT_all_bodies);
  O.CacheDirectory = Parsed.getLastArgValue(OPT_cache_dir);
  O.Rule = Parsed.getLastArgValue(OPT_explain);
  O.Checks = join(Parsed.getAllArgValues(OPT_checks), ",");
  O.CompileDirectory = Parsed.getLastArgValue(OPT_p);
  O.Models = Parsed.getAllArgValues(OPT_model);
  O.Files = Parsed.getAllArgValues(OPT_INPUT);
  if (Error E = chooseAll(Parsed, O))
    return std::move(E);
  if (O.What == Options::Action::Check)
    if (Error E = checkTogether(O))
      return std::move(E);
  return O;
}

std::string didYouMean(StringRef Given, ArrayRef<StringRef> Known) {
  size_t Best = std::max<size_t>(2, Given.size() / 3) + 1;
  StringRef Nearest;
  for (StringRef Name : Known)
    if (size_t Distance = Given.edit_distance(Name); Distance < Best) {
      Best = Distance;
      Nearest = Name;
    }
  return Nearest.empty() ? "" : (" (did you mean '" + Nearest + "'?)").str();
}

void printHelp(raw_ostream &OS) {
  Table().printHelp(OS, "tensor-tidy [options] FILE... [-- COMPILER FLAGS]",
                    "finds tensor shapes that cannot work in C++ code");
  OS << "\nEXIT STATUS:\n"
        "  0  nothing found; with --fix, everything found was fixed\n"
        "  1  findings; with --fix, findings that are left\n"
        "  2  wrong use, or a model file is broken\n"
        "  3  nothing found, but a file could not be checked\n";
}

} // namespace tidy
