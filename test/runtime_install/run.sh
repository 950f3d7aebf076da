#!/usr/bin/env bash
# Installs the runtime from a build directory, moves the installed tree, and
# builds and runs the consumer beside this script against it: with the compiler
# of the build, and with g++ where there is one.
#
#   test/runtime_install/run.sh BUILD_DIR
set -euo pipefail

if [[ $# -ne 1 || ! -f $1/CMakeCache.txt ]]; then
  echo "usage: run.sh BUILD_DIR, a configured build of tensor-tidy" >&2
  exit 2
fi
build=$(realpath "$1")
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cmake --build "$build" --target tensor_tidy -j1 >"$scratch/log" ||
  { cat "$scratch/log" >&2; exit 1; }
cmake --install "$build" --prefix "$scratch/first" --component runtime \
  >"$scratch/log"
mv "$scratch/first" "$scratch/moved" # What is installed must be relocatable.

try_compiler() {
  local out=$scratch/$(basename "$1")
  cmake -S "$here" -B "$out" -DCMAKE_CXX_COMPILER="$1" \
    -DCMAKE_PREFIX_PATH="$scratch/moved" >"$scratch/log" &&
    cmake --build "$out" -j1 >>"$scratch/log" ||
    { cat "$scratch/log" >&2; return 1; }
  "$out/consumer" | diff "$here/expected.txt" -
  echo "consumer built with $(basename "$1"): ok"
}

compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$build/CMakeCache.txt")
try_compiler "$compiler"
gcc=$(command -v g++ || true)
if [[ -n $gcc && $gcc != "$compiler" ]]; then
  try_compiler "$gcc"
fi
