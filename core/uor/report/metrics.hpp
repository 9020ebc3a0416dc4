// The initial metrics: what was reported, how they are forecast on each side, and what they are compared with.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/year_change.hpp"
#include "core/uor/report/context.hpp"
#include "core/uor/report/line.hpp"

namespace uor::report {

/// National quartiles and the median of the peers, in the metric's unit, at the prices of the policy's data.
struct Benchmark {
  double lower_quartile = 0, median = 0, upper_quartile = 0;
  std::optional<double> peer_median;
  std::string standing, source;
};

struct Metric {
  std::string id, title, unit, kloe;  // id without "metric."
  int polarity = 0;
  bool money = false;  // benchmarks are uprated with costs inside the run
  int lag_months = 0;  // how old the newest published value is
  std::string origin;  // "reported", "derived" or "drawn": where the run's starting value comes from
  std::optional<double> reported;
  std::string month, source;     // of the reported value, where the trust says: "2018-11", "ward data"
  double reported_rounding = 0;  // half-width of the interval that the reported value was rounded to
  Benchmark benchmark;
  Line line;  // by side and month
  /// Over the last twelve months, as reported.
  analyse::YearChange change;
  /// Change of the mean over the simulated months up to the assessment, at most 12, by side; of money net of costs.
  std::vector<double> forecast_change;
  /// National quarter of each side's mean at the assessment month: 1 best to 4 worst, 0 without polarity.
  std::vector<int> quarter;
};

/// Those that the run summarised, in the framework's order.
std::vector<Metric> metrics_of(const View& view, const Context& context, std::size_t trust);

Json json_of(const Metric& metric);

}  // namespace uor::report
