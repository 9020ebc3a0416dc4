#include "tests/cli/made_up_run.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t months = 12;

Quantity made_up_quantity(const char* id, const char* unit, const char* title, Kind kind, int polarity) {
  Quantity quantity;
  quantity.id = id;
  quantity.unit = unit;
  quantity.title = title;
  quantity.kind = kind;
  quantity.polarity = polarity;
  quantity.lower = quantity.likely_lower = 0;
  quantity.upper = quantity.likely_upper = 20;
  return quantity;
}

tally::SideSummary made_up_side(double dna_rate, double change) {
  tally::SideSummary side;
  side.rating = {100, 300, 500, 100};
  side.combined = side.quality = side.rating;
  for (std::size_t i = 0; i < 4; ++i) side.migration[i][i] = side.rating[i];
  side.kloe.assign(5, {0, 400, 600, 0});
  side.expected_score = 2.6;
  side.rating_by_month.assign(months, side.rating);
  side.beside_by_month.assign(months, {0, 500, 500, 0});
  side.moments.assign(2 * months, {});
  side.mean_change.assign(2 * months, 0.0);
  side.mean_change_se.assign(2 * months, 0.0);
  for (std::size_t month = 0; month < months; ++month) {
    side.moments[month].mean = dna_rate;
    side.mean_change[month] = change;
    side.mean_change_se[month] = change == 0 ? 0.0 : 0.01;
    side.moments[months + month].mean = 2.5;
  }
  side.limiter_fired = {250};
  side.characteristic_held = {0};
  return side;
}

model::Fact made_up_fact() {
  model::Fact fact;
  fact.field = "dna_rate";
  fact.how = model::How::national;
  fact.distribution = {Shape::quartiles, {6.1, 7.2, 8.4}, {}, {}};
  return fact;
}

}  // namespace

model::Header made_up_header() {
  model::Header header;
  header.scenario_name = "later";
  header.question = "What if it came later?";
  header.sides = {"baseline", "later"};
  header.side_titles = {"Baseline", "It comes later"};
  model::TrustInfo& trust = header.trusts.emplace_back();
  trust.code = "MINE";
  trust.name = "My trust";
  trust.metrics_reported = 3;
  trust.assumed = {made_up_fact()};
  header.months = header.assessment_month = static_cast<int>(months);
  header.trials = 1000;
  header.kloes = {"clinical", "people", "support", "corporate", "finance"};
  header.metrics = {made_up_quantity("metric.dna_rate", "percent", "Did-not-attend rate", Kind::metric, -1)};
  header.summarised = header.metrics;
  header.summarised.push_back(made_up_quantity("clinical.score", "score", "Clinical services", Kind::score, 1));
  header.limiters = {"special_measures"};
  header.characteristics = {"surplus"};
  header.version = "9.8.7";
  return header;
}

tally::Summary made_up_summary() {
  tally::Summary summary;
  summary.trials = 1000;
  summary.sides = {made_up_side(7.2, 0), made_up_side(6.2, -1)};
  tally::SideSummary& later = summary.sides[1];
  later.rating = {100, 250, 550, 100};
  later.migration[1] = {0, 250, 50, 0};
  later.expected_score = 2.65;
  later.expected_score_change = 0.05;
  later.expected_score_change_se = 0.007;
  return summary;
}

}  // namespace uor::cli
