#!/usr/bin/env python3
"""Tries what the documents say.

  check_docs.py console ROOT BUILD FILE   runs every command of its ```console blocks and compares what it prints
  check_docs.py page ROOT BUILD FILE      a rule's page: its sections, and its ```cpp blocks, checked, compiled and run
  check_docs.py names ROOT BUILD FILE     files that it links to are there, options of the tool are in its --help

Exit status 1, with each difference on stderr, if anything is not as written.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
SECTIONS = ["What", "Why", "Example", "Fix"]


def run(command, folder, **options):
    return subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)


def workplace(root, build):
    """A folder that looks like the top of the repository after a build."""
    folder = tempfile.TemporaryDirectory()
    for name in ("docs", "runtime", "rules"):
        os.symlink(os.path.join(root, name), os.path.join(folder.name, name))
    os.symlink(build, os.path.join(folder.name, "build"))
    return folder


def commands(block):
    """Pairs of a command and what is printed below it."""
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def check_console(root, build, text):
    environment = dict(os.environ, PATH=os.path.join(build, "bin") + os.pathsep + os.environ["PATH"])
    count = 0
    with workplace(root, build) as folder:
        for kind, block in FENCE.findall(text):
            if kind != "console":
                continue
            for command, wanted in commands(block):
                count += 1
                got = run(["bash", "-c", command], folder, env=environment).stdout
                if got != wanted:
                    yield f"$ {command}\nwritten:\n{wanted}printed:\n{got}"
    if not count:
        yield "no ```console block with a command"


def check_names(root, build, path, text):
    for link in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in link and not os.path.exists(os.path.join(os.path.dirname(path), link)):
            yield f"there is no {link}"
    known = run([os.path.join(build, "bin", "tensor-tidy"), "--help"], root).stdout
    for line in text.splitlines():
        command = re.search(r"tensor-tidy (-[^`]*)", line)
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", command[1].split(" -- ")[0]) if command else ():
            if not re.search(rf"{option}\b", known):
                yield f"the tool has no option {option}"


class Page:
    """One rule's page and the checker that it is tried with."""

    def __init__(self, root, build, path, text):
        self.rule = os.path.splitext(os.path.basename(path))[0]
        self.root, self.build, self.text = root, build, text
        self.options = [option for option in ("--implied",) if f"`{option}`" in text]
        self.flags = ["-std=c++20", f"-I{root}/runtime/include"]
        self.blocks = [(kind.split()[1], code) for kind, code in FENCE.findall(text) if kind.startswith("cpp ")]

    def check(self):
        yield from self.check_form()
        with tempfile.TemporaryDirectory() as folder:
            for kind, code in self.blocks:
                yield from self.check_block(kind, code, folder)

    def check_form(self):
        if not self.text.startswith(f"# {self.rule}\n"):
            yield f"the title is not '# {self.rule}'"
        if re.findall(r"^## (.*)$", self.text, re.M) != SECTIONS:
            yield f"the sections are not {', '.join(SECTIONS)}"
        kinds = [kind for kind, _ in self.blocks]
        if not kinds or kinds[0] != "bad" or len(kinds) < 2:
            yield "there is no ```cpp bad block followed by a good or fixed one"
        for number, line in enumerate(self.text.splitlines(), 1):
            if len(line) > 100:
                yield f"line {number} is longer than 100 columns"

    def findings(self, folder, *options):
        tool = os.path.join(self.build, "bin", "tensor-tidy")
        done = subprocess.run([tool, "--format=json", *options, "page.cpp", "--", *self.flags], cwd=folder, text=True,
                              capture_output=True)
        return [(found["rule"], found["level"]) for found in json.loads(done.stdout)["findings"]]

    def check_block(self, kind, code, folder):
        source = os.path.join(folder, "page.cpp")
        with open(source, "w", encoding="utf-8") as file:
            file.write(code)
        wanted = [self.rule] if kind == "bad" else []
        found = self.findings(folder, *self.options)
        got = [rule for rule, _ in found]
        throws = kind == "bad" and not (found and all(level != "error" for _, level in found))
        if got != wanted:
            yield f"the {kind} block gives {got}, not {wanted}"
        compiler = ["clang++-22", "-w", *self.flags, "page.cpp", f"{self.build}/runtime/libtensor_tidy.a", "-o", "page"]
        built = run(compiler, folder)
        if built.returncode:
            yield f"the {kind} block does not compile:\n{built.stdout}"
            return
        ran = run(["./page"], folder)
        if throws and "tensor_tidy::ShapeError" not in ran.stdout:
            yield "the bad block does not throw a ShapeError when it is run"
        elif not throws and ran.returncode:
            yield f"the {kind} block fails when it is run"
        fixed = dict(self.blocks).get("fixed")
        if kind == "bad" and fixed:
            self.findings(folder, "--fix")
            with open(source, encoding="utf-8") as file:
                if file.read() != fixed:
                    yield "--fix on the bad block does not give the fixed one"


def main(what, root, build, path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if what == "console":
        problems = list(check_console(root, build, text))
    elif what == "names":
        problems = list(check_names(root, build, path, text))
    else:
        problems = list(Page(root, build, path, text).check())
    for problem in problems:
        print(f"{path}: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
