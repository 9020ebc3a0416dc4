#include "cli/interrupt.hpp"

#include <unistd.h>

#include <cstring>

#include "core/uor/base/partial_file.hpp"

namespace uor::cli {

namespace {

constexpr std::array<int, 3> ending = {SIGINT, SIGTERM, SIGHUP};

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t noted = 0;

/// In a signal handler nothing else may be called: neither buffers nor formats.
void say_at_once(const char* text) {
  const ssize_t ignored = ::write(STDERR_FILENO, text, std::strlen(text));
  static_cast<void>(ignored);
}

extern "C" void end_now(int signal) {
  const bool was_writing = PartialFile::remove_all();
  const char* finished = PartialFile::last_finished();
  if (::isatty(STDERR_FILENO) == 1) say_at_once("\r\x1b[K");
  say_at_once("uor: interrupted");
  if (was_writing) {
    say_at_once("; nothing was kept of what was being made, and what was there before is as it was");
  } else if (*finished != '\0') {
    say_at_once("; '");
    say_at_once(finished);
    say_at_once("' was written before");
  } else {
    say_at_once("; nothing was written");
  }
  say_at_once("\n");
  ::_exit(exit_by_signal + signal);
}

extern "C" void note_signal(int signal) { noted = signal; }

void set(int signal, void (*handler)(int), struct sigaction* before) {
  struct sigaction action {};
  action.sa_handler = handler;
  for (const int other : ending) sigaddset(&action.sa_mask, other);  // one at a time
  ::sigaction(signal, &action, before);
}

}  // namespace

void end_in_order_when_interrupted() {
  for (const int signal : ending) {
    struct sigaction before {};
    set(signal, end_now, &before);
    if (before.sa_handler == SIG_IGN) ::sigaction(signal, &before, nullptr);  // as nohup asks
  }
}

Interrupts::Interrupts() {
  noted = 0;
  for (std::size_t i = 0; i < ending.size(); ++i) set(ending[i], note_signal, &before_[i]);
}

Interrupts::~Interrupts() {
  for (std::size_t i = 0; i < ending.size(); ++i) ::sigaction(ending[i], &before_[i], nullptr);
}

int Interrupts::seen() { return noted; }

}  // namespace uor::cli
