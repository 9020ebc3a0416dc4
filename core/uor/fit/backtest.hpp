// Forecasts of published ratings beside two references, in sample or cross-validated by trust.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/fit/bootstrap.hpp"
#include "core/uor/fit/ladder_fit.hpp"
#include "core/uor/fit/regression.hpp"
#include "core/uor/fit/scores.hpp"

namespace uor::fit {

/// A rated trust with all that forecasters may use.
struct Subject {
  std::string code, date;
  int grade = 0;
  const Evidence* evidence = nullptr;
  Features features{};
};

struct Validation {
  std::size_t folds = 0;  // 0: the policy's numbers as they are, references fitted to the same ratings
  std::size_t repeats = 1;
  std::uint64_t seed = 1;
  Structure structure;
};

enum class Forecaster { model, base_rates, regression };

/// Scores with 95 % intervals by bootstrap over trusts.
struct Scored {
  Scores mean;  // over repeats
  Interval rps, log_loss, qwk, accuracy;
};

struct Backtest {
  std::array<Scored, 3> scored;                 // by Forecaster
  std::vector<Probabilities> probabilities;     // of the model, a subject each: mean over repeats
  std::vector<ReliabilityBin> reliability;      // of the model
  double outstanding_auc = 0;                   // of the model: of the expected grade, outstanding against good
  std::array<double, 3> difference{};           // rps of model less that of each forecaster (0 of itself)
  std::array<Interval, 3> difference_interval;  // paired
};

/// `numbers` are the policy's; with folds, numbers are fitted anew in every fold from `before` and `prior`, as the
/// references are. Trusts with several ratings stay in one fold. Deterministic.
Backtest backtest(const Likelihood& likelihood, const Numbers& before, const policy::FitPrior& prior,
                  const std::vector<Subject>& subjects, const Validation& validation);

}  // namespace uor::fit
