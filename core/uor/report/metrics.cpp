#include "core/uor/report/metrics.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/model/facts.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report {

namespace {

const trust::Field* field_of(const Context& context, const std::string& id) {
  const auto found = std::find_if(context.fields.begin(), context.fields.end(),
                                  [&](const trust::Field& field) { return field.id == id; });
  return found == context.fields.end() ? nullptr : &*found;
}

/// "current assets without inventories, current liabilities", "the accounts to date"; empty unless it is derived.
std::string derived_from(const model::Fact& fact, const Context& context) {
  if (fact.is_reported()) return "";
  if (!fact.accounts.empty()) return "the accounts to date";
  std::string words;
  for (const std::string& id : fact.from) {
    const trust::Field* field = field_of(context, id);
    words += (words.empty() ? "" : ", ") + (field == nullptr ? id : lower(field->title));
  }
  return words;
}

/// Without the trust's own file nothing is said to be reported.
void add_reported(Metric& metric, const Context& context, const TrustContext& about, bool moving) {
  const trust::Field* field = field_of(context, metric.id);
  metric.origin = "drawn";
  if (field == nullptr || !about.trust) return;
  const model::Fact fact = model::resolve_fact(*field, *about.trust, context.policy);
  metric.origin = model::origin_of(fact);
  metric.derived_from = derived_from(fact, context);
  const auto found = about.trust->reported.find(metric.id);
  if (found == about.trust->reported.end()) return;
  metric.reported = found->second.value;
  metric.reported_rounding = found->second.rounding;
  metric.figure_month = found->second.month;
  metric.figure_source = found->second.source;
  metric.reported_quarter = analyse::quarter_of(found->second.value, metric.polarity, metric.stated);
  const double then = metric.stated.median, now = metric.benchmark.front().median;
  if (!metric.money) metric.reported_now = metric.reported;
  // Benchmarks that move tell of trusts and prices together.
  if (metric.money && then != 0 && !moving) metric.reported_now = found->second.value * now / then;
}

/// Peers are shown where somebody knows their median: the run, which always has one to compare with, takes the national
/// one where nobody does.
void add_benchmarks(Metric& metric, const policy::Metric& row, const View& view, const Peers& peers) {
  const auto found = peers.medians.find(row.id);
  metric.stated = analyse::benchmark_as_stated(
      row, found == peers.medians.end() ? std::optional<double>() : std::optional(found->second));
  metric.standing = name_of(row.standing);
  metric.source = row.source;
  metric.caveat = row.caveat;
  for (std::size_t side = 0; side < view.sides(); ++side) {
    const auto known = analyse::benchmark_at_rating(view.header, view.side(side), "metric." + row.id);
    metric.benchmark.push_back(known.value_or(metric.stated));
    if (!metric.stated.peer && !view.header.moving_benchmarks) metric.benchmark.back().peer.reset();
  }
}

void add_opportunity(Metric& metric, const View& view, const policy::Policy& policy) {
  const policy::Opportunity* row = opportunity_row(policy, metric.id);
  if (row != nullptr) metric.opportunity_basis = std::string(name_of(row->standing)) + ": " + row->source;
  for (std::size_t side = 0; side < metric.line.sides.size(); ++side) {
    const double value = metric.line.sides[side][view.assessment()].mean;
    const auto unit = row == nullptr ? std::nullopt : unit_worth(*row, view, side, value);
    metric.opportunity.push_back(worth_of(value, metric.polarity, metric.benchmark[side], unit));
  }
}

/// What the prices of a metric rise by from one month to another on a side; nothing where the run does not tell.
std::optional<double> price_rise(const Metric& metric, const std::optional<Line>& index, std::size_t side,
                                 std::size_t first, std::size_t last) {
  if (!metric.money) return 1.0;
  if (!index || index->sides[side][first].mean == 0) return std::nullopt;
  return index->sides[side][last].mean / index->sides[side][first].mean;
}

void add_sides(Metric& metric, const View& view, const std::optional<Line>& cost_index) {
  constexpr std::size_t a_year = 12;
  const std::size_t last = view.assessment(), first = last >= a_year ? last - a_year : 0;
  for (std::size_t side = 0; side < metric.line.sides.size(); ++side) {
    const std::vector<Band>& months = metric.line.sides[side];
    const std::optional<double> rise = price_rise(metric, cost_index, side, first, last);
    metric.forecast_change.push_back(rise ? std::optional(months[last].mean - months[first].mean * *rise)
                                          : std::nullopt);
    metric.quarter.push_back(analyse::quarter_of(months[last].mean, metric.polarity, metric.benchmark[side]));
  }
}

}  // namespace

std::string forecast_direction(const Metric& metric, std::size_t side) {
  const std::optional<double>& change = metric.forecast_change[side];
  if (!change) return "";
  if (std::abs(*change) < metric.change.threshold || *change == 0) return "steady";
  if (metric.polarity == 0) return "moving";
  return (*change > 0) == (metric.polarity > 0) ? "improving" : "worsening";
}

std::vector<Metric> metrics_of(const View& view, const Context& context, std::size_t trust) {
  static const TrustContext nothing;
  const TrustContext& about = trust < context.trusts.size() ? context.trusts[trust] : nothing;
  const std::optional<Line> cost_index = line_of(view, context.policy.cost_index);
  std::vector<Metric> metrics;
  for (const policy::Metric& row : context.policy.metrics) {
    auto line = line_of(view, "metric." + row.id);
    if (!line) continue;
    Metric metric;
    metric.id = row.id;
    metric.title = line->title;
    metric.unit = line->unit;
    metric.kloe = row.kloe;
    metric.polarity = line->polarity;
    metric.money = row.money;
    metric.lag_months = row.lag_months;
    add_benchmarks(metric, row, view, about.peers);
    metric.line = std::move(*line);
    add_reported(metric, context, about, view.header.moving_benchmarks);
    metric.change = about.trust ? analyse::year_change(row, *about.trust, context.policy)
                                : analyse::year_change(row, std::nullopt, std::nullopt, context.policy);
    add_sides(metric, view, cost_index);
    add_opportunity(metric, view, context.policy);
    metrics.push_back(std::move(metric));
  }
  return metrics;
}

namespace {

/// "improved", "steady" or "deteriorated"; null: not known.
Json direction_of(const analyse::YearChange& change) {
  if (change.direction == analyse::YearChange::Direction::not_known) return Json();
  return analyse::name_of(change.direction);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json benchmark_json(const analyse::Benchmark& benchmark, const Metric& metric) {
  return {{"lower_quartile", benchmark.lower}, {"median", benchmark.median},
          {"upper_quartile", benchmark.upper}, {"peer_median", number_or_null(benchmark.peer)},
          {"standing", metric.standing},       {"source", metric.source}};
}

}  // namespace

Json json_of(const Metric& metric) {
  Json sides = Json::array();
  for (const analyse::Benchmark& benchmark : metric.benchmark) sides.push_back(benchmark_json(benchmark, metric));
  Json worth = Json::array();
  for (const Worth& side : metric.opportunity) worth.push_back(json_of(side));
  return {
      {"id", metric.id},
      {"title", metric.title},
      {"unit", metric.unit},
      {"kloe", metric.kloe},
      {"polarity", metric.polarity},
      {"money", metric.money},
      {"lag_months", metric.lag_months},
      {"origin", metric.origin},
      {"derived_from", metric.derived_from},
      {"reported", number_or_null(metric.reported)},
      {"reported_at_rating_prices", number_or_null(metric.reported_now)},
      {"reported_rounding", metric.reported_rounding},
      {"reported_quarter", metric.reported_quarter},
      {"benchmark", sides.empty() ? Json() : sides.front()},
      {"benchmark_by_side", sides},
      {"benchmark_as_stated", benchmark_json(metric.stated, metric)},
      {"line", json_of(metric.line)},
      {"direction", direction_of(metric.change)},
      {"year_ago", number_or_null(metric.change.year_ago)},
      {"change", analyse::in_words(metric.change)},
      {"month", text_or_null(metric.figure_month)},
      {"source", text_or_null(metric.figure_source)},
      {"caveat", text_or_null(metric.caveat)},
      {"forecast_change", numbers_or_null(metric.forecast_change)},
      {"quarter", metric.quarter},
      {"opportunity_gbp_m", metric.opportunity.empty() ? Json() : number_or_null(metric.opportunity.front().to_median)},
      {"opportunity_by_side", worth},
      {"opportunity_basis", text_or_null(metric.opportunity_basis)}};
}

}  // namespace uor::report
