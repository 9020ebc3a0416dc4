#include "core/uor/run/checked_inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <set>

#include "core/uor/base/column.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/model/own_figures.hpp"
#include "core/uor/tally/replicates.hpp"
#include "core/uor/tally/stop_rule.hpp"
#include "core/uor/tally/tally.hpp"

namespace uor::run {
namespace {

/// Whole leaves or an even part of one, so that leaf sums never straddle batches unevenly.
std::size_t rounded_batch(std::size_t asked) {
  if (asked >= tally::leaf_trials) return round_up(asked, tally::leaf_trials);
  std::size_t batch = lane_count;
  while (batch < asked) batch *= 2;
  return batch;
}

bool moving(const model::Inputs& inputs) { return inputs.scenario.run.benchmarks == scenario::Benchmarks::moving; }

void check_points(const model::Inputs& inputs) {
  const scenario::RunSettings& run = inputs.scenario.run;
  if (run.points == Points::random) return;
  if (run.until_se) {
    throw Error(
        fmt::format("{} points cannot run until a standard error is reached (theirs comes from {} replicates "
                    "and is known to about 18 %, so that looking at it often would stop by luck); give "
                    "trials, or random points",
                    name_of(run.points), replicate_count));
  }
  if (run.trials % whole_trials == 0) return;
  throw Error(fmt::format(
      "{} points come in {} replicates of whole blocks of {} trials, and {} trials are no multiple "
      "of {}; the nearest good number is {}",
      name_of(run.points), replicate_count, block_trials, run.trials, whole_trials, tally::nearest_whole(run.trials)));
}

void check_settings(const model::Inputs& inputs) {
  if (inputs.trusts.empty()) throw Error("no trust to run; give --trust CODE, a trust file or 'all'");
  if (inputs.scenario.run.until_se && inputs.scenario.run.trials == 0) {
    throw Error(fmt::format("max_trials is {}, below the {} of the first look; raise it, or give trials",
                            inputs.scenario.run.max_trials, tally::look_trials));
  }
  if (inputs.scenario.run.trials == 0) throw Error("trials must be at least 1, is 0");
  check_points(inputs);
  std::set<std::string> codes;
  for (const trust::Trust& trust : inputs.trusts) {
    if (!codes.insert(trust.code).second) throw Error("trust '" + trust.code + "' is asked for twice; name it once");
  }
  if (moving(inputs) && inputs.trusts.size() == 1) {
    throw Error(inputs.scenario.run.benchmarks_where,
                fmt::format("moving benchmarks are made from the trusts of the run, and this one has {} alone; run "
                            "--trust all or several trusts, or leave benchmarks fixed",
                            inputs.trusts[0].code));
  }
  if (moving(inputs) && inputs.scenario.run.until_se) {
    throw Error(inputs.scenario.run.benchmarks_where,
                "with moving benchmarks the number of trials cannot be looked for trust by trust (each is compared "
                "with all in every trial); give trials instead of until_se, or leave benchmarks fixed");
  }
  const int struck = inputs.scenario.run.assessment_month.value_or(inputs.scenario.run.months);
  if (struck < 1 || struck > inputs.scenario.run.months) {
    throw Error(fmt::format("assessment_month is {}, but the run has months 1 to {}; give --months {} or more", struck,
                            inputs.scenario.run.months, struck));
  }
}

}  // namespace

model::Inputs checked_inputs(model::Inputs inputs) {
  inputs.batch_trials = rounded_batch(inputs.batch_trials);
  if (moving(inputs)) inputs.batch_trials = std::min(inputs.batch_trials, tally::leaf_trials);
  scenario::RunSettings& run = inputs.scenario.run;
  // Batches and blocks begin together, or a block has whole batches.
  if (run.points != Points::random) inputs.batch_trials = std::bit_floor(inputs.batch_trials);
  if (run.until_se) run.trials = tally::last_look(run.max_trials);
  check_settings(inputs);
  model::check_figure_months(inputs);
  return inputs;
}

}  // namespace uor::run
