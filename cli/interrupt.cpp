#include "cli/interrupt.hpp"

#include <csignal>

#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t interrupted = 0;
int depth = 0;  // of Interrupts; they are made by one thread

extern "C" void note_interrupt(int signal) {
  interrupted = 1;
  std::signal(signal, SIG_DFL);  // a second one ends the program at once
}

}  // namespace

Interrupts::Interrupts() {
  if (depth++ > 0) return;
  interrupted = 0;
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);
}

Interrupts::~Interrupts() {
  if (--depth > 0) return;
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool Interrupts::seen() { return interrupted != 0; }

void InterruptibleSink::stop_if_interrupted() {
  if (Interrupts::seen()) throw Error("interrupted; no result file was written", Fault::run);
}

void InterruptibleSink::block(const run::Block& block) {
  stop_if_interrupted();
  target_->block(block);
}

}  // namespace uor::cli
