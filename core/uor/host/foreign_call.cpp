#include "core/uor/host/foreign_call.hpp"

#include <unistd.h>

#include <array>
#include <csignal>
#include <cstring>
#include <memory>

namespace uor::host {

namespace {

// A signal handler can reach nothing but globals; each thread has its own.
thread_local ForeignCall::Who called;

constexpr std::array<int, 5> crashes = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

// Nothing here but what POSIX allows in a handler.
void say(const char* text) {
  const ssize_t ignored = ::write(STDERR_FILENO, text, std::strlen(text));
  static_cast<void>(ignored);
}

/// Characters that would command a terminal, or that are not plain ones, as question marks.
void say_name(const char* name) {
  for (; *name != '\0'; ++name) {
    const char shown = *name >= 0x20 && *name < 0x7F ? *name : '?';
    const ssize_t ignored = ::write(STDERR_FILENO, &shown, 1);
    static_cast<void>(ignored);
  }
}

const char* name_of(int signal) {
  switch (signal) {
    case SIGSEGV:
      return "SIGSEGV, it touched memory that is not its own";
    case SIGBUS:
      return "SIGBUS, it touched memory that is not there";
    case SIGFPE:
      return "SIGFPE, it divided by zero or computed what has no value";
    case SIGILL:
      return "SIGILL, an instruction that this processor does not know";
    default:
      return "SIGABRT, it gave up";
  }
}

extern "C" void tell_of_crash(int signal) {
  if (called.plugin == nullptr) {  // our own: as if nobody had asked
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    return;
  }
  say("\nuor: plugin '");
  say_name(called.plugin);
  say("', ");
  say(called.doing);
  if (called.node != nullptr) {
    say(" '");
    say_name(called.node);
    say("'");
  }
  say(": crashed (");
  say(name_of(signal));
  say("); nothing was written. Leave the plugin out, or ask who made it\n");
  ::_exit(exit_plugin_crashed);
}

/// Handlers that are not there yet are set; those of a sanitizer or a debugger stay.
bool install() {
  for (const int signal : crashes) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if ((before.sa_flags & SA_SIGINFO) != 0 || before.sa_handler != SIG_DFL) continue;
    struct sigaction action {};
    action.sa_handler = tell_of_crash;
    action.sa_flags = SA_ONSTACK;
    sigaction(signal, &action, nullptr);
  }
  return true;
}

/// A stack of its own for the handler of one thread, where that has none.
class SignalStack {
 public:
  SignalStack() {
    stack_t before{};
    sigaltstack(nullptr, &before);
    if ((before.ss_flags & SS_DISABLE) == 0) return;
    memory_ = std::make_unique<char[]>(bytes);
    stack_t own{};
    own.ss_sp = memory_.get();
    own.ss_size = bytes;
    sigaltstack(&own, nullptr);
  }
  ~SignalStack() {
    if (!memory_) return;
    stack_t none{};
    none.ss_flags = SS_DISABLE;
    sigaltstack(&none, nullptr);
  }
  SignalStack(const SignalStack&) = delete;
  SignalStack& operator=(const SignalStack&) = delete;

 private:
  static constexpr std::size_t bytes = 64 * 1024;
  std::unique_ptr<char[]> memory_;
};

void prepare_thread() {
  static const bool installed = install();
  static_cast<void>(installed);
  thread_local const SignalStack stack;
  static_cast<void>(stack);
}

}  // namespace

ForeignCall::ForeignCall(const Who& who) : before_(called) {
  prepare_thread();
  called = who;
}

ForeignCall::~ForeignCall() {
  put_back_floating_state();
  called = before_;
}

}  // namespace uor::host
