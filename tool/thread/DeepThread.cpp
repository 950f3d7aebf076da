//===- DeepThread.cpp - Work that may crash -------------------------------===//
#include "thread/DeepThread.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include <csignal>
#include <vector>

namespace tidy {
namespace {

/// Code nests deeply, and so do our recursions. Only what is used costs.
constexpr unsigned StackSize = 64u << 20;

/// Lets the thread's handlers of memory faults run on a stack of their own: a
/// handler has nowhere else to run when the thread's is used up.
class SignalStack {
public:
  SignalStack() : Memory(64u << 10) {
    stack_t Ours = {};
    Ours.ss_sp = Memory.data();
    Ours.ss_size = Memory.size();
    sigaltstack(&Ours, &Before);
  }
  ~SignalStack() { sigaltstack(&Before, nullptr); }

private:
  std::vector<char> Memory;
  stack_t Before = {};
};

} // namespace

bool runDeep(llvm::function_ref<void()> Work) {
  return llvm::CrashRecoveryContext().RunSafelyOnThread(
      [&] {
        SignalStack Own;
        Work();
      },
      StackSize);
}

} // namespace tidy
