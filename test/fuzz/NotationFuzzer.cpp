// Whatever the bytes, the notation is read or refused; what was read is printed
// and read back the same, and its examples are tried without harm.
#include "sig/Parse.h"
#include <cstdio>
#include <cstdlib>

using namespace tidy;

/// Prints, reads again, and compares what is printed then.
template <class T, class Parse> static void roundTrip(const T &Read, Parse &&parse) {
  std::string Text = print(Read);
  auto Again = parse(Text);
  if (Again && print(*Again) == Text)
    return;
  std::fprintf(stderr, "not read back the same: %s\n", Text.c_str());
  std::abort();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *Data, std::size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  if (auto S = parseSignature(Text))
    roundTrip(*S, [](llvm::StringRef T) { return parseSignature(T); });
  else
    llvm::consumeError(S.takeError());
  if (auto S = parseShape(Text))
    roundTrip(*S, [](llvm::StringRef T) { return parseShape(T); });
  else
    llvm::consumeError(S.takeError());
  if (auto V = parseValue(Text))
    (void)V->str();
  else
    llvm::consumeError(V.takeError());
  Models M;
  if (llvm::Error E = parseModelFile(Text, "fuzz", M))
    llvm::consumeError(std::move(E));
  else
    llvm::consumeError(checkExamples(M, "fuzz"));
  return 0;
}
