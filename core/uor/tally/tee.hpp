// One run for several sinks.
#pragma once

#include <utility>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::tally {

/// Hands everything to each, in their order; the run keeps what any of them wants.
class Tee : public Sink {
 public:
  /// They must outlive it.
  explicit Tee(std::vector<Sink*> sinks) : sinks_(std::move(sinks)) {}

  model::Wanted wanted() const override {
    model::Wanted all = {{}, model::Summaries::odds, false};
    for (const Sink* sink : sinks_) all = both(all, sink->wanted());
    return all;
  }
  void begin(const model::Header& header) override {
    for (Sink* sink : sinks_) sink->begin(header);
  }
  void block(const Block& block) override {
    for (Sink* sink : sinks_) sink->block(block);
  }
  void summary(const Summary& summary) override {
    for (Sink* sink : sinks_) sink->summary(summary);
  }
  void sector(const Sector& sector) override {
    for (Sink* sink : sinks_) sink->sector(sector);
  }
  void end(double seconds) override {
    for (Sink* sink : sinks_) sink->end(seconds);
  }

 private:
  std::vector<Sink*> sinks_;
};

}  // namespace uor::tally
