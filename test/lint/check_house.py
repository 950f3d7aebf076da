"""The rules of the house that a program can check: sizes, who includes whom, rules with their pages, formatting.

usage: check_house.py ROOT

Prints 'FILE[:LINE]: what is wrong [check]' sorted, a line a violation, and ends with 1 when there was one. Looks at the
files git knows or would add, at all files where there is no repository. The reasons are in docs/design.md.
"""

import os
import re
import subprocess
import sys

MAX_SOURCE, MAX_HEADER, MAX_RULE, MAX_README, MAX_FUNCTION = 400, 150, 150, 120, 40
CODE_FOLDERS = ("tool/", "rules/", "runtime/")

# Which folders' headers a folder may include, besides its own.
MAY_INCLUDE = {
    "shape": [],
    "cache": [],
    "thread": [],
    "sig": ["shape"],
    "ir": ["sig", "shape"],
    "flow": ["thread", "ir", "sig", "shape"],
    "finding": ["ir", "sig", "shape"],
    "rules": ["finding", "flow", "ir", "sig", "shape"],
    "report": ["finding", "flow", "ir", "sig", "shape"],  # flow for --dump=shapes
    "frontend": ["cache", "finding", "ir", "sig", "shape"],
}
MAY_INCLUDE["driver"] = list(MAY_INCLUDE)
MAY_INCLUDE["main"] = list(MAY_INCLUDE)
FOREIGN = ("llvm", "llvm-c", "clang", "clang-c", "gtest", "gmock")
CLANG_FOLDERS = ("frontend", "driver", "main")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
RULE_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
RULE_LINE = re.compile(r'[(",]\s*([a-z0-9]+(?:-[a-z0-9]+)+)\s*[",)]')
# In formatted code: from a line that begins with a name or type to the one that closes its brace.
FUNCTION = re.compile(r"^((?:  )?)(?!(?:class|struct|namespace|enum|union|extern|using|public|private|protected)\b)[A-Za-z_~][^;{}#]*?\)[^;{}()]*\{\n(?:.*\n)*?\1\}", re.M)
MACHINE_PATH = re.compile(r"(?<![\w.$})/-])/(?:work|root|home|Users)/\w")
ADDRESS = re.compile(r"\bhttps?://|\bftp://")
WITHOUT_ADDRESSES = re.compile(r"(scripts|\.ci|test/scripts)/|(.*/)?CMakeLists\.txt$|.*\.cmake$")


def list_files(root):
    command = ["git", "-C", root, "ls-files", "-co", "--exclude-standard"]
    if os.path.exists(os.path.join(root, ".git")):
        names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    else:
        names = [os.path.relpath(os.path.join(at, name), root) for at, _, files in os.walk(root) for name in files]
        names = [name for name in names if not name.startswith("build")]
    return sorted(name for name in set(names) if os.path.isfile(os.path.join(root, name)))


def read_texts(root, names):
    """Contents by name, of the files that are UTF-8 text."""
    texts = {}
    for name in names:
        try:
            with open(os.path.join(root, name), encoding="utf-8") as file:
                texts[name] = file.read()
        except UnicodeDecodeError:
            pass
    return texts


def is_code(name):
    return name.startswith(CODE_FOLDERS) and name.endswith((".cpp", ".h")) and "/Inputs/" not in name


def rules_with(suffix, texts):
    """Names of the rules that have a file with the suffix. What all rules share is named LikeThis, and is none."""
    matches = (re.fullmatch(r"rules/([^A-Z/][^/]*)" + re.escape(suffix), name) for name in texts)
    return {match[1] for match in matches if match}


def is_rule(name):
    return bool(rules_with(".cpp", [name]))


def folder_of(name):
    """'tool/sig/Parse.cpp' is in 'sig', 'tool/main.cpp' in 'main', 'rules/x.cpp' in 'rules'."""
    parts = name.split("/")
    return parts[0] if parts[0] != "tool" else parts[1] if len(parts) > 2 else "main"


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def includes(text):
    for match in INCLUDE.finditer(text):
        yield line_of(text, match.start()), match[1], match[2]


def check_sizes(texts):
    for name, text in texts.items():
        limit = None
        if name == "README.md":
            limit = MAX_README
        elif is_code(name):
            limit = MAX_RULE if is_rule(name) else MAX_HEADER if name.endswith(".h") else MAX_SOURCE
        lines = len(text.splitlines())
        if limit and lines > limit:
            yield name, None, f"{lines} lines, at most {limit}", "size"


def check_functions(texts):
    """Tables are exempt: they have no parameter list."""
    for name, text in texts.items():
        if not is_code(name) or name.endswith("_test.cpp"):
            continue
        for match in FUNCTION.finditer(text):
            lines = match[0].count("\n") + 1
            if lines > MAX_FUNCTION:
                yield name, line_of(text, match.start()), f"a function of {lines} lines, at most {MAX_FUNCTION}", "size"


def check_layers(texts):
    for name, text in texts.items():
        if not is_code(name) or name.startswith("runtime/"):
            continue
        folder = folder_of(name)
        if folder not in MAY_INCLUDE:
            yield name, None, f"'{folder}' has no place in the order of the folders", "layering"
            continue
        for line, quote, path in includes(text):
            first, slash, _ = path.partition("/")
            if first in MAY_INCLUDE and slash:
                if first != folder and first not in MAY_INCLUDE[folder]:
                    yield name, line, f"'{folder}' may not include '{path}'", "layering"
            elif quote == '"' and path.endswith(".h") and first not in FOREIGN:
                yield name, line, f"write '{path}' as it is under tool/, such as 'shape/Dim.h'", "layering"


def check_rule_includes(texts):
    rules = rules_with(".cpp", texts)
    for name in filter(is_rule, texts):
        for line, _, path in includes(texts[name]):
            if re.sub(r"\.\w+$", "", path.removeprefix("rules/")) in rules:
                yield name, line, f"a rule may not include the rule '{path}'", "layering"


def check_clang(texts):
    for name, text in texts.items():
        if not is_code(name) or folder_of(name) in CLANG_FOLDERS:
            continue
        for line, _, path in includes(text):
            if path.startswith(("clang/", "clang-c/", "clang-tidy/")):
                yield name, line, f"'{path}': Clang's headers belong in frontend and driver", "clang"


def check_runtime(texts):
    for name, text in texts.items():
        if not name.startswith("runtime/") or not is_code(name):
            continue
        for line, _, path in includes(text):
            first, slash, _ = path.partition("/")
            if slash and (first in MAY_INCLUDE or first in ("tool", "llvm", "clang")):
                yield name, line, f"the runtime may not include '{path}'", "runtime"


def check_rules(texts):
    """Every rule is a source, a page and a line in rules.def, all named alike."""
    table = re.sub(r"//.*", "", texts.get("rules/rules.def", ""))
    listed = set(RULE_LINE.findall(table))
    sources, pages = rules_with(".cpp", texts), rules_with(".md", texts)
    for rule in sorted(sources | pages | listed):
        if not RULE_ID.fullmatch(rule):
            yield f"rules/{rule}.cpp", None, "a rule's file is named as the rule, in-kebab-case", "rule"
            continue
        if rule not in sources:
            yield f"rules/{rule}.cpp", None, "missing; the rule has a page or a line in rules.def", "rule"
        if rule not in pages:
            yield f"rules/{rule}.md", None, "missing; every rule has a page", "rule"
        if rule not in listed:
            yield "rules/rules.def", None, f"no line for '{rule}'", "rule"


def check_paths(texts):
    for name, text in texts.items():
        for match in MACHINE_PATH.finditer(text):
            yield name, line_of(text, match.start()), f"a path of one machine: '{match[0]}...'", "machine"
        for match in ADDRESS.finditer(text) if WITHOUT_ADDRESSES.match(name) else ():
            what = "an address; what is installed comes from apt's own sources"
            yield name, line_of(text, match.start()), what, "machine"


def check_format(root, texts):
    names = [name for name in texts if is_code(name)]
    if not names:
        return
    command = ["clang-format", "--dry-run", "-Werror", "--style=file", *names]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True)
    wrong = re.findall(r"^(.+?):(\d+):\d+: error: code should be clang-formatted", run.stderr, re.M)
    for name, line in {name: line for name, line in reversed(wrong)}.items():
        yield name, int(line), "run clang-format-22 -i on it", "format"
    if run.returncode and not wrong:
        yield ".clang-format", None, f"clang-format failed: {run.stderr.strip()}", "format"


def main(root):
    texts = read_texts(root, list_files(root))
    checks = (check_sizes, check_functions, check_layers, check_rule_includes, check_clang, check_runtime, check_rules, check_paths)
    violations = [violation for check in checks for violation in check(texts)] + list(check_format(root, texts))
    violations.sort(key=lambda violation: (violation[0], violation[1] or 0, violation[2]))
    for name, line, what, check in violations:
        print(f"{name}{f':{line}' if line else ''}: {what} [{check}]")
    if not any(is_code(name) for name in texts):
        print(f"{root}: no code to check [files]")
        return 1
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
