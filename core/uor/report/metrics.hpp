// The initial metrics: what was reported, how they are forecast on each side, and what they are compared with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/benchmark.hpp"
#include "core/uor/analyse/year_change.hpp"
#include "core/uor/report/context.hpp"
#include "core/uor/report/line.hpp"
#include "core/uor/report/opportunity.hpp"

namespace uor::report {

struct Metric {
  std::string id, title, unit, kloe;  // id without "metric."
  int polarity = 0;
  bool money = false;        // benchmarks are uprated with costs
  int lag_months = 0;        // how old the newest published value is
  std::string origin;        // "reported", "derived" or "drawn": where the run's starting value comes from
  std::string derived_from;  // of a derived one, in words: "last year's surplus, total income"
  std::optional<double> reported;
  std::string figure_month, figure_source;  // of the reported value, where the trust says: "2018-11", "ward data"
  std::optional<double> reported_now;       // in the prices of the assessment month, where known
  double reported_rounding = 0;             // half-width of the interval that the reported value was rounded to
  int reported_quarter = 0;      // national quarter of what was reported, among figures of the same prices; 0 none
  analyse::Benchmark stated;     // in the prices of the policy's data, as what was reported is
  std::string caveat;            // what the framework says to bear in mind when reading it
  std::string standing, source;  // of the national figures
  std::vector<analyse::Benchmark> benchmark;  // [side], in the prices of the assessment month, as `line` is there
  Line line;                                  // by side and month
  /// Over the last twelve months, as reported.
  analyse::YearChange change;
  /// Change of the mean over the simulated months up to the assessment, at most 12, by side; of money net of national
  /// prices, and not known where the run did not keep the index of prices.
  std::vector<std::optional<double>> forecast_change;
  /// National quarter of each side's mean at the assessment month, against `benchmark`: 1 best to 4 worst, 0 without
  /// polarity.
  std::vector<int> quarter;
  /// By side: the twelve months up to the assessment, against `benchmark`. Overlapping, so no sum means anything.
  std::vector<Worth> opportunity;
  std::string opportunity_basis;  // standing and source of a unit's worth; empty: the policy gives the metric none
};

/// "improving", "worsening", "moving" (without polarity) or "steady": by the policy's rule for a change over twelve
/// months; "" where the change is not known.
std::string forecast_direction(const Metric& metric, std::size_t side);

/// Those that the run summarised, in the framework's order.
std::vector<Metric> metrics_of(const View& view, const Context& context, std::size_t trust);

Json json_of(const Metric& metric);

}  // namespace uor::report
