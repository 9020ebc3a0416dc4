// Ctrl-C during a run: stops it in order, so that nothing half-written stays behind.
#pragma once

#include "core/uor/run/result.hpp"

namespace uor::cli {

/// While one lives, SIGINT and SIGTERM are noted instead of ending the program; a second one ends it at once. They may
/// be nested; the signals have their old meaning again when the outermost is gone.
class Interrupts {
 public:
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  /// Whether one came since the outermost was made.
  static bool seen();
};

/// Passes a run on to another sink, and throws Error (Fault::run) at the next block after SIGINT or SIGTERM, or when it
/// is asked (a run with moving benchmarks hands over its blocks at the end).
class InterruptibleSink : public run::Sink {
 public:
  explicit InterruptibleSink(run::Sink& target) : target_(&target) {}

  void begin(const run::Header& header) override { target_->begin(header); }
  void block(const run::Block& block) override;
  /// Throws as block() does.
  static void stop_if_interrupted();
  void summary(const run::Summary& summary) override { target_->summary(summary); }
  void sector(const run::Sector& sector) override { target_->sector(sector); }
  void end(double seconds) override { target_->end(seconds); }

 private:
  Interrupts interrupts_;
  run::Sink* target_;
};

}  // namespace uor::cli
