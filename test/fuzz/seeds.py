"""Makes the seeds of both fuzzers from what the tests and the rules hold anyway.

usage: seeds.py ROOT TENSOR_TIDY INTO

INTO/notation gets the lines of the .sig files, INTO/program the program of each function of some tests.
"""

import pathlib
import re
import subprocess
import sys


def notation(root, into):
    """A signature with its examples, or a line of a library."""
    for file in sorted((root / "rules").rglob("*.sig")):
        text = re.sub(r"^\s*#.*\n", "", file.read_text(encoding="utf-8"), flags=re.M)
        for number, piece in enumerate(re.split(r"\n(?=\S)", text)):
            if piece.strip():
                (into / f"{file.stem}-{number}").write_text(piece + "\n", encoding="utf-8")


def programs(root, tool, into):
    for file in sorted((root / "test" / "flow").glob("*-c*.cpp")):
        if "-torch" in file.name:
            continue
        command = [tool, "--no-cache", "--dump=program", str(file), "--", "-std=c++20", f"-I{root}/runtime/include"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        text = re.sub(r"^file .*\n", "", text, flags=re.M)
        text = re.sub(r"( name)? @\d+:\d+\+\d+", "", text)
        for number, piece in enumerate(re.split(r"\n(?=function )", text)):
            (into / f"{file.stem}-{number}").write_text(piece, encoding="utf-8")


def main(root, tool, into):
    for name in ("notation", "program"):
        (pathlib.Path(into) / name).mkdir(parents=True)
    notation(pathlib.Path(root), pathlib.Path(into) / "notation")
    programs(pathlib.Path(root), tool, pathlib.Path(into) / "program")


if __name__ == "__main__":
    main(*sys.argv[1:])
