// A run whose odds alone are wanted.
#pragma once

#include "core/uor/tally/result.hpp"

namespace uor::tally {

/// Keeps nothing: for those who take the summaries that a run gives back, of odds alone.
class OddsSink : public Sink {
 public:
  model::Wanted wanted() const override { return {{}, model::Summaries::odds, false}; }
  void begin(const model::Header&) override {}
  void block(const Block&) override {}
  void summary(const Summary&) override {}
  void end(double) override {}
};

}  // namespace uor::tally
