// One thread's engine: evaluates a piece of trials on all sides and months, checks it, and tallies it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "core/uor/model/inputs.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/run/grading.hpp"
#include "core/uor/run/keeping.hpp"
#include "core/uor/run/node_calls.hpp"
#include "core/uor/run/workspace.hpp"
#include "core/uor/tally/histogram.hpp"
#include "core/uor/tally/tally.hpp"
#include "core/uor/tally/trust_context.hpp"

namespace uor::lab {
class Parts;
}

namespace uor::run {

/// A piece of consecutive trials, done. The mutex states the order of writing and reading to tools that do not see into
/// the scheduler; nobody ever waits for it.
struct Piece {
  std::mutex mutex;
  tally::Block block;
  tally::Tally tally;
};

/// Trials from which the bins of a side other than the baseline are placed: half of the baseline's, since there are
/// many sides and their share of a short run's time grows with them.
inline constexpr std::size_t side_pilot_trials = tally::leaf_trials / 2;

class Simulator {
 public:
  /// `memory` as of Workspace.
  Simulator(const model::Plan& plan, const model::Inputs& inputs, Columns memory = {});

  void bind(const tally::TrustContext& trust);

  /// Simulates trials first .. first + count - 1 (count may be any number) into `piece`, and `distributions` unless
  /// null. Stopped before a batch once `stop` is requested.
  void simulate(std::uint64_t first, std::size_t count, Piece& piece, tally::Distributions* distributions,
                const std::stop_token& stop = {});

  /// Until the next bind(): simulate() leaves the baseline's columns in `record`, or takes them from `reuse`, which
  /// serves its sides; null: neither.
  void hold(Baseline* record, const Baseline* reuse) {
    record_ = record;
    reuse_ = reuse;
  }

  /// What the bound trust publishes in trials first .. first + count - 1, in every month and on every side, into
  /// `benchmarks`: phase 1 alone, and of that the nodes that lead there.
  void first_phase(std::uint64_t first, std::size_t count, MovingBenchmarks& benchmarks,
                   const std::stop_token& stop = {});
  /// Until the next bind(): benchmarks are those of the run's trusts.
  void compare_with(const MovingBenchmarks* benchmarks) { work_.compare_with(benchmarks, trust_->index); }

  /// From the first trials, simulated for nothing else: TrustContext::scales. Each side has its own, since what hardly
  /// varies on one may vary on another or lie far from it; what is the baseline's has none.
  std::vector<tally::Scale> pilot(std::size_t trials, const std::stop_token& stop = {});

  /// For those who go through the months themselves (elasticities, month 0, timing): start trials and open months here.
  Workspace& workspace() { return work_; }
  NodeCalls& calls() { return calls_; }
  void run_anchors() { calls_.run_anchors(); }
  void run_phases(std::size_t side) { calls_.run_phases(side); }
  /// The month's drivers; with Plan::on_outturn() all of it.
  void open_month(int month);
  const model::Plan& plan() const { return plan_; }

 private:
  friend class lab::Parts;  // times the stages below alone
  void add_pilot(std::size_t side, std::vector<std::vector<double>>& values) const;
  void run_batch(std::uint64_t first, std::size_t valid, std::size_t offset, Piece& piece,
                 tally::Distributions* distributions);
  void start_batch(std::uint64_t first);
  template <typename Count>
  void by_block(std::size_t side, std::size_t valid, std::size_t offset, tally::Tally& tally, Count count);
  void run_month(int month, std::size_t side);
  void check_columns(std::size_t side) const;
  void start_piece(std::uint64_t first, std::size_t count, Piece& piece) const;
  void tally_latent(std::size_t valid, std::size_t offset, Piece& piece);
  void tally_benchmarks(std::size_t side, std::size_t valid, std::size_t offset, Piece& piece);
  void tally_month(std::size_t side, std::size_t valid, std::size_t offset, Piece& piece,
                   tally::Distributions* distributions);

  const model::Plan& plan_;
  const model::Keep& keep_;
  Points points_;
  std::size_t batch_;
  const tally::TrustContext* trust_ = nullptr;
  Baseline* record_ = nullptr;
  const Baseline* reuse_ = nullptr;
  Workspace work_;
  NodeCalls calls_;
  Grading grading_;
  Keeping keeping_;
  std::vector<std::uint16_t> bins_;  // [trial] of the column that is tallied
  Columns scratch_;                  // one row
  std::size_t valid_ = 0;
};

}  // namespace uor::run
