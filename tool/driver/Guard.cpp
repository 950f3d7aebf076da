//===- Guard.cpp - A crash is a message, not the end ----------------------===//
#include "driver/Guard.h"
#include "thread/DeepThread.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include <csignal>

using namespace llvm;

namespace tidy {
namespace {

/// What a fatal error in this thread says goes there.
thread_local std::string *Reason = nullptr;

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
  bool Finished = runDeep([&] {
    Reason = &Said;
    Work();
  });
  if (Finished)
    return Error::success();
  return createStringError("internal error (" + Said +
                           "); please report it with the file");
}

} // namespace tidy
