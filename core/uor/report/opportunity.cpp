#include "core/uor/report/opportunity.hpp"

#include <algorithm>

#include "core/uor/report/line.hpp"

namespace uor::report {

std::optional<double> year_of(const View& view, const std::string& quantity, std::size_t side) {
  constexpr std::size_t a_year = 12;
  if (!view.find(quantity)) return std::nullopt;
  const std::size_t last = view.assessment(), first = last + 1 >= a_year ? last + 1 - a_year : 0;
  const double sum = mean_sum(view, quantity, side, first, last);
  return sum * static_cast<double>(a_year) / static_cast<double>(last + 1 - first);
}

const policy::Opportunity* opportunity_row(const policy::Policy& policy, const std::string& metric) {
  const auto row = std::find_if(policy.opportunities.begin(), policy.opportunities.end(),
                                [&](const policy::Opportunity& one) { return one.id == metric; });
  return row == policy.opportunities.end() ? nullptr : &*row;
}

std::optional<double> unit_worth(const policy::Opportunity& row, const View& view, std::size_t side, double value) {
  const bool of_spend = !row.spend.empty();
  const std::optional<double> year = year_of(view, of_spend ? row.spend : row.quantity, side);
  if (!year || (of_spend && value == 0)) return std::nullopt;
  return of_spend ? *year / value : row.times * *year;
}

Worth worth_of(double value, int polarity, const analyse::Benchmark& benchmark, std::optional<double> unit) {
  const auto to = [&](std::optional<double> mark) {
    if (!unit || !mark) return std::optional<double>();
    return std::optional(std::max(polarity * (*mark - value) * *unit, 0.0));
  };
  return {to(benchmark.median), to(polarity > 0 ? benchmark.upper : benchmark.lower), to(benchmark.peer)};
}

Json json_of(const Worth& worth) {
  return {{"to_median", number_or_null(worth.to_median)},
          {"to_better_quartile", number_or_null(worth.to_better_quartile)},
          {"to_peers", number_or_null(worth.to_peers)}};
}

}  // namespace uor::report
