#include "core/uor/base/distribution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace uor {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::string problem_of(Shape shape, std::vector<double> parameters) {
  return problem_of(Distribution{shape, std::move(parameters), {}, {}});
}

TEST(Shape, HasOneNameEach) {
  EXPECT_EQ(shape_names().size(), 11u);
  for (const std::string& name : shape_names()) EXPECT_EQ(name_of(*shape_named(name)), name);
  EXPECT_EQ(name_of(Shape::pert), "pert");
  EXPECT_EQ(shape_named("quartiles"), Shape::quartiles);
  EXPECT_FALSE(shape_named("Normal").has_value());
}

TEST(Words, OfScenarioFilesAreKnownBothWays) {
  EXPECT_EQ(name_of(Each::ar1), "ar1");
  EXPECT_EQ(each_named("month"), Each::month);
  EXPECT_FALSE(each_named("year").has_value());
  EXPECT_EQ(name_of(Operation::multiply), "multiply");
  EXPECT_EQ(operation_named("add"), Operation::add);
  EXPECT_FALSE(operation_named("").has_value());
  EXPECT_EQ(name_of(Standing::unverified), "unverified");
  EXPECT_EQ(standing_named("assumed"), Standing::assumed);
  EXPECT_FALSE(standing_named("guess").has_value());
}

TEST(Distribution, IsZeroUnlessSaid) {
  EXPECT_EQ(to_string(Distribution{}), "constant(0)");
  EXPECT_EQ(problem_of(Distribution{}), "");
}

TEST(Distribution, PrintsItsParametersAndTruncation) {
  EXPECT_EQ(to_string({Shape::normal, {0, 0.05}, {}, {}}), "normal(0, 0.05)");
  EXPECT_EQ(to_string({Shape::normal, {0, 1}, -1.0, 2.5}), "normal(0, 1) truncated to [-1, 2.5]");
  EXPECT_EQ(to_string({Shape::normal, {0, 1}, 0.0, {}}), "normal(0, 1) truncated to [0, inf]");
}

TEST(ProblemOf, IsEmptyForEveryShapeWithGoodParameters) {
  EXPECT_EQ(problem_of(Shape::normal, {-3, 0.1}), "");
  EXPECT_EQ(problem_of(Shape::lognormal, {2, 0.5}), "");
  EXPECT_EQ(problem_of(Shape::triangular, {0, 0, 1}), "");
  EXPECT_EQ(problem_of(Shape::pert, {0, 1, 1}), "");
  EXPECT_EQ(problem_of(Shape::beta, {0, 1, 2, 3}), "");
  EXPECT_EQ(problem_of(Shape::uniform, {-1, 1}), "");
  EXPECT_EQ(problem_of(Shape::discrete, {1, 0.5, 2, 0}), "");
  EXPECT_EQ(problem_of(Shape::bernoulli, {1}), "");
  EXPECT_EQ(problem_of(Shape::empirical, {3, 1}), "");
  EXPECT_EQ(problem_of(Shape::quartiles, {1, 1, 2}), "");
}

TEST(ProblemOf, CountsParameters) {
  EXPECT_EQ(problem_of(Shape::normal, {1}), "normal takes 2 parameters (mean, sd), not 1");
  EXPECT_EQ(problem_of(Shape::bernoulli, {}), "bernoulli takes 1 parameter (probability), not 0");
}

TEST(ProblemOf, RefusesWhatIsNotFinite) {
  EXPECT_EQ(problem_of(Shape::normal, {std::nan(""), 1}), "mean must be a finite number, is nan");
  EXPECT_EQ(problem_of(Shape::uniform, {0, infinity}), "upper must be a finite number, is inf");
  EXPECT_EQ(problem_of(Shape::empirical, {1, infinity}), "value 2 must be a finite number, is inf");
}

TEST(ProblemOf, WantsPositiveSpread) {
  EXPECT_EQ(problem_of(Shape::normal, {0, -1}), "sd must be > 0, is -1");
  EXPECT_EQ(problem_of(Shape::lognormal, {-2, 1}), "median must be > 0, is -2");
  EXPECT_EQ(problem_of(Shape::lognormal, {2, 0}), "sigma must be > 0, is 0");
  EXPECT_EQ(problem_of(Shape::beta, {0, 1, 0, 2}), "alpha must be > 0, is 0");
  EXPECT_EQ(problem_of(Shape::beta, {0, 1, 2, -2}), "beta must be > 0, is -2");
}

TEST(ProblemOf, WantsBoundsInOrder) {
  EXPECT_EQ(problem_of(Shape::triangular, {2, 1, 3}), "lower must be <= mode, but lower is 2 and mode is 1");
  EXPECT_EQ(problem_of(Shape::pert, {0, 4, 3}), "mode must be <= upper, but mode is 4 and upper is 3");
  EXPECT_EQ(problem_of(Shape::pert, {3, 3, 3}), "lower must be < upper, but lower is 3 and upper is 3");
  EXPECT_EQ(problem_of(Shape::uniform, {1, 1}), "lower must be < upper, but lower is 1 and upper is 1");
  EXPECT_EQ(problem_of(Shape::quartiles, {5, 4, 9}), "lower must be <= median, but lower is 5 and median is 4");
}

TEST(ProblemOf, WantsWeightsThatCanBeDrawnFrom) {
  EXPECT_EQ(problem_of(Shape::discrete, {}), "values must have at least one entry, has none");
  EXPECT_EQ(problem_of(Shape::discrete, {1, 1, 2}), "values and weights must be of equal length");
  EXPECT_EQ(problem_of(Shape::discrete, {1, 1, 2, -1}), "weights must be >= 0, weight 2 is -1");
  EXPECT_EQ(problem_of(Shape::discrete, {1, 0, 2, 0}), "the sum of weights must be > 0, is 0");
  EXPECT_EQ(problem_of(Shape::bernoulli, {1.2}), "probability must be from 0 to 1, is 1.2");
  EXPECT_EQ(problem_of(Shape::empirical, {1}), "sample must have at least 2 values, has 1");
}

TEST(ProblemOf, WantsATruncationThatMakesSense) {
  EXPECT_EQ(
      problem_of(Distribution{Shape::normal, {0, 1}, 2.0, 1.0}),
      "truncate's lower bound must be < its upper bound, but truncate's lower bound is 2 and its upper bound is 1");
  EXPECT_EQ(problem_of(Distribution{Shape::normal, {0, 1}, std::nan(""), {}}),
            "truncate's lower bound must be a number, is nan");
  EXPECT_EQ(problem_of(Distribution{Shape::constant, {1}, 0.0, {}}), "a constant cannot be truncated");
}

}  // namespace
}  // namespace uor
