#include "core/uor/ask/report_study.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/ask/rate_study.hpp"
#include "core/uor/ask/result_inputs.hpp"
#include "core/uor/base/error.hpp"

namespace uor::ask {

namespace {

constexpr std::uint64_t most_study_trials = 20'000;  // shares of variance within half a point, in about two seconds

std::array<double, 4> values_of(const analyse::Odds4& odds) {
  return {odds[0].value, odds[1].value, odds[2].value, odds[3].value};
}

report::Study study_of(const RateStudy& rated) {
  report::Study study;
  study.trials = rated.trials;
  study.without_limiters = rated.without_limiters;
  for (const RatedLimiter& limiter : rated.limiters) study.limiters.push_back({limiter.id, limiter.without});
  for (const Unknown& unknown : rated.unknowns)
    study.unknowns.push_back(
        {unknown.title, unknown.where, unknown.worth.share, unknown.worth.standard_error, unknown.drawn});
  return study;
}

/// Nothing where the run is of another day: its trusts must be rated one by one.
void add_today(const model::Inputs& inputs, report::Study& study) {
  const TodayOdds today = odds_today(inputs);
  study.today = values_of(today.rating);
  study.today_is = today.basis;
}

}  // namespace

void add_study(const Library& library, const ModelRequest& request, const store::Result& result, std::size_t trust,
               report::Context& context) {
  const std::string& code = result.header.trusts[trust].code;
  try {
    model::Inputs inputs = inputs_of(library, request, result, trust);
    const auto other = differences(inputs, result.header);
    if (!other.empty())
      throw Error(fmt::format("{}, so that it cannot be worked out from this file", other.front()), Fault::run);
    inputs.scenario.variants.clear();
    inputs.scenario.run.trials = std::min(inputs.scenario.run.trials, most_study_trials);
    report::Study study = study_of(study_rating(inputs, library.fields()));
    add_today(inputs, study);
    context.trusts[trust].study = std::move(study);
  } catch (const Error& error) {
    context.notes.push_back(fmt::format("what the assumptions about {} cost ({})", code, error.what()));
  }
}

}  // namespace uor::ask
