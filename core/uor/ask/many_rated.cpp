#include "core/uor/ask/many_rated.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/base/points.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/tally/odds_sink.hpp"

namespace uor::ask {

namespace {

scenario::Scenario baseline_for_many(const ManyRequest& request) {
  scenario::Scenario scenario = baseline_scenario();
  scenario.run.trials = request.trials;
  if (request.trials % whole_trials == 0) scenario.run.points = Points::sobol;
  if (request.seed) scenario.run.seed = *request.seed;
  return scenario;
}

RatedTrust rated_of(const model::TrustInfo& info, const trust::Trust& trust, const tally::SideSummary& side) {
  RatedTrust out{info.code, info.name, info.region, info.stp, info.metrics_reported, model::closed_months_of(trust)};
  out.rating = analyse::rating_odds(side);
  out.good_or_better = analyse::good_or_better(side);
  const auto beside = analyse::score_beside(side, 0);
  const bool scored = !beside.empty() && analyse::total(beside.back()) > 0;
  out.finance_score = scored ? analyse::mean_grade(beside.back()) : std::numeric_limits<double>::quiet_NaN();
  out.published = trust.published;
  out.warnings = info.warnings;
  return out;
}

/// Trusts that have closed the same months are rated together: now is one month of a run.
std::map<int, std::vector<std::size_t>> by_closed_months(const std::vector<trust::Trust>& trusts) {
  std::map<int, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < trusts.size(); ++i) groups[model::closed_months_of(trusts[i])].push_back(i);
  return groups;
}

model::Inputs part_of(const model::Inputs& all, const std::vector<std::size_t>& places) {
  model::Inputs part = all;
  part.trusts.clear();
  part.peers.clear();
  part.peer_medians.clear();
  for (const std::size_t at : places) {
    part.trusts.push_back(all.trusts[at]);
    part.peers.push_back(all.peers[at]);
    part.peer_medians.push_back(all.peer_medians[at]);
  }
  return part;
}

void rate_together(const model::Inputs& inputs, const std::vector<std::size_t>& places, ManyRated& out) {
  tally::OddsSink sink;
  run::Engine engine(model::as_of_today(part_of(inputs, places)));
  const std::vector<tally::Summary> summaries = engine.run(sink);
  for (const tally::Summary& summary : summaries)
    out.trusts[places[summary.trust]] =
        rated_of(engine.header().trusts[summary.trust], inputs.trusts[places[summary.trust]], summary.sides[0]);
}

}  // namespace

ManyRated ratings_of(const Library& library, const ManyRequest& request) {
  Loaded loaded = load_trusts(library, request.load);
  ManyRated out;
  out.left_out = loaded.left_out;
  const model::Inputs inputs = assemble_loaded(library, request.model, baseline_for_many(request), std::move(loaded));
  out.notes = inputs.notes;
  out.trials = inputs.scenario.run.trials;
  out.seed = inputs.scenario.run.seed;
  out.trusts.resize(inputs.trusts.size());
  for (const auto& [closed, places] : by_closed_months(inputs.trusts)) rate_together(inputs, places, out);
  return out;
}

}  // namespace uor::ask
