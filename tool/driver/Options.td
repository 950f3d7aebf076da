// The command line. Every option that takes a value takes it as --name=value
// and as --name value; one dash does as well as two, as in Clang's own tools.
include "llvm/Option/OptParser.td"

multiclass Value<string name, OptionGroup group, string value,
                 string help> {
  def NAME : Joined<["--", "-"], name#"=">, Group<group>, MetaVarName<value>,
             HelpText<help>;
  def NAME#_separate : Separate<["--", "-"], name>, Group<group>,
                       Alias<!cast<Option>(NAME)>;
}

class F<string name, OptionGroup group, string help>
    : Flag<["--", "-"], name>, Group<group>, HelpText<help>;

def CheckGroup : OptionGroup<"checking">, HelpText<"CHECKING">;
def CacheGroup : OptionGroup<"cache">, HelpText<"CACHE">;
def OutputGroup : OptionGroup<"output">, HelpText<"OUTPUT">;
def InfoGroup : OptionGroup<"information">, HelpText<"INFORMATION">;

def p : Separate<["-"], "p">, Group<CheckGroup>, MetaVarName<"<dir>">,
        HelpText<"Read compile_commands.json from <dir>">;
def p_joined : Joined<["-"], "p=">, Group<CheckGroup>, Alias<p>;
defm checks : Value<"checks", CheckGroup, "<globs>",
  "Rules to check: globs, by commas; '-' removes (default: *)">;
defm model : Value<"model", CheckGroup, "<file>",
  "Read one more .sig file of ops and library models">;
def all_bodies : Flag<["--"], "all-bodies">, Group<CheckGroup>,
  Flags<[HelpHidden]>,
  HelpText<"Parse all function bodies, for comparison: finds the same">;
def j : JoinedOrSeparate<["-"], "j">, Group<CheckGroup>, MetaVarName<"<n>">,
        HelpText<"Files to check at a time (default: one a core)">;
def expected_failures : F<"expected-failures", CheckGroup,
  "Tell also of what is meant to fail, as in EXPECT_THROW">;
def implied : F<"implied", CheckGroup,
  "Tell also of differently named sizes that have to be equal">;
def fix : F<"fix", CheckGroup,
  "Write the safe fixes into the files">;

defm cache_dir : Value<"cache-dir", CacheGroup, "<dir>",
  "Keep the cache in <dir>">;
def no_cache : F<"no-cache", CacheGroup, "Neither read nor write the cache">;
def clear_cache : F<"clear-cache", CacheGroup,
  "Empty the cache first; no file need be given">;

defm format : Value<"format", OutputGroup, "text|json",
  "How to print findings (default: text)">;
defm dump_what : Value<"dump", OutputGroup, "program|shapes|signatures",
  "Print the lowered program, all shapes, or signatures">;
def timings : F<"timings", OutputGroup,
  "Say on stderr what was parsed, and how long it took">;
def color_joined : Joined<["--", "-"], "color=">, Group<OutputGroup>,
  MetaVarName<"<when>">,
  HelpText<"Colours: auto (default), always or never">;
def color : Flag<["--", "-"], "color">, Group<OutputGroup>,
            Alias<color_joined>, AliasArgs<["always"]>;

def list_checks : F<"list-checks", InfoGroup, "List the rules and exit">;
defm explain : Value<"explain", InfoGroup, "<rule>",
  "Print the page of a rule and exit">;
def version : F<"version", InfoGroup, "Print the version and exit">;
def help : F<"help", InfoGroup, "Print this and exit">;
def h : Flag<["-"], "h">, Group<InfoGroup>, Alias<help>;
