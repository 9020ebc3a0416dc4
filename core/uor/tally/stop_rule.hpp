// When to stop: how well a run knows its rating probabilities, and how many trials make that good enough.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/uor/scenario/scenario.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::tally {

using scenario::look_trials;

/// The last look that is within `max_trials`.
constexpr std::uint64_t last_look(std::uint64_t max_trials) { return max_trials / look_trials * look_trials; }

/// Half the width of the 95 % Wilson interval of count / trials, over 1.96 (Wilson, Probable inference, the law of
/// succession, and statistical inference, JASA 22, 1927). Close to sqrt(p (1 - p) / n) when both outcomes are frequent,
/// and above 0 when one never happened: no trial with a rating does not prove that it cannot be.
double wilson_error(double count, double trials);
/// The upper end of that interval where none of the trials counts: what a share may well be that was never seen.
double wilson_most_of_none(double trials);

/// The largest wilson_error that a count can have after `later` trials when it is `count` after `trials` of them,
/// whatever the trials between are. Of the same number, its error.
double worst_error(std::uint64_t count, std::uint64_t trials, std::uint64_t later);

/// Sums of odds of single trials, 0 to 1, and of their squares.
struct OddsSums {
  double value = 0, square = 0;
};
/// The same of odds in closed form: the standard error of their mean over `trials`, and the largest that it can be
/// after `later` of them.
double worst_error(const OddsSums& sums, std::uint64_t trials, std::uint64_t later);

/// The largest standard error of a run's ratings, of counted ones their wilson_error, and where it is.
struct LargestError {
  double error = 0;
  std::size_t summary = 0, side = 0, rating = 0;  // rating from 0, inadequate
};
LargestError largest_error(const std::vector<Summary>& summaries);

/// Roughly how many trials bring `error`, seen after `trials`, below `target`: a multiple of look_trials.
std::uint64_t trials_for(double error, std::uint64_t trials, double target);

}  // namespace uor::tally
