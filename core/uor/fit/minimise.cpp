#include "core/uor/fit/minimise.hpp"

#include <cmath>
#include <nlopt.hpp>

#include "core/uor/base/error.hpp"

namespace uor::fit {
namespace {

constexpr double enough = 1e-10;  // relative change of the value at which the search ends
constexpr int most_steps = 2000;
constexpr double difference_step = 1e-4;

double call(const std::vector<double>& x, std::vector<double>& gradient, void* data) {
  std::vector<double> slope(x.size());
  const double value = (*static_cast<const Objective*>(data))(x, slope);
  if (!gradient.empty()) gradient = slope;
  return value;
}

}  // namespace

std::vector<double> minimise(const Objective& objective, std::vector<double> start, const std::vector<double>& lower) {
  std::vector<double> slope(start.size());
  if (!std::isfinite(objective(start, slope))) throw Error("the fit has no finite start", Fault::run);
  nlopt::opt search(nlopt::LD_LBFGS, static_cast<unsigned>(start.size()));
  Objective copy = objective;
  search.set_min_objective(call, &copy);
  search.set_lower_bounds(lower);
  search.set_ftol_rel(enough);
  search.set_maxeval(most_steps);
  double least = 0;
  try {
    search.optimize(start, least);
  } catch (const nlopt::roundoff_limited&) {
    // As near as rounding allows: start holds the best point.
  } catch (const std::runtime_error&) {
    // NLopt says so when the line search cannot improve any more: start holds the best point.
  }
  return start;
}

std::vector<double> curvature(const Objective& objective, const std::vector<double>& x) {
  const std::size_t n = x.size();
  std::vector<double> second(n * n), up(n), down(n), moved = x;
  for (std::size_t i = 0; i < n; ++i) {
    moved[i] = x[i] + difference_step;
    objective(moved, up);
    moved[i] = x[i] - difference_step;
    objective(moved, down);
    moved[i] = x[i];
    for (std::size_t j = 0; j < n; ++j) second[i * n + j] = (up[j] - down[j]) / (2 * difference_step);
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      second[i * n + j] = second[j * n + i] = 0.5 * (second[i * n + j] + second[j * n + i]);
    }
  }
  return second;
}

}  // namespace uor::fit
