// Ctrl-C during a run: stops it in order, so that nothing half-written stays behind.
#pragma once

#include "core/uor/run/result.hpp"

namespace uor::cli {

/// Passes a run on to another sink, and throws Error (Fault::run) at the next block after SIGINT or SIGTERM. The
/// signals have their old meaning again when it is gone; one at a time.
class InterruptibleSink : public run::Sink {
 public:
  explicit InterruptibleSink(run::Sink& target);
  ~InterruptibleSink() override;
  InterruptibleSink(const InterruptibleSink&) = delete;
  InterruptibleSink& operator=(const InterruptibleSink&) = delete;

  void begin(const run::Header& header) override { target_->begin(header); }
  void block(const run::Block& block) override;
  void summary(const run::Summary& summary) override { target_->summary(summary); }
  void sector(const run::Sector& sector) override { target_->sector(sector); }
  void end(double seconds) override { target_->end(seconds); }

 private:
  run::Sink* target_;
};

}  // namespace uor::cli
