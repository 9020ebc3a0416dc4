// A run of several trusts whose benchmarks are made from the trusts themselves, in every trial, month and side.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/uor/run/engine.hpp"
#include "core/uor/run/sector.hpp"
#include "core/uor/run/simulator.hpp"

namespace uor::run {

/// Group after group of leaf_trials trials: every trust's phase 1 alone, for all months; quartiles across trusts; then
/// every trust again, all of it, with these as benchmarks. So phase 1 runs twice and a group's published figures are
/// all that is held of other trusts. Threads share the trusts of a step; results do not depend on them.
class MovingRun {
 public:
  /// `plan.moving` must be there and Inputs::batch_trials at most leaf_trials. `trusts` come without scales. `done` is
  /// told of trials that are through, from one thread at a time.
  MovingRun(const Plan& plan, const Inputs& inputs, std::vector<TrustContext> trusts, Sink& sink, SectorTally& sector,
            std::function<void(std::uint64_t)> done);

  /// Inside the arena whose threads it may use: hands blocks and summaries to the sink, trust by trust at the end.
  /// Error as Engine::run, and (Fault::run) when the temporary file of raw trials cannot be written.
  std::vector<Summary> run();

  /// Threads that took part in run().
  int threads_used() const { return threads_used_; }

 private:
  struct State;
  const Plan& plan_;
  const Inputs& inputs_;
  std::vector<TrustContext> trusts_;
  Sink& sink_;
  SectorTally& sector_;
  std::function<void(std::uint64_t)> done_;
  int threads_used_ = 0;
};

/// Positions in the run of each trust's peers; none where fewer than half of them take part. Inputs::peers.
std::vector<std::vector<std::size_t>> peers_in_run(const Inputs& inputs);

/// What the screen and the result say of it.
std::vector<std::string> moving_notes(const Inputs& inputs);

}  // namespace uor::run
