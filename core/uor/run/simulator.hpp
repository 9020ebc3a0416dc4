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
#include "core/uor/run/workspace.hpp"
#include "core/uor/sdk/plugin.h"
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

/// Columns that are not summarised are checked in batches whose first trial, in units of leaf_trials, is a multiple of
/// this: the first batch, and one in 128 of those that follow.
inline constexpr std::uint64_t check_every = 256;

/// Trials from which the bins of a side other than the baseline are placed: half of the baseline's, since there are
/// many sides and their share of a short run's time grows with them.
inline constexpr std::size_t side_pilot_trials = tally::leaf_trials / 2;

class Simulator {
 public:
  Simulator(const model::Plan& plan, const model::Inputs& inputs);

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
  /// Evaluates anchor nodes, on the baseline, over the trials that were started.
  void run_anchors();
  /// Evaluates a side's nodes in the month that is open: phase 1, then publishing, then phase 2.
  void run_phases(std::size_t side);
  /// With Plan::on_outturn(), after the anchors: what the rating needs at month 0, which month 1 then shows.
  void run_outturn();
  /// The month's drivers; with Plan::on_outturn() all of it.
  void open_month(int month);
  const model::Plan& plan() const { return plan_; }
  /// Calls one node with explicit columns.
  void call(const model::PlannedNode& node, const double* const* columns, double* const* outputs) const;

 private:
  friend class lab::Parts;  // times the stages below alone
  void run_first_phase(std::size_t side);
  /// Where a node's columns are in one month on one side: found once, then the same for every batch.
  struct Bound {
    std::vector<const double*> inputs;
    std::vector<double*> outputs;
    std::vector<double*> summarised;    // of the outputs
    std::vector<std::size_t> computed;  // accesses that are computed anew for every batch
    uor_batch batch;                    // of the call, but for its trials and the trust's parameters
  };
  Bound& bound(const model::PlannedNode& node, std::size_t side, bool anchor);
  uor_batch batch_of(const double* const* inputs, double* const* outputs) const;
  void call(const model::PlannedNode& node, uor_batch& batch) const;
  Bound bind_columns(const model::PlannedNode& node, std::size_t side, bool anchor);
  void evaluate(const model::PlannedNode& node, std::size_t side, bool anchor);
  void check(const model::PlannedNode& node, const Bound& columns, std::size_t side, bool anchor) const;
  void evaluate_outturn(const model::PlannedNode& node);
  void poison(const model::PlannedNode& node, const Bound& columns) const;
  bool possible(std::size_t quantity, const double* column, std::size_t count) const;
  bool checks_all() const;
  void check_month(std::size_t side) const;
  [[noreturn]] void refuse(const model::PlannedNode& node, std::size_t side, bool anchor, std::size_t quantity,
                           std::size_t trial, double value) const;
  void add_pilot(std::size_t side, std::vector<std::vector<double>>& values) const;
  void run_batch(std::uint64_t first, std::size_t valid, std::size_t offset, Piece& piece,
                 tally::Distributions* distributions);
  void start_batch(std::uint64_t first);
  void run_month(int month, std::size_t side);
  void start_piece(std::uint64_t first, std::size_t count, Piece& piece) const;
  void tally_latent(std::size_t valid, std::size_t offset, Piece& piece);
  void tally_benchmarks(std::size_t side, std::size_t valid, std::size_t offset, Piece& piece);
  void tally_month(std::size_t side, std::size_t valid, std::size_t offset, Piece& piece,
                   tally::Distributions* distributions);
  void keep_evidence(std::size_t valid, std::size_t offset, tally::Block& block) const;
  void keep_month(std::size_t side, std::size_t valid, std::size_t offset, tally::Block& block) const;
  void keep_ratings(std::size_t valid, std::size_t offset, tally::Block& block) const;
  void size_block(tally::Block& block) const;

  const model::Plan& plan_;
  const model::Inputs& inputs_;
  std::size_t batch_;
  const tally::TrustContext* trust_ = nullptr;
  Baseline* record_ = nullptr;
  const Baseline* reuse_ = nullptr;
  Workspace work_;
  Grading grading_;
  std::vector<Bound> bounds_;  // [month][side][node], month 0 for anchors
  std::size_t node_count_;
  std::vector<bool> summarised_;     // per quantity: looked at in tally_month()
  std::vector<bool> anchored_;       // per quantity: an anchor node gives it
  std::vector<std::uint16_t> bins_;  // [trial] of the column that is tallied
  Columns scratch_;                  // one row
  std::size_t valid_ = 0;
  bool anchoring_ = true;  // month 0 is that of anchors, not of what run_outturn() adds
};

}  // namespace uor::run
