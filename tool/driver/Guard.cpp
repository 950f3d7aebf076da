//===- Guard.cpp - A crash is a message, not the end ----------------------===//
#include "driver/Guard.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include <csignal>
#include <vector>

using namespace llvm;

namespace tidy {
namespace {

/// Code nests deeply, and so do our recursions. Only what is used costs.
constexpr unsigned StackSize = 64u << 20;

/// What a fatal error in this thread says goes there.
thread_local std::string *Reason = nullptr;

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

void keepReason(void *, const char *Message, bool) {
  if (Reason)
    *Reason = Message;
}

} // namespace

/// LLVM's handlers are not registered to run on a stack of their own.
Guard::Guard() : Handler(keepReason) {
  CrashRecoveryContext::Enable();
  for (int Signal : {SIGSEGV, SIGBUS}) {
    struct sigaction Action;
    sigaction(Signal, nullptr, &Action);
    Action.sa_flags |= SA_ONSTACK;
    sigaction(Signal, &Action, nullptr);
  }
}

Guard::~Guard() { CrashRecoveryContext::Disable(); }

Error Guard::run(function_ref<void()> Work) const {
  std::string Said = "crash";
  bool Finished = CrashRecoveryContext().RunSafelyOnThread(
      [&] {
        SignalStack Deep;
        Reason = &Said;
        Work();
      },
      StackSize);
  if (Finished)
    return Error::success();
  return createStringError("internal error (" + Said +
                           "); please report it with the file");
}

} // namespace tidy
