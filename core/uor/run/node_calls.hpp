// The nodes of one batch: called with their columns, in order, and what they wrote looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/uor/model/inputs.hpp"
#include "core/uor/model/plan.hpp"
#include "core/uor/run/workspace.hpp"
#include "core/uor/sdk/plugin.h"
#include "core/uor/tally/trust_context.hpp"

namespace uor::run {

/// Columns that are not summarised are checked in batches whose first trial, in units of leaf_trials, is a multiple of
/// this: the first batch, and one in 128 of those that follow.
inline constexpr std::uint64_t check_every = 256;

class NodeCalls {
 public:
  /// On the columns of `work`; all must outlive it.
  NodeCalls(const model::Plan& plan, const model::Inputs& inputs, Workspace& work);

  void bind(const tally::TrustContext& trust) { trust_ = &trust; }
  /// Of the batch that the workspace starts, so many trials count: others are no trials of the run.
  void start(std::size_t valid) { valid_ = valid; }

  /// Anchor nodes, on the baseline, over the trials that were started.
  void run_anchors();
  /// A side's nodes in the month that is open: phase 1, then publishing, then phase 2.
  void run_phases(std::size_t side);
  /// Of phase 1 what leads to published metrics (Plan::moving), and publishing.
  void run_first_phase(std::size_t side);
  /// With Plan::on_outturn(), after the anchors: what the rating needs at month 0, which month 1 then shows.
  void run_outturn();

  /// Whether a summary or a check of every batch looks at the quantity.
  bool is_looked_at(std::size_t quantity) const { return looked_at_[quantity]; }
  bool possible(std::size_t quantity, const double* column, std::size_t count) const;
  /// Some column of the month holds what cannot be: refuses the first node that wrote such a value.
  void check_month(std::size_t side) const;

  /// Where a node's columns are in one month on one side: found once, then the same for every batch.
  struct Bound {
    std::vector<const double*> inputs;
    std::vector<double*> outputs;
    std::vector<double*> looked_at;     // of the outputs
    std::vector<std::size_t> computed;  // accesses that are computed anew for every batch
    uor_batch batch;                    // of the call, but for its trials and the trust's parameters
  };
  Bound& bound(const model::PlannedNode& node, std::size_t side, bool anchor);
  void call(const model::PlannedNode& node, uor_batch& batch) const;
  /// With explicit columns.
  void call(const model::PlannedNode& node, const double* const* columns, double* const* outputs) const;

 private:
  uor_batch batch_of(const double* const* inputs, double* const* outputs) const;
  Bound bind_columns(const model::PlannedNode& node, std::size_t side, bool anchor);
  void evaluate(const model::PlannedNode& node, std::size_t side, bool anchor);
  void evaluate_outturn(const model::PlannedNode& node);
  bool checks_all() const;
  void poison(const model::PlannedNode& node, const Bound& columns) const;
  void check(const model::PlannedNode& node, const Bound& columns, std::size_t side, bool anchor) const;
  /// Refuses the first value of the column that cannot be.
  void require_possible(const model::PlannedNode& node, std::size_t side, bool anchor, std::size_t quantity,
                        const double* column) const;
  [[noreturn]] void refuse(const model::PlannedNode& node, std::size_t side, bool anchor, std::size_t quantity,
                           std::size_t trial, double value) const;

  const model::Plan& plan_;
  const model::Inputs& inputs_;
  Workspace& work_;
  const tally::TrustContext* trust_ = nullptr;
  std::size_t places_ = 0;
  std::vector<std::size_t> place_;  // [side][node]: among those that are called
  std::vector<Bound> bounds_;       // [month][place], month 0 for anchors
  std::vector<bool> looked_at_;     // per quantity
  std::vector<bool> anchored_;      // per quantity: an anchor node gives it
  std::size_t valid_ = 0;
  bool anchoring_ = true;  // month 0 is that of anchors, not of what run_outturn() adds
};

}  // namespace uor::run
