#include "core/uor/base/distribution.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <span>

#include "core/uor/base/input_limits.hpp"

namespace uor {

namespace {

using Names = std::span<const std::string_view>;

struct ShapeFacts {
  std::string_view name;
  Names parameters;  // empty: any number
};

constexpr std::array<std::string_view, 1> of_constant = {"value"};
constexpr std::array<std::string_view, 2> of_normal = {"mean", "sd"};
constexpr std::array<std::string_view, 2> of_lognormal = {"median", "sigma"};
constexpr std::array<std::string_view, 3> of_three_points = {"lower", "mode", "upper"};
constexpr std::array<std::string_view, 4> of_beta = {"lower", "upper", "alpha", "beta"};
constexpr std::array<std::string_view, 2> of_uniform = {"lower", "upper"};
constexpr std::array<std::string_view, 1> of_bernoulli = {"probability"};
constexpr std::array<std::string_view, 3> of_quartiles = {"lower", "median", "upper"};

constexpr std::array<ShapeFacts, 11> shapes = {{{"constant", of_constant},
                                                {"normal", of_normal},
                                                {"lognormal", of_lognormal},
                                                {"triangular", of_three_points},
                                                {"pert", of_three_points},
                                                {"beta", of_beta},
                                                {"uniform", of_uniform},
                                                {"discrete", {}},
                                                {"bernoulli", of_bernoulli},
                                                {"empirical", {}},
                                                {"quartiles", of_quartiles}}};

constexpr std::array<std::string_view, 3> each_names = {"run", "month", "ar1"};
constexpr std::array<std::string_view, 3> operation_names = {"set", "add", "multiply"};
constexpr std::array<std::string_view, 4> standing_names = {"verified", "derived", "unverified", "assumed"};

const ShapeFacts& facts_of(Shape shape) { return shapes[static_cast<std::size_t>(shape)]; }

template <typename Enum>
std::optional<Enum> named(Names names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

std::string text_of(double value) {
  std::array<char, 32> buffer;
  const std::to_chars_result result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), result.ptr);
}

std::string must_exceed(std::string_view name, double value, double bound) {
  if (value > bound) return {};
  return std::string(name) + " must be > " + text_of(bound) + ", is " + text_of(value);
}

std::string must_ascend(std::string_view low_name, double low, std::string_view high_name, double high, bool strictly) {
  if (strictly ? low < high : low <= high) return {};
  return std::string(low_name) + " must be " + (strictly ? "< " : "<= ") + std::string(high_name) + ", but " +
         std::string(low_name) + " is " + text_of(low) + " and " + std::string(high_name) + " is " + text_of(high);
}

std::string first_of(std::initializer_list<std::string> problems) {
  for (const std::string& problem : problems) {
    if (!problem.empty()) return problem;
  }
  return {};
}

std::string problem_of_three(std::span<const double> p, Names names) {
  return first_of({must_ascend(names[0], p[0], names[1], p[1], false),
                   must_ascend(names[1], p[1], names[2], p[2], false),
                   must_ascend(names[0], p[0], names[2], p[2], true)});
}

std::string problem_of_discrete(std::span<const double> p) {
  if (p.empty()) return "values must have at least one entry, has none";
  if (p.size() % 2 != 0) return "values and weights must be of equal length";
  double total = 0.0;
  for (std::size_t i = 1; i < p.size(); i += 2) {
    if (p[i] < 0.0) return "weights must be >= 0, weight " + std::to_string(i / 2 + 1) + " is " + text_of(p[i]);
    total += p[i];
  }
  return must_exceed("the sum of weights", total, 0.0);
}

std::string problem_of_count(const Distribution& distribution) {
  const Names names = facts_of(distribution.shape).parameters;
  const std::size_t count = distribution.parameters.size();
  if (names.empty() || names.size() == count) return {};
  std::string text = std::string(name_of(distribution.shape)) + " takes " + std::to_string(names.size()) +
                     (names.size() == 1 ? " parameter (" : " parameters (");
  for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? "" : ", ") + std::string(names[i]);
  return text + "), not " + std::to_string(count);
}

std::string problem_of_size(const std::string& name, double value) {
  if (!std::isfinite(value)) return name + " must be a finite number, is " + text_of(value);
  if (std::abs(value) <= limits::distribution_number) return {};
  return name + " must be from -" + text_of(limits::distribution_number) + " to " +
         text_of(limits::distribution_number) + ", is " + text_of(value);
}

/// "value 2" and "weight 2" of lists.
std::string name_of_parameter(const Distribution& distribution, std::size_t i) {
  const Names names = facts_of(distribution.shape).parameters;
  if (!names.empty()) return std::string(names[i]);
  if (distribution.shape != Shape::discrete) return "value " + std::to_string(i + 1);
  return (i % 2 == 0 ? "value " : "weight ") + std::to_string(i / 2 + 1);
}

std::string problem_of_finite(const Distribution& distribution) {
  for (std::size_t i = 0; i < distribution.parameters.size(); ++i) {
    const std::string problem = problem_of_size(name_of_parameter(distribution, i), distribution.parameters[i]);
    if (!problem.empty()) return problem;
  }
  return {};
}

std::string problem_of_shape(const Distribution& distribution) {
  const std::span<const double> p = distribution.parameters;
  switch (distribution.shape) {
    case Shape::constant:
      return {};
    case Shape::normal:
      return must_exceed("sd", p[1], 0.0);
    case Shape::lognormal:
      return first_of({must_exceed("median", p[0], 0.0), must_exceed("sigma", p[1], 0.0),
                       must_ascend("sigma", p[1], "its limit", limits::lognormal_sigma, false)});
    case Shape::triangular:
    case Shape::pert:
      return problem_of_three(p, of_three_points);
    case Shape::beta:
      return first_of({must_ascend("lower", p[0], "upper", p[1], true), must_exceed("alpha", p[2], 0.0),
                       must_exceed("beta", p[3], 0.0)});
    case Shape::uniform:
      return must_ascend("lower", p[0], "upper", p[1], true);
    case Shape::discrete:
      return problem_of_discrete(p);
    case Shape::bernoulli:
      return p[0] >= 0.0 && p[0] <= 1.0 ? "" : "probability must be from 0 to 1, is " + text_of(p[0]);
    case Shape::empirical:
      return p.size() >= 2 ? "" : "sample must have at least 2 values, has " + std::to_string(p.size());
    case Shape::quartiles:
      return problem_of_three(p, of_quartiles);
  }
  return {};
}

std::string problem_of_truncation(const Distribution& distribution) {
  const std::optional<double>& low = distribution.truncate_lower;
  const std::optional<double>& high = distribution.truncate_upper;
  if (!low && !high) return {};
  if (distribution.is_constant()) return "a constant cannot be truncated";
  if (low && std::isnan(*low)) return "truncate's lower bound must be a number, is nan";
  if (high && std::isnan(*high)) return "truncate's upper bound must be a number, is nan";
  if (!low || !high) return {};
  return must_ascend("truncate's lower bound", *low, "its upper bound", *high, true);
}

}  // namespace

std::string_view name_of(Shape shape) { return facts_of(shape).name; }

std::optional<Shape> shape_named(std::string_view name) {
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    if (shapes[i].name == name) return static_cast<Shape>(i);
  }
  return std::nullopt;
}

std::vector<std::string> shape_names() {
  std::vector<std::string> names;
  for (const ShapeFacts& facts : shapes) names.emplace_back(facts.name);
  return names;
}

std::string problem_of(const Distribution& distribution) {
  std::string problem = problem_of_count(distribution);
  if (problem.empty()) problem = problem_of_finite(distribution);
  if (problem.empty()) problem = problem_of_shape(distribution);
  return problem.empty() ? problem_of_truncation(distribution) : problem;
}

std::string to_string(const Distribution& distribution) {
  std::string text = std::string(name_of(distribution.shape)) + "(";
  for (std::size_t i = 0; i < distribution.parameters.size(); ++i) {
    text += (i == 0 ? "" : ", ") + text_of(distribution.parameters[i]);
  }
  text += ")";
  if (!distribution.truncate_lower && !distribution.truncate_upper) return text;
  const std::string low = distribution.truncate_lower ? text_of(*distribution.truncate_lower) : "-inf";
  const std::string high = distribution.truncate_upper ? text_of(*distribution.truncate_upper) : "inf";
  return text + " truncated to [" + low + ", " + high + "]";
}

std::string_view name_of(Each each) { return each_names[static_cast<std::size_t>(each)]; }
std::string_view name_of(Operation operation) { return operation_names[static_cast<std::size_t>(operation)]; }
std::string_view name_of(Standing standing) { return standing_names[static_cast<std::size_t>(standing)]; }
std::optional<Each> each_named(std::string_view name) { return named<Each>(each_names, name); }
std::optional<Operation> operation_named(std::string_view name) { return named<Operation>(operation_names, name); }
std::optional<Standing> standing_named(std::string_view name) { return named<Standing>(standing_names, name); }

}  // namespace uor
