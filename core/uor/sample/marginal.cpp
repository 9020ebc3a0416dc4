#include "core/uor/sample/marginal.hpp"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <string>
#include <vector>

#include "core/uor/base/error.hpp"
#include "core/uor/sample/beta_table.hpp"
#include "core/uor/sample/beta_tail.hpp"
#include "core/uor/sample/kernels.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/shape.hpp"

namespace uor::sample {

namespace {

using Form = MapPlan::Form;
using elementary::Tails;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double least_kept = 1e-9;  // a shape that keeps less is a slip of unit or sign, not a choice

std::string brief(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

}  // namespace

struct Marginal::Plan {
  MapPlan map;
  std::vector<double> values, thresholds;
  std::shared_ptr<const BetaTable> table;

  void set(Form form, std::initializer_list<double> constants) {
    map.form = form;
    std::copy(constants.begin(), constants.end(), map.k);
  }

  void set_triangular(double lower, double mode, double upper) {
    const double range = upper - lower;
    set(Form::triangular, {lower, upper, (mode - lower) / range, range * (mode - lower), range * (upper - mode)});
  }

  void set_beta(const Distribution& distribution) {
    const BetaShape shape = beta_shape_of(distribution);
    for (const double s : {shape.alpha, shape.beta}) {
      if (s >= smallest_beta_shape && s <= largest_beta_shape) continue;
      throw Error(to_string(distribution) + ": alpha and beta must be from " + brief(smallest_beta_shape) + " to " +
                  brief(largest_beta_shape) + ", one is " + brief(s));
    }
    table = beta_table(shape.alpha, shape.beta);
    set(Form::table, {shape.lower, shape.upper - shape.lower});
    map.values = table->data();
    map.size = table_intervals;
  }

  void set_ordered(const Distribution& distribution) {
    values = distribution.parameters;
    std::sort(values.begin(), values.end());
    map.form = Form::ordered;
    map.values = values.data();
    map.size = values.size();
  }

  /// Thresholds in z stand where the cumulated weight passes from one value to the next.
  void set_steps(const Distribution& distribution) {
    const std::vector<Step> steps = steps_of(distribution);
    if (steps.empty()) throw Error(to_string(distribution) + ": truncate leaves no value, widen its bounds");
    std::vector<double> above(steps.size() + 1, 0.0);
    for (std::size_t i = steps.size(); i-- > 0;) above[i] = above[i + 1] + steps[i].weight;
    double below = 0.0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (i > 0) thresholds.push_back(elementary::quantile_of(below / above[0], above[i] / above[0]));
      values.push_back(steps[i].value);
      below += steps[i].weight;
    }
    map.form = Form::steps;
    map.values = values.data();
    map.thresholds = thresholds.data();
    map.size = thresholds.size();
  }

  void set_truncation(const Distribution& distribution) {
    if (!distribution.truncate_lower && !distribution.truncate_upper) return;
    const double low = distribution.truncate_lower.value_or(-infinity);
    const double high = distribution.truncate_upper.value_or(infinity);
    Tails at_low = low > -infinity ? tails_at(distribution, low) : Tails{0.0, 1.0};
    Tails at_high = high < infinity ? tails_at(distribution, high) : Tails{1.0, 0.0};
    if (distribution.shape == Shape::empirical) {  // ties at a bound are kept
      at_low.upper = 1.0 - at_low.lower;
      at_high.lower = 1.0 - at_high.upper;
    }
    const bool left = at_low.lower < at_high.upper;
    const double kept = left ? at_high.lower - at_low.lower : at_low.upper - at_high.upper;
    if (!(kept >= least_kept)) {
      throw Error(to_string(distribution) + ": truncate keeps a probability of " + brief(std::max(kept, 0.0)) +
                  " only, check the unit and sign of its bounds");
    }
    map.truncated = true;
    map.lower_tails[0] = at_low.lower;
    map.lower_tails[1] = at_high.lower;
    map.upper_tails[0] = at_low.upper;
    map.upper_tails[1] = at_high.upper;
    map.bounds[0] = low;
    map.bounds[1] = high;
  }

  void set_shape(const Distribution& distribution) {
    const std::vector<double>& p = distribution.parameters;
    switch (distribution.shape) {
      case Shape::constant:
        return set(Form::constant, {p[0]});
      case Shape::normal:
        return set(Form::linear, {p[0], p[1]});
      case Shape::lognormal:
        return set(Form::exponential, {p[0], p[1]});
      case Shape::triangular:
        return set_triangular(p[0], p[1], p[2]);
      case Shape::pert:
      case Shape::beta:
        return set_beta(distribution);
      case Shape::uniform:
        return set(Form::uniform, {p[0], p[1] - p[0]});
      case Shape::empirical:
        return set_ordered(distribution);
      case Shape::quartiles:
        return set(Form::split, {p[1], halves_of(distribution).below, halves_of(distribution).above});
      case Shape::discrete:
      case Shape::bernoulli:
        return set_steps(distribution);
    }
  }
};

Marginal::Marginal(const Distribution& distribution) : distribution_(distribution) {
  const std::string problem = problem_of(distribution);
  if (!problem.empty()) throw Error(to_string(distribution) + ": " + problem);
  const auto plan = std::make_shared<Plan>();
  plan->set_shape(distribution);
  if (plan->map.form != Form::steps) plan->set_truncation(distribution);
  plan_ = plan;
}

double Marginal::operator()(double z) const {
  double value = 0.0;
  map(&z, &value, 1);
  return value;
}

void Marginal::map(const double* z, double* out, std::size_t count) const { kernels().map(plan_->map, z, out, count); }

double quantile_of(const Distribution& distribution, double probability) {
  if (!(probability > 0.0 && probability < 1.0)) {
    throw Error("probability of a quantile must be above 0 and below 1, is " + brief(probability));
  }
  return Marginal(distribution)(normal_quantile(probability));
}

}  // namespace uor::sample
