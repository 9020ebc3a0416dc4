// A range of trials of one trust on all threads.
#pragma once

#include <functional>
#include <stop_token>
#include <utility>

#include "core/uor/model/model.hpp"
#include "core/uor/run/piece.hpp"
#include "core/uor/run/workers.hpp"
#include "core/uor/tally/part.hpp"
#include "core/uor/tally/summarise.hpp"

namespace uor::run {

class Baseline;

/// Called with blocks in trial order, from one thread at a time; the block ends with the call.
using BlockHandler = std::function<void(const tally::Block&)>;

/// Runs the pieces of the range through a pipeline: numbered serially, simulated in parallel, added up in order.
class TrustRun {
 public:
  /// `trust` comes with its scales; all must outlive it.
  TrustRun(const model::Sides& sides, const tally::TrustContext& trust, const tally::TrialRange& range,
           Workers& workers, const BlockHandler& take, const std::stop_token& stop);

  /// As Simulator::hold(); before run().
  void hold(Baseline* record, const Baseline* reuse) {
    record_ = record;
    reuse_ = reuse;
  }
  /// Once. Errors as simulate().
  void run();
  /// What the range came to; of a whole run. After run().
  tally::Summary summary() const { return summariser_.finish(merged()); }
  tally::Part part() && { return std::move(summariser_).part(merged()); }

 private:
  struct Stages;
  std::size_t columns() const { return plan_.sides.size() * plan_.items(); }
  Pieces pieces() const;
  const tally::Distributions& merged() const;

  const model::Sides& sides_;
  const model::Plan& plan_;
  const tally::TrustContext& trust_;
  tally::TrialRange range_;
  Workers& workers_;
  const BlockHandler& take_;
  std::stop_token stop_;
  Baseline* record_ = nullptr;
  const Baseline* reuse_ = nullptr;
  tally::Summariser summariser_;
};

}  // namespace uor::run
