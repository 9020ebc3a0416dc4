// KLOE scores -> proposed use-of-resources rating -> quality and combined rating: pure functions on columns.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace uor::rate {

/// 1 inadequate, 2 requires improvement, 3 good, 4 outstanding.
using Grade = std::uint8_t;

/// quantity (compare) value, with the column at hand; value is finite. Held as sign * quantity < below, which is the
/// same for every quantity and never true of NaN, so that loops over trials know one comparison only.
struct Test {
  enum class Compare { less, less_equal, greater, greater_equal };
  Test() = default;
  Test(Compare compare, double value);
  double sign = 1, below = 0;
};
bool holds(const Test& test, double quantity);

/// In how many of `count` trials all tests hold; columns has one a test.
std::size_t count_holding(std::span<const Test> tests, const double* const* columns, std::size_t count);

/// The same where `need` of the tests or more hold.
std::size_t count_holding(std::span<const Test> tests, const double* const* columns, std::size_t count,
                          std::size_t need);

/// One limiter row with its columns: it fires in trial t while every condition holds and chance[t] < probability.
struct LimiterColumns {
  std::vector<Test> tests;
  std::vector<const double*> columns;  // one per test
  const double* chance = nullptr;      // uniform on (0, 1); may be null when probability is 1
  double probability = 1;
  Grade best = 4, worst = 1;
};

struct Ladder {
  std::vector<double> weights;  // of each key line; sum 1
  double cut_requires_improvement = 0, cut_good = 0, cut_outstanding = 0;
};

/// One indicator with its column: the latent moves by coefficient * standardised(column[t]).
struct IndicatorColumn {
  const double* column = nullptr;
  double mean = 0, sd = 1, coefficient = 0;
};

/// (value - mean)/sd, held within 3; 0 for an unknown (NaN).
double standardised(double value, double mean, double sd);

/// Where a proposal goes, [count] each; null: not wanted.
struct Proposal {
  double* latent;
  Grade* grade;
  std::uint8_t* const* fired = nullptr;  // [limiters][count]: 1 where the row fired, else 0
  double* facts = nullptr;               // the latent without judgement
  std::uint64_t* held = nullptr;         // bit r: the conditions of row r hold; of 64 limiters at most
};

/// latent[t] = sum of weights * scores + sum over indicators + judgement[t]; grade[t] by the ladder (start at good: at
/// or above cut_good it is good, at or above cut_outstanding outstanding; below, requires improvement down to
/// cut_requires_improvement, else inadequate), then limited by every row that fires: the lowest `best` of them first,
/// then the highest `worst`, which so prevails. A condition on an unknown quantity (NaN) does not hold. Arrays are
/// [count], scores has one a weight.
void propose(const Ladder& ladder, std::span<const double* const> scores, std::span<const IndicatorColumn> indicators,
             const double* judgement, std::span<const LimiterColumns> limiters, std::size_t count,
             const Proposal& proposal);

/// The grade of one latent by the cuts alone, and after the rows that fire.
Grade grade_of_latent(const Ladder& ladder, double latent);
struct Limit {
  Grade best = 4, worst = 1;
};
Grade limited(Grade grade, std::span<const Limit> fired);

/// What CQC makes of the proposals: a grade less where chance[t] < lowered, a grade more where chance[t] > 1 - raised,
/// within inadequate to outstanding. chance is uniform on (0, 1).
void agree(double lowered, double raised, const double* chance, std::size_t count, Grade* grade);

/// How many of each key question's ratings make which rating; see policy::AggregationRule.
struct Aggregation {
  int inadequate_from = 2, requires_improvement_from = 2, outstanding_from = 2;
};
Grade aggregate(const Aggregation& rule, std::span<const Grade> grades);  // of one trial, at most eight questions
/// The same of many trials. grades: [question][count]; grade: [count]
void aggregate(const Aggregation& rule, std::span<const Grade* const> grades, std::size_t count, Grade* grade);

/// Adds how many trials have which grade. grade: [count]; counts: [grade - 1]
void count_grades(const Grade* grade, std::size_t count, std::array<std::uint64_t, 4>& counts);

/// Probabilities of the four grades of a normal latent with mean and sd, cut at three points (closed form, for tests
/// and for `uor check`).
std::array<double, 4> ordinal_probabilities(double mean, double sd, const std::array<double, 3>& cuts);

/// The cuts on a standard normal latent that give four grades these marginal probabilities (inadequate..outstanding,
/// sum 1). Slow (bisection): once a question, not once a trial. Same bits on every machine (no libm); error below 1e-13
/// where a cut lies within +-5. A grade of probability 0 gets no room: its cuts meet, or are infinite.
std::array<double, 3> latent_cuts(const std::array<double, 4>& probability);

/// A key question's grade from its latent z by its cuts: for loops over trials, a hundred times faster than grade_of.
Grade grade_at(double z, const std::array<double, 3>& cuts);
/// The same of many trials. [count]
void grade_at(const double* z, const std::array<double, 3>& cuts, std::size_t count, Grade* grade);

/// A key question's grade from its latent z by its marginal probabilities (inadequate..outstanding).
Grade grade_of(double z, const std::array<double, 4>& probability);

}  // namespace uor::rate
