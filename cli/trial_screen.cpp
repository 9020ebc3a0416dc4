#include "cli/trial_screen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/heading.hpp"
#include "cli/text_table.hpp"
#include "cli/trial_rules.hpp"
#include "core/uor/base/decimals.hpp"

namespace uor::cli {

namespace {

bool is_left_out(const policy::TrialLine& line, const std::vector<double>& months) {
  return line.rare && std::all_of(months.begin(), months.end(), [](double x) { return x == 0; });
}

void print_drivers(const ask::Replay& replay, const Style& style) {
  print_heading(fmt::format("What was drawn, in month {}", replay.header.assessment_month), style);
  TextTable table({Align::left, Align::right, Align::left});
  for (std::size_t i = 0; i < replay.header.drivers.size(); ++i) {
    const Quantity& driver = replay.header.drivers[i];
    table.row({shorten(style.plain() ? driver.id : driver.title, 54), read_out(replay, driver.id),
               shorten((driver.unit == trust::yes_or_no_unit ? "" : driver.unit) +
                           (replay.header.driver_monthly[i] ? ", each month" : ""),
                       30)});
  }
  print(table.lines(style));
}

void print_statement(const ask::Replay& replay, const policy::Shown& rows, const Style& style) {
  constexpr std::size_t half_a_year = 6;  // side by side: a year of large figures is wider than a screen
  print_heading("Statement by month", style);
  const std::size_t months = static_cast<std::size_t>(replay.header.months);
  for (std::size_t first = 0; first < months; first += half_a_year) {
    const std::size_t last = std::min(first + half_a_year, months);
    TextTable table(first_left(1 + last - first), "");
    std::vector<std::string> head = {"GBP m, month"};
    for (std::size_t month = first; month < last; ++month) head.push_back(fmt::format("{}", month + 1));
    table.head(std::move(head));
    for (const policy::TrialLine& line : rows.trial_lines) {
      const auto found = replay.value.find(line.quantity);
      if (found == replay.value.end() || is_left_out(line, found->second)) continue;
      std::vector<std::string> cells = {"  " + line.title};
      for (std::size_t month = first; month < last; ++month) cells.push_back(decimals(found->second[month], 2));
      table.row(std::move(cells));
    }
    print(table.lines(style));
  }
}

void print_metrics(const ask::Replay& replay, const model::Inputs& inputs, const Style& style) {
  print_heading(fmt::format("Metrics in month {}", replay.header.assessment_month), style);
  TextTable table({Align::left, Align::right, Align::left, Align::right});
  table.head({"", "value", "", "score"});
  for (const policy::Metric& metric : inputs.policy.metrics) {
    const double score = replay.at_assessment(metric.kloe + ".score_" + metric.id);
    const policy::Kloe* kloe = inputs.policy.rating.find_kloe(metric.kloe);
    table.row(
        {replay.title_of("metric." + metric.id), figure(replay.at_assessment("metric." + metric.id)), metric.unit,
         std::isnan(score) ? "-" : fmt::format("{:.2f}{}", score, kloe != nullptr && kloe->accounts ? "*" : " ")});
  }
  print(table.lines(style));
  fmt::print("  {}\n", style.faint("* finance score of the oversight framework, 1 best to 4 worst"));
}

}  // namespace

void print_trial(const ask::Replay& replay, const model::Inputs& inputs, const Style& style) {
  print_drivers(replay, style);
  print_statement(replay, inputs.policy.shown, style);
  print_metrics(replay, inputs, style);
  print_rules(replay, inputs.policy, style);
}

void print_comparison(const ask::ReplayComparison& comparison, const std::string& path, const Style& style) {
  fmt::print("\n");
  if (comparison.differing.empty()) {
    print(wrap("",
               fmt::format("{}: equal to the file in all {} columns that '{}' keeps of this trial.",
                           style.better("Same"), comparison.columns, path),
               2));
    return;
  }
  print(wrap("",
             fmt::format("{}: {} of the {} columns that '{}' keeps of this trial are not equal to the file:",
                         style.worse("Different"), comparison.differing.size(), comparison.columns, path),
             2));
  for (const std::string& difference : comparison.differing) print(wrap("  ", difference, 4));
}

}  // namespace uor::cli
