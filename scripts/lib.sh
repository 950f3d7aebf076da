# What scripts/setup, scripts/demo and scripts/test share: messages, steps that say how long they took, and the
# build. Sourced by bash. TENSOR_TIDY_BUILD names another build directory than build/, TENSOR_TIDY_CMAKE_FLAGS adds
# to the configuration.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=${TENSOR_TIDY_BUILD:-$ROOT/build}
CLANGXX=clang++-22

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then BOLD=$'\e[1m' PLAIN=$'\e[0m'; else BOLD='' PLAIN=''; fi

# say LINE...: a line of our own between the tools' output.
say() { printf '%s==> %s%s\n' "$BOLD" "$*" "$PLAIN"; }

# fail LINE...: the reason on stderr, a line an argument, and exit status 1.
fail() {
  printf 'error: %s\n' "$1" >&2
  shift
  [[ $# == 0 ]] || printf '  %s\n' "$@" >&2
  exit 1
}

# usage FILE: the comment at the head of a script, and the end.
usage() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$1"
  exit 0
}

# step TITLE COMMAND...: runs the command and says how long it took.
step() {
  local title=$1 begin=$SECONDS
  shift
  say "$title"
  "$@" || fail "failed: $title" "command: $*"
  say "$title: $((SECONDS - begin)) s"
}

# memory_mib: what this process may still use; a container's limit counts too.
memory_mib() {
  local available limit
  available=$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null)
  limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
  available=${available:-2048}
  if [[ $limit =~ ^[0-9]+$ ]] && ((limit / 1048576 < available)); then available=$((limit / 1048576)); fi
  echo "$available"
}

# job_count: one a core, each with about 2 GiB; at least one.
job_count() {
  local cores by_memory
  cores=$(nproc)
  by_memory=$(($(memory_mib) / 2048))
  ((by_memory >= 1)) || by_memory=1
  echo $((cores < by_memory ? cores : by_memory))
}

configure() {
  cmake -S "$ROOT" -B "$BUILD" -G Ninja -DCMAKE_CXX_COMPILER="$CLANGXX" --log-level=WARNING \
    -DTENSOR_TIDY_BUILD_TOOL=ON -DTENSOR_TIDY_BUILD_TESTS=ON ${TENSOR_TIDY_CMAKE_FLAGS:-}
}

# build [TARGET...]: configures and builds the targets, everything when none is named. Ninja prints the progress.
build() {
  step "configuring" configure
  step "building with $(job_count) jobs" cmake --build "$BUILD" --parallel "$(job_count)" ${1:+--target "$@"}
}
