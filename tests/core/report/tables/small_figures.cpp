#include "tests/core/report/tables/small_figures.hpp"

#include "core/uor/report/tables/shape.hpp"

namespace uor::report::test {

namespace {

constexpr std::size_t months = 2;

Odds odds_of_side(std::size_t side) {
  Odds odds;
  const Odds4 baseline = {{{0.2, 0.04}, {0.5, 0.05}, {0.3, 0.046}, {0, 0}}};
  const Odds4 slip = {{{0.3, 0.046}, {0.5, 0.05}, {0.2, 0.04}, {0, 0}}};
  odds.rating = odds.combined = odds.quality = side == 0 ? baseline : slip;
  odds.good_or_better = side == 0 ? analyse::Estimate{0.3, 0.046} : analyse::Estimate{0.2, 0.04};
  if (side > 0) odds.change = {{{0.1, 0.03}, {0, 0}, {-0.1, 0.03}, {0, 0}}};
  if (side > 0) odds.good_or_better_change = {-0.1, 0.03};
  odds.expected_rating = {side == 0 ? 2.1 : 1.9, 0.07};
  odds.expected_rating_change = {side == 0 ? 0.0 : -0.2, side == 0 ? 0.0 : 0.04};
  odds.expected_score = 2.08;
  odds.latent = "2.08, 0.22 below good";
  odds.by_month.assign(months, odds.rating);
  odds.from_to = {{{{20, 0, 0, 0}}, {{10, 40, 0, 0}}, {{0, 10, 20, 0}}, {{0, 0, 0, 0}}}};
  odds.likeliest = 2;
  return odds;
}

Line line_of(const std::string& id, const std::string& title, const std::string& unit, double mean) {
  Line line{id, title, unit, 0, {}, {}};
  for (std::size_t side = 0; side < 2; ++side) {
    const double at = mean + static_cast<double>(side);
    line.sides.emplace_back(months, Band{at, 0.1, 1, at - 2, at - 1, at, at + 1, at + 2});
    line.change.emplace_back(months, analyse::Estimate{static_cast<double>(side), 0.2});
  }
  return line;
}

Metric metric() {
  Metric metric;
  metric.id = "dna_rate";
  metric.title = "Did not attend";
  metric.unit = "percent";
  metric.kloe = "clinical";
  metric.origin = "reported";
  metric.reported = 7.2;
  metric.benchmark.assign(2, analyse::Benchmark{});
  metric.line = line_of("metric.dna_rate", metric.title, metric.unit, 7);
  metric.forecast_change = {0.5, std::nullopt};
  metric.quarter = {3, 4};
  metric.standing = "verified";
  metric.source = "national returns";
  metric.lag_months = 2;
  metric.opportunity = {{1.5, 2.5, std::nullopt}, {3.5, 4.5, std::nullopt}};
  metric.opportunity_basis = "derived: a count";
  return metric;
}

Changes changes() {
  Changes changes;
  changes.trials = 100;
  changes.rating[2] = {0.3, 0.2, -0.1, 0.03};
  changes.good_or_better = {0.3, 0.2, -0.1, 0.03};
  changes.expected_rating = {2.1, 1.9, -0.2, 0.04};
  const Moved score{"clinical.score", "Clinical", "1 to 4", {2.5, 2.4, -0.1, 0.01}, -0.1, -1};
  changes.kloes = {{"clinical", "Clinical", score, {0.4, 0.5, 0.1, 0.02}}};
  changes.metrics = {{"dna_rate", "Did not attend", "percent", {7, 8, 1, 0.2, analyse::Basis::bound}, 0.43, -1}};
  changes.rules = {{"deficit", "In deficit", true, {0.1, 0.3, 0.2, 0.04}}};
  return changes;
}

void add_money(TrustFigures& trust) {
  trust.money.statements = {line_of("finance.cash", "Cash", "GBP m", 10)};
  const Band band{4, 0.1, 1, 2, 3, 4, 5, 6};
  trust.money.fund = {{0, 1, {4.0, 3.0}, {band, band}}};
  trust.statement.closed_months = 1;
  const StatementRow pay{"pay", "Pay", false, {-2, -3}, -5}, surplus{"surplus", "Surplus", true, {1, -0.5}, 0.5};
  trust.statement.sides = {{pay, surplus}, {pay, surplus}};
  trust.statement.steps = {"", "why"};
  const BridgeStep plan{"plan", "Plan", true, -9.5}, slip{"slip", "Slipped", false, -1.25};
  trust.bridge.sides = trust.own_forecast.sides = {{plan, slip}, {plan, slip}};
  const SchemeSide scheme{"Rosters", "nonpay", 4, 3, "amber"}, all{"", "", 4, 3, "amber"};
  trust.schemes.sides = {{scheme}, {scheme}};
  trust.schemes.totals = {all, all};
  trust.score_beside.mean = {{2, 2.6}, {3, 3}};
  trust.score_beside.metrics = {line_of("finance.liquidity_score", "Finance score: liquidity", "score", 2)};
  trust.score_beside.title = "Finance score";
  trust.score_beside.metric_titles = {"Liquidity"};
}

TrustFigures trust() {
  TrustFigures trust;
  trust.code = "RF4";
  trust.name = "Barking";
  trust.type = "acute";
  trust.trials = 100;
  trust.metrics_reported = 1;
  trust.prices = "in prices of March 2019";
  trust.odds = {odds_of_side(0), odds_of_side(1)};
  trust.changes = {changes()};
  const KloeSide side{trust.odds[0].rating, {}, 2};
  trust.kloes = {
      {"clinical", "Clinical", "How well?", 0.3, line_of("clinical.score", "Score", "score", 2.5), {side, side}}};
  trust.metrics = {metric()};
  trust.ratios = {{"total", "Total cost", "GBP", {3900.0, 4000.0}, {3500.0, 3500.0}, {30.0, 40.0}}};
  trust.prompts = {
      {"clinical.girft", "clinical", "What became better?", "Clinical services", {"Medical director"}, true, 3},
      {"clinical.days", "clinical", "How many days?", "Clinical services", {}, false, {}}};
  trust.evidence = {{"intervention", "clinical", "dna_rate", "Reminders.", "own", "2018-06", 0.25, "it worked"}};
  add_money(trust);
  trust.limiters = {{"deficit", "In deficit", "", "", "", {}, {{0.1, 0}, {0.3, 0}}},
                    {"never", "Never", "", "", "", {}, {{0, 0}, {0, 0}}}};
  trust.characteristics = {{"slow", "Slow | steady", "good", "", "", {}, {{0.25, 0}, {0.5, 0}}}};
  trust.assumptions = {{"dna_rate", "Did not attend", "", "Not reported.", "assumed", "none", {}}};
  return trust;
}

}  // namespace

Figures small_figures() {
  Figures figures;
  figures.origin.file = "small.h5";
  figures.origin.title = "A small run";
  figures.origin.question = "What if savings slip?";
  figures.origin.sides = {"baseline", "slip"};
  figures.origin.side_titles = {"Baseline", "Slip"};
  figures.origin.months = figures.origin.assessment_month = months;
  figures.origin.trials = 100;
  figures.origin.standing = {{"assumed", 3}};
  figures.origin.inputs = {{"policy", "framework.toml", "abc"}};
  figures.origin.plugins = {{"clinical", "1.0.0", "def"}};
  figures.trusts = {trust()};
  return figures;
}

std::vector<std::string> words_of_row(const tables::Table& table, std::size_t row) {
  Words words;
  const tables::Table read = as_read(table);
  for (const tables::Cell& cell : read.rows.at(row).cells) words.push_back(words_of(cell));
  return words;
}

std::vector<std::string> headings(const tables::Table& table) {
  Words words;
  const tables::Table read = as_read(table);
  for (const tables::Column& column : read.columns) words.push_back(column.heading);
  return words;
}

}  // namespace uor::report::test
