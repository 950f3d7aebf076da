//===- Guard.cpp - A crash is a message, not the end ----------------------===//
#include "driver/Guard.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FileSystem.h"
#include <csignal>
#include <vector>

using namespace llvm;

namespace tidy {
namespace {

/// Code nests deeply, and so do our recursions. Only what is used costs.
constexpr unsigned StackSize = 64u << 20;

/// Lets the thread's handlers of memory faults run on a stack of their own: a
/// handler has nowhere else to run when the thread's is used up, and LLVM's
/// are not registered so.
class SignalStack {
public:
  SignalStack() : Memory(64u << 10) {
    stack_t Ours = {};
    Ours.ss_sp = Memory.data();
    Ours.ss_size = Memory.size();
    sigaltstack(&Ours, &Before);
    for (int Signal : {SIGSEGV, SIGBUS}) {
      struct sigaction Action;
      sigaction(Signal, nullptr, &Action);
      Action.sa_flags |= SA_ONSTACK;
      sigaction(Signal, &Action, nullptr);
    }
  }
  ~SignalStack() { sigaltstack(&Before, nullptr); }

private:
  std::vector<char> Memory;
  stack_t Before = {};
};

void keepReason(void *Reason, const char *Message, bool) {
  *static_cast<std::string *>(Reason) = Message;
}

} // namespace

Error runGuarded(function_ref<void()> Work) {
  SmallString<128> Directory;
  sys::fs::current_path(Directory);
  std::string Reason = "crash";
  ScopedFatalErrorHandler Handler(keepReason, &Reason);
  CrashRecoveryContext::Enable();
  CrashRecoveryContext Context;
  bool Finished = Context.RunSafelyOnThread(
      [&] {
        SignalStack Deep;
        Work();
      },
      StackSize);
  CrashRecoveryContext::Disable();
  if (Finished)
    return Error::success();
  // Clang works in the directory that the compile command names.
  sys::fs::set_current_path(Directory);
  return createStringError("internal error (" + Reason +
                           "); please report it with the file");
}

} // namespace tidy
