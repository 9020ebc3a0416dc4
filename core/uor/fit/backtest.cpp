#include "core/uor/fit/backtest.hpp"

#include <algorithm>
#include <map>

#include "core/uor/fit/folds.hpp"

namespace uor::fit {
namespace {

using Forecasts = std::array<std::vector<Probabilities>, 3>;  // [forecaster][subject]

/// Trusts of the subjects: a number each, and the highest grade that a trust got.
struct Trusts {
  std::vector<std::size_t> of_subject;
  std::vector<int> grade;
};

Trusts trusts_of(const std::vector<Subject>& subjects) {
  Trusts trusts;
  std::map<std::string, std::size_t> number;
  for (const Subject& subject : subjects) {
    const auto [at, added] = number.emplace(subject.code, number.size());
    if (added) trusts.grade.push_back(subject.grade);
    trusts.of_subject.push_back(at->second);
    trusts.grade[at->second] = std::max(trusts.grade[at->second], subject.grade);
  }
  return trusts;
}

Probabilities base_rates(const std::vector<int>& grades) {
  Probabilities rates{};
  for (const int grade : grades) rates[static_cast<std::size_t>(grade)] += 1.0 / static_cast<double>(grades.size());
  return rates;
}

/// What the references learn from the subjects named by `train`, said of those named by `test`.
void forecast_references(const std::vector<Subject>& subjects, const std::vector<std::size_t>& train,
                         const std::vector<std::size_t>& test, Forecasts& out) {
  std::vector<Features> features;
  std::vector<int> grades;
  for (const std::size_t i : train) {
    features.push_back(subjects[i].features);
    grades.push_back(subjects[i].grade);
  }
  const Probabilities rates = base_rates(grades);
  const Regression regression(features, grades);
  for (const std::size_t i : test) {
    out[1][i] = rates;
    out[2][i] = regression.probabilities(subjects[i].features);
  }
}

Forecasts forecast(const Likelihood& likelihood, const Numbers& before, const policy::FitPrior& prior,
                   const std::vector<Subject>& subjects, const Validation& validation,
                   const std::vector<std::size_t>& fold) {
  Forecasts out;
  out.fill(std::vector<Probabilities>(subjects.size()));
  for (std::size_t f = 0; f < std::max<std::size_t>(validation.folds, 1); ++f) {
    std::vector<std::size_t> train, test;
    std::vector<Case> cases;
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      const bool held_out = validation.folds > 0 && fold[i] == f;
      if (held_out || validation.folds == 0) test.push_back(i);
      if (held_out) continue;
      train.push_back(i);
      cases.push_back({subjects[i].evidence, subjects[i].grade});
    }
    if (test.empty()) continue;
    const Numbers numbers = validation.folds == 0
                                ? likelihood.given()
                                : fit_ladder(likelihood, before, prior, cases, validation.structure, false).numbers;
    for (const std::size_t i : test) out[0][i] = likelihood.probabilities(*subjects[i].evidence, numbers);
    forecast_references(subjects, train, test, out);
  }
  return out;
}

std::vector<RatedOdds> rows_of(const std::vector<Probabilities>& said, const std::vector<Subject>& subjects,
                               const std::vector<std::size_t>& rows) {
  std::vector<RatedOdds> forecasts;
  for (const std::size_t row : rows) forecasts.push_back({said[row], subjects[row].grade});
  return forecasts;
}

/// The mean of a score over repeats, for the rows of one bootstrap replicate or all.
template <class Score>
double mean_over(const std::vector<Forecasts>& repeats, std::size_t forecaster, const std::vector<Subject>& subjects,
                 const std::vector<std::size_t>& rows, Score score) {
  double sum = 0;
  for (const Forecasts& repeat : repeats) sum += score(scores_of(rows_of(repeat[forecaster], subjects, rows)));
  return sum / static_cast<double>(repeats.size());
}

}  // namespace

Backtest backtest(const Likelihood& likelihood, const Numbers& before, const policy::FitPrior& prior,
                  const std::vector<Subject>& subjects, const Validation& validation) {
  const Trusts trusts = trusts_of(subjects);
  std::vector<Forecasts> repeats;
  for (std::size_t repeat = 0; repeat < (validation.folds > 0 ? validation.repeats : 1); ++repeat) {
    std::vector<std::size_t> fold(subjects.size(), 0);
    if (validation.folds > 0) {
      const auto of_trust = stratified_folds(trusts.grade, validation.folds, validation.seed, repeat);
      for (std::size_t i = 0; i < subjects.size(); ++i) fold[i] = of_trust[trusts.of_subject[i]];
    }
    repeats.push_back(forecast(likelihood, before, prior, subjects, validation, fold));
  }
  std::vector<std::size_t> all(subjects.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;

  Backtest result;
  const auto interval = [&](auto statistic) { return bootstrap(trusts.of_subject, statistic, validation.seed, 500); };
  for (std::size_t f = 0; f < 3; ++f) {
    const auto one = [&](double Scores::*member, double& mean, Interval& range) {
      const auto of = [&](const std::vector<std::size_t>& rows) {
        return mean_over(repeats, f, subjects, rows, [member](const Scores& scores) { return scores.*member; });
      };
      mean = of(all);
      range = interval(of);
    };
    Scored& scored = result.scored[f];
    one(&Scores::rps, scored.mean.rps, scored.rps);
    one(&Scores::log_loss, scored.mean.log_loss, scored.log_loss);
    one(&Scores::qwk, scored.mean.qwk, scored.qwk);
    one(&Scores::accuracy, scored.mean.accuracy, scored.accuracy);
    const auto ahead = [&](const std::vector<std::size_t>& rows) {
      const auto rps = [](const Scores& scores) { return scores.rps; };
      return mean_over(repeats, 0, subjects, rows, rps) - mean_over(repeats, f, subjects, rows, rps);
    };
    result.difference[f] = ahead(all);
    result.difference_interval[f] = interval(ahead);
  }
  result.probabilities.assign(subjects.size(), Probabilities{});
  for (const Forecasts& repeat : repeats) {
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      for (std::size_t g = 0; g < 4; ++g) {
        result.probabilities[i][g] += repeat[0][i][g] / static_cast<double>(repeats.size());
      }
    }
  }
  result.outstanding_auc = outstanding_auc(rows_of(result.probabilities, subjects, all));
  result.reliability = reliability_of(rows_of(result.probabilities, subjects, all));
  return result;
}

}  // namespace uor::fit
