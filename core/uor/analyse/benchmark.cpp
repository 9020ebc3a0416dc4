#include "core/uor/analyse/benchmark.hpp"

#include <algorithm>
#include <cmath>

namespace uor::analyse {

namespace {

bool at(double value, double mark) {
  constexpr double last_digits = 1e-9;
  return std::abs(value - mark) <= last_digits * std::max(std::abs(value), std::abs(mark));
}

bool below(double value, double mark) { return value < mark && !at(value, mark); }

/// The distance between two marks that a change of the quantity is measured by; 0 where there is none.
double national_spread(const model::Header& header, const tally::SideSummary& baseline, const Quantity& quantity) {
  const auto benchmark = benchmark_at_rating(header, baseline, quantity.id);
  return benchmark ? std::abs(benchmark->upper - benchmark->lower) : 0;
}

}  // namespace

Benchmark benchmark_as_stated(const policy::Metric& row, std::optional<double> peer) {
  return {row.lower, row.median, row.upper, peer ? peer : row.peer};
}

std::optional<Benchmark> benchmark_at_rating(const model::Header& header, const tally::SideSummary& side,
                                             const std::string& metric) {
  const auto found = std::find_if(header.metrics.begin(), header.metrics.end(),
                                  [&](const Quantity& quantity) { return quantity.id == metric; });
  const auto index = static_cast<std::size_t>(found - header.metrics.begin());
  if (index >= side.benchmarks.size() || std::isnan(side.benchmarks[index][0])) return std::nullopt;
  const auto& [lower, median, upper, peer] = side.benchmarks[index];
  return Benchmark{lower, median, upper, peer};
}

int quarter_of(double value, int polarity, const Benchmark& benchmark) {
  if (polarity == 0 || !std::isfinite(value)) return 0;
  // With the sign of what is better, so that more is better.
  const double sign = polarity > 0 ? 1 : -1;
  const double x = sign * value, median = sign * benchmark.median;
  const double best = sign * (polarity > 0 ? benchmark.upper : benchmark.lower);
  const double worst = sign * (polarity > 0 ? benchmark.lower : benchmark.upper);
  if (below(best, x)) return 1;
  if (!below(x, median)) return 2;
  return below(x, worst) ? 4 : 3;
}

double size_of_change(const model::Header& header, const tally::SideSummary& baseline, const Quantity& quantity,
                      double from, double to, double change) {
  if (change == 0 || !std::isfinite(change)) return 0;
  constexpr double a_grade = 1;
  double unit = national_spread(header, baseline, quantity);
  if (!(unit > 0)) unit = quantity.kind == Kind::score ? a_grade : std::max(std::abs(from), std::abs(to));
  return unit > 0 ? change / unit : 0;
}

}  // namespace uor::analyse
