// A run of several trusts whose benchmarks are made from the trusts themselves, in every trial, month and side.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "core/uor/model/inputs.hpp"
#include "core/uor/run/simulator.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::run {

/// Group after group of leaf_trials trials: every trust's phase 1 alone, for all months; quartiles across trusts; then
/// every trust again, all of it, with these as benchmarks. So phase 1 runs twice and a group's published figures are
/// all that is held of other trusts. Threads share the trusts of a step; results do not depend on them.
class MovingRun {
 public:
  /// `plan.moving` must be there and Inputs::batch_trials at most leaf_trials. `trusts` come without scales. `done` is
  /// told of trials that are through, from one thread at a time.
  MovingRun(const model::Plan& plan, const model::Inputs& inputs, std::vector<tally::TrustContext> trusts,
            tally::Sink& sink, tally::SectorTally& sector, std::function<void(std::uint64_t)> done,
            std::stop_token stop = {});

  /// Inside the arena whose threads it may use: hands blocks and summaries to the sink, trust by trust at the end.
  /// Error as Engine::run, and (Fault::run) when the temporary file of raw trials cannot be written.
  std::vector<tally::Summary> run();

  /// Threads that took part in run().
  int threads_used() const { return threads_used_; }

 private:
  struct State;
  const model::Plan& plan_;
  const model::Inputs& inputs_;
  std::vector<tally::TrustContext> trusts_;
  tally::Sink& sink_;
  tally::SectorTally& sector_;
  std::function<void(std::uint64_t)> done_;
  std::stop_token stop_;
  int threads_used_ = 0;
};

}  // namespace uor::run
