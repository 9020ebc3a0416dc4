// Some trials of one trust, on the threads of Workers.
#pragma once

#include <stop_token>

#include "core/uor/model/model.hpp"
#include "core/uor/run/baseline.hpp"
#include "core/uor/run/trust_run.hpp"

namespace uor::run {

/// What threads share of a trust, without scales.
tally::TrustContext context_of(const model::Sides& sides, std::size_t trust);
/// With the scales that its first trials give, of a run of so many; none where nothing is summarised.
tally::TrustContext scaled_context_of(const model::Sides& sides, std::size_t trust, std::uint64_t trials,
                                      Workers& workers, const std::stop_token& stop = {});

/// What the range comes to; blocks go to `take` in order. The parts of a trust, added in order, are its run bit for
/// bit, wherever each was made. Error (Fault::run) when a plugin fails or a value is impossible, naming plugin,
/// quantity, trust, month, trial and value; where benchmarks move. Stopped before the next batch once `stop` is
/// requested.
tally::Part simulate(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                     const BlockHandler& take = {}, const std::stop_token& stop = {});
/// With the baseline's columns of a run before: costs the nodes that the sides reach, and the tally. `reuse` serves
/// them (assert).
tally::Part simulate(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                     const BlockHandler& take, const std::stop_token& stop, const Baseline& reuse);
/// The summary of the range at once, without its part: of a range from trial 0 on. `reuse` may be null.
tally::Summary summarised(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                          const std::stop_token& stop = {}, const Baseline* reuse = nullptr);
/// Runs the sides and keeps what sides that reach no further read of the baseline. Error as Baseline.
Baseline baseline_of(const model::Sides& sides, const tally::TrialRange& range, Workers& workers,
                     const std::stop_token& stop = {});

/// Of the parts of one trust, added up.
tally::Summary summary_of(const model::Sides& sides, const tally::Part& whole, Workers& workers);

}  // namespace uor::run
