#include "core/uor/ask/rating.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/ask/inputs.hpp"
#include "core/uor/ask/rate_support.hpp"
#include "core/uor/ask/scope.hpp"
#include "core/uor/ask/trusts.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/points.hpp"
#include "core/uor/model/today.hpp"

namespace uor::ask {

namespace {

scenario::Scenario baseline_of(const RatingRequest& request) {
  scenario::Scenario scenario = baseline_scenario();
  scenario.run.trials = request.trials;
  // Spread points make a trial's odds worth several random ones; they come in whole numbers of blocks.
  if (request.trials % whole_trials == 0) scenario.run.points = Points::sobol;
  if (request.seed) scenario.run.seed = *request.seed;
  return scenario;
}

/// A month that is closed is past: nothing of it is to be forecast.
int forecast_month(const RatingRequest& request, int closed) {
  constexpr int march = 12;
  if (!request.month) return std::max(march, closed);
  if (static_cast<int>(*request.month) > closed) return static_cast<int>(*request.month);
  throw Error(
      fmt::format("{} '{}': month {} is closed (today is month {}, the last that is), give a later one, "
                  "{} to {}",
                  spelled(request.model.spelling, "month"), *request.month, *request.month, closed, closed + 1,
                  scenario::max_months));
}

}  // namespace

RatedInputs rated_inputs(const Library& library, const RatingRequest& request) {
  const auto shipped = request.no_shipped_facts ? ShippedFacts::left_out : ShippedFacts::under_own;
  std::vector<trust::Trust> trusts = find_trusts(library, {request.trust}, {}, shipped);
  if (trusts.size() > 1)
    throw Error(fmt::format("uor rate: '{}' means {} trusts; name one", request.trust, trusts.size()));
  if (!request.any_scope) refuse_out_of_scope(trusts, request.model.spelling);
  const int month = forecast_month(request, model::closed_months_of(trusts.front()));
  return {assemble(library, request.model, baseline_of(request), std::move(trusts)), month};
}

RateStudy rating_of(const Library& library, const RatedInputs& asked) {
  RateStudy study = study_today(asked.inputs, library.fields(), asked.month);
  study.support = report::support_needs(support_facts(study), library.report_rules().support);
  return study;
}

RateStudy rating_of(const Library& library, const RatingRequest& request) {
  return rating_of(library, rated_inputs(library, request));
}

}  // namespace uor::ask
