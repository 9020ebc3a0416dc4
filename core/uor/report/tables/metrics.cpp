#include "core/uor/report/tables/metrics.hpp"

#include <fmt/format.h>

#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/tables/kloes.hpp"
#include "core/uor/report/tables/shape.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

constexpr int reported_place = 1, national_place = 2, side_place = 3;

Column national(const std::string& heading, const std::string& over, const std::string& under) {
  return figures(heading, {{Part::value, over, under}}).at(national_place);
}

Column for_programs(const std::string& heading, const std::string& under, double width) {
  return figures(heading, {{Part::value, heading, under, width}}).in_numbers();
}

Column over_twelve_months() {
  return figures("Over twelve months, as reported", {{Part::value, "Over twelve months", "as reported", 34}})
      .at(reported_place);
}

std::vector<Column> metric_columns() {
  return {of_trust(),
          of_side().in_numbers(),
          text("Key line of enquiry").in_numbers(),
          text("Metric", 46),
          text("Unit", 18),
          for_programs("Start", "where from", 10),
          figures("Reported"),
          figures("", {{Part::value, "Mean"},
                       {Part::error, "±", "standard error", 9},
                       {Part::lower, "5 %", "of trials"},
                       {Part::median, "50 %", "of trials"},
                       {Part::upper, "95 %", "of trials"}})
              .each_side()
              .at(side_place),
          figures("change ± error", with_error("Change", "to baseline")).each_side().at(side_place),
          for_programs("Forecast", "change over it", 11),
          national("National lower quartile", "Lower quartile", "national"),
          national("National median", "Median", "national"),
          national("National upper quartile", "Upper quartile", "national"),
          national("Peers' median", "Peers", "median"),
          for_programs("A year before", "reported", 11),
          over_twelve_months(),
          for_programs("Month", "of the reported", 10),
          for_programs("Source", "of the reported", 24),
          for_programs("Bear in mind", "the framework", 40),
          for_programs("To median", "GBP m a year", 11),
          for_programs("To quartile", "GBP m a year", 11),
          for_programs("To peers", "GBP m a year", 11),
          for_programs("Quarter", "1 best", 9),
          for_programs("Quarter", "as reported", 11),
          text("Id", 28).in_numbers()};
}

Cell words_or_none(const std::string& words) { return words.empty() ? Cell() : Cell(words); }

Cell quarter_or_none(int quarter) { return quarter == 0 ? Cell() : Cell(Amount{static_cast<double>(quarter), 0}); }

Cell forecast_or_none(const std::optional<double>& change) { return change ? Cell(Change{*change}) : Cell(); }

Worth worth_at(const Metric& metric, std::size_t side) {
  return side < metric.opportunity.size() ? metric.opportunity[side] : Worth{};
}

std::vector<Cell> row_of(const Figures& run, const TrustFigures& trust, const Metric& metric, std::size_t side) {
  const auto month = static_cast<std::size_t>(run.origin.assessment_month - 1);
  const analyse::Benchmark& benchmark = metric.benchmark[side];
  const analyse::Estimate& change = metric.line.change[side][month];
  return {trust.code,
          run.origin.side_titles[side],
          title_of_kloe(trust, metric.kloe),
          metric.title,
          unit_name(metric.unit),
          metric.origin,
          amount_or_none(metric.reported),
          spread(metric.line.sides[side][month]),
          Change{change.value, change.standard_error},
          forecast_or_none(metric.forecast_change[side]),
          Amount{benchmark.lower},
          Amount{benchmark.median},
          Amount{benchmark.upper},
          amount_or_none(benchmark.peer),
          amount_or_none(metric.change.year_ago),
          analyse::in_words(metric.change),
          words_or_none(metric.figure_month),
          words_or_none(metric.figure_source),
          words_or_none(metric.caveat),
          amount_or_none(worth_at(metric, side).to_median),
          amount_or_none(worth_at(metric, side).to_better_quartile),
          amount_or_none(worth_at(metric, side).to_peers),
          quarter_or_none(metric.quarter[side]),
          quarter_or_none(metric.reported_quarter),
          metric.id};
}

Table metrics_of_side(const Figures& run, const TrustFigures& trust, std::size_t side) {
  Table table{"metrics",
              fmt::format("Initial metrics at the rating: mean of trials (5 to 95 % of them). National figures and "
                          "peers: {}, in the baseline; reported figures as they were reported",
                          trust.prices),
              "", metric_columns()};
  for (const Metric& metric : trust.metrics) table.add(row_of(run, trust, metric, side));
  return table;
}

std::vector<Table> metrics_of_sides(const Figures& run, const TrustFigures& trust) {
  std::vector<Table> sides = {metrics_of_side(run, trust, 0)};
  for (std::size_t side = 1; side < trust.odds.size(); ++side) sides.push_back(metrics_of_side(run, trust, side));
  return sides;
}

}  // namespace

Table metrics_by_side(const Figures& run, const TrustFigures& trust) { return in_turn(metrics_of_sides(run, trust)); }

Table metrics(const Figures& run, const TrustFigures& trust) {
  return beside(metrics_of_sides(run, trust), run.origin.side_titles);
}

Table opportunities(const Figures& run, const TrustFigures& trust, std::size_t side) {
  Table table{
      "opportunities",
      fmt::format("What better metrics would be worth, GBP m a year, \u201c{}\u201d", run.origin.side_titles[side]),
      "Overlapping, so no sum means anything; a metric without a pound value is left out. How a unit is worth "
      "pounds is assumed or derived as the last column says.",
      {text("Metric"), figures("To the median"), figures("To the better quartile"), figures("To the peers"),
       text("A unit's worth")}};
  for (const Metric& metric : trust.metrics) {
    const Worth worth = worth_at(metric, side);
    if (worth.to_median)
      table.add({metric.title, Amount{*worth.to_median}, amount_or_none(worth.to_better_quartile),
                 amount_or_none(worth.to_peers), metric.opportunity_basis});
  }
  return table;
}

Table ratios(const Figures& run, const TrustFigures& trust) {
  Table table{"ratios", "Beside the metrics, at the rating", "", {text("Figure"), text("Scenario")}};
  for (const char* heading : {"Value", "Medians together", "To them, GBP m a year"})
    table.columns.push_back(figures(heading));
  for (const Ratio& ratio : trust.ratios)
    for (std::size_t side = 0; side < ratio.value.size(); ++side)
      table.add({ratio.title + ", " + unit_name(ratio.unit), run.origin.side_titles[side],
                 amount_or_none(ratio.value[side]), amount_or_none(ratio.median[side]),
                 amount_or_none(ratio.opportunity[side])});
  return table;
}

Table sources(const Figures& run) {
  Table table{"sources",
              "National figures that metrics are compared with",
              "",
              {text("Metric"), text("Standing"), text("Source"), figures("Published, months late")}};
  for (const Metric& metric : run.trusts.front().metrics)
    table.add({metric.title, metric.standing, metric.source, Amount{static_cast<double>(metric.lag_months), 0}});
  return table;
}

}  // namespace uor::report::tables
