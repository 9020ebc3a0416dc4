// The one home of "which quarter is this value in": national quartiles in the prices of the value, and the size of a
// change against them.
#pragma once

#include <optional>
#include <string>

#include "core/uor/policy/policy.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// National quartiles and the median of the peers, in the metric's unit, all in the prices of one month.
struct Benchmark {
  double lower = 0, median = 0, upper = 0;
  std::optional<double> peer;
};

/// In the prices of the policy's data, as reported figures are: for these and for no figure of a run.
Benchmark benchmark_as_stated(const policy::Metric& row, std::optional<double> peer);

/// What scores compare the metric with, in the prices of the assessment month, for figures of that month on that side:
/// means over trials. `metric` with "metric.". Nothing where the file has none (written by an older program).
std::optional<Benchmark> benchmark_at_rating(const model::Header& header, const tally::SideSummary& side,
                                             const std::string& metric);

/// National quarter of a value in the prices of the benchmark: 1 best to 4 worst, 0 without polarity. What is at a
/// quartile is in the quarter next to the median, what is at the median in the better half; "at" forgives the last
/// digits of a double.
int quarter_of(double value, int polarity, const Benchmark& benchmark);

/// A change of a mean at the assessment month in units in which quantities can be set beside each other: of a metric
/// the distance between its national quartiles in the prices of that month, of a score one grade, of anything else the
/// larger of the two means. Never the spread of trials, which is nothing where a figure is reported.
double size_of_change(const model::Header& header, const tally::SideSummary& baseline, const Quantity& quantity,
                      double from, double to, double change);

}  // namespace uor::analyse
