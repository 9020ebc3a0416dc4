#include "cli/interrupt.hpp"

#include <csignal>

#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

// A signal handler can reach nothing but a global.
volatile std::sig_atomic_t interrupted = 0;

extern "C" void note_interrupt(int signal) {
  interrupted = 1;
  std::signal(signal, SIG_DFL);  // a second one ends the program at once
}

}  // namespace

InterruptibleSink::InterruptibleSink(run::Sink& target) : target_(&target) {
  interrupted = 0;
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);
}

InterruptibleSink::~InterruptibleSink() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

void InterruptibleSink::block(const run::Block& block) {
  if (interrupted != 0) throw Error("interrupted; no result file was written", Fault::run);
  target_->block(block);
}

}  // namespace uor::cli
