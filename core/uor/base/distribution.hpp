// A marginal distribution as data: shape and parameters, with no sampling.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace uor {

enum class Shape {
  constant,    // value
  normal,      // mean, sd
  lognormal,   // median, sd of the logarithm
  triangular,  // lower, mode, upper
  pert,        // lower, mode, upper (shape 4)
  beta,        // lower, upper, alpha, beta
  uniform,     // lower, upper
  discrete,    // values v[], weights w[] interleaved: v0, w0, v1, w1, ...
  bernoulli,   // probability of 1
  empirical,   // the sample itself; quantiles interpolate linearly between order statistics (type 7)
  quartiles,   // lower quartile, median, upper quartile: split normal, each half scaled to its quartile
};

struct Distribution {
  Shape shape = Shape::constant;
  std::vector<double> parameters = {0.0};
  std::optional<double> truncate_lower;  // draws are conditioned on lying inside, by restricting u
  std::optional<double> truncate_upper;

  static Distribution constant(double value) { return {Shape::constant, {value}, {}, {}}; }
  bool is_constant() const { return shape == Shape::constant; }
};

/// "normal", "pert", ...; the names of scenario files.
std::string_view name_of(Shape shape);

/// The inverse of name_of; nothing when the name is unknown.
std::optional<Shape> shape_named(std::string_view name);

/// All names, for messages.
std::vector<std::string> shape_names();

/// Empty when the parameters are valid for the shape, else what is wrong ("sd must be > 0, is -1").
std::string problem_of(const Distribution& distribution);

/// "normal(0, 0.05)", with "truncated to [a, b]" where it is.
std::string to_string(const Distribution& distribution);

enum class Each { run, month, ar1 };
enum class Operation { set, add, multiply };
enum class Standing { verified, derived, unverified, assumed };

std::string_view name_of(Each each);
std::string_view name_of(Operation operation);
std::string_view name_of(Standing standing);
std::optional<Each> each_named(std::string_view name);
std::optional<Operation> operation_named(std::string_view name);
std::optional<Standing> standing_named(std::string_view name);

}  // namespace uor
