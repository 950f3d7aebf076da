# lit's view of test/: every file with one of the suffixes below is a test and needs a RUN line. What tests read but
# are not stands in a directory named Inputs. Substitutions, besides lit's own:
#
#   %tensor-tidy    the checker             %clangxx      the compiler the project is built with
#   %torch-flags    to compile (or check) against libtorch; such tests say 'REQUIRES: torch'
#   %torch-pch      its precompiled header: saves 10 s where a test really compiles, at -O0
#   %torch-libs     to link with libtorch
#   %runtime-flags  to compile (or check) against our own runtime
#   %libruntime     its static library      %root         the repository      %build      the build directory
#   %python         Python 3
#   %without-checks a filter: a --dump=shapes prints the source too, whose own CHECK comments must not be found
#
# FileCheck, not, count and split-file are on the PATH, as is clang-format.

import os
import sys

import lit.formats

config.name = "tensor-tidy"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".test", ".sig", ".tt"]
config.excludes = ["Inputs", "runtime_install"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.build_root, "test")

lit_config.maxIndividualTestTime = 120

torch_flags = torch_pch = torch_libs = ""
if config.torch_include_dir:
    config.available_features.add("torch")
    torch_flags = f"-std=c++17 -isystem {config.torch_include_dir}"
    torch_pch = f"-include-pch {config.torch_pch}"
    torch_libs = "-ltorch -ltorch_cpu -lc10"

if config.fuzzer_runtime:
    config.available_features.add("fuzzer")

config.substitutions += [
    ("%without-checks", r"sed -e 's@// CHECK.*\(  // \)@\1@' -e 's@// CHECK.*@@'"),
    ("%tensor-tidy", os.path.join(config.build_root, "bin", "tensor-tidy")),
    ("%clangxx", config.clangxx),
    ("%torch-flags", torch_flags),
    ("%torch-pch", torch_pch),
    ("%torch-libs", torch_libs),
    ("%runtime-flags", f"-std=c++20 -I{config.source_root}/runtime/include"),
    ("%libruntime", config.runtime_library),
    ("%root", config.source_root),
    ("%build", config.build_root),
    ("%python", sys.executable),
]

config.environment["PATH"] = os.pathsep.join([config.llvm_tools_dir, os.environ["PATH"]])
# Tests share preambles with each other, and none with the user's own runs.
config.environment["XDG_CACHE_HOME"] = os.path.join(config.test_exec_root, "cache")
config.environment["LC_ALL"] = "C.UTF-8"
for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OMP_NUM_THREADS"):
    if name in os.environ:
        config.environment[name] = os.environ[name]
