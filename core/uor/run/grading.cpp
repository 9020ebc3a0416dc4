#include "core/uor/run/grading.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/tally/kernels.hpp"

namespace uor::run {

namespace {

std::size_t most_tests(const model::Plan& plan) {
  std::size_t most = 1;
  for (const model::PlannedCharacteristic& row : plan.characteristics) most = std::max(most, row.tests.size());
  return most;
}

std::size_t all_tests(const model::Plan& plan) {
  std::size_t all = 0;
  for (const model::PlannedLimiter& row : plan.limiters) all += row.tests.size();
  return all;
}

}  // namespace

Grading::Grading(const model::Plan& plan, const policy::Policy& policy, std::size_t capacity)
    : plan_(plan),
      policy_(policy),
      capacity_(round_up(capacity, lane_count)),
      rating_(plan.sides.size() * static_cast<std::size_t>(plan.months) * capacity_),
      combined_(plan.sides.size() * capacity_),
      quality_(plan.sides.size() * capacity_),
      fired_(plan.limiters.size() * capacity_),
      odds_(plan, policy, capacity_),
      range_(plan, policy, odds_, capacity_),
      latent_(plan.sides.size(), capacity_),
      monthly_latent_(1, capacity_),
      question_latent_(1, capacity_),
      difference_(most_tests(plan), capacity_),
      lines_(all_tests(plan), capacity_),
      question_(plan.quality.size() * capacity_) {
  for (const policy::QualityPrior& prior : policy.rating.quality_priors) {
    quality_cuts_.push_back(rate::latent_cuts(prior.probability));
    own_share_.push_back(std::sqrt(1 - prior.correlation * prior.correlation));
  }
  scores_.resize(plan.scores.size());
  grades_.resize(plan.quality.size() + 1);
  for (std::size_t l = 0; l < plan.limiters.size(); ++l) fired_rows_.push_back(fired_.data() + l * capacity_);
  for (const model::PlannedLimiter& row : plan.limiters) {
    first_line_.push_back(first_line_.empty() ? 0 : first_line_.back() + limiters_.back().tests.size());
    limiters_.push_back({row.tests, {}, nullptr, row.probability, row.best, row.worst});
    limiters_.back().columns.resize(row.tests.size());
  }
  tested_.resize(most_tests(plan));
  for (const model::PlannedIndicator& row : plan.indicators) {
    indicators_.push_back({nullptr, row.mean, row.sd, row.coefficient});
  }
}

rate::Grade* Grading::rating_row(std::size_t side, int month) {
  return rating_.data() +
         (side * static_cast<std::size_t>(plan_.months) + static_cast<std::size_t>(month - 1)) * capacity_;
}

const rate::Grade* Grading::rating(std::size_t side, int month) const {
  return rating_.data() +
         (side * static_cast<std::size_t>(plan_.months) + static_cast<std::size_t>(month - 1)) * capacity_;
}

void Grading::grade(const Workspace& work, std::size_t side) {
  for (std::size_t k = 0; k < scores_.size(); ++k) scores_[k] = work.current(side, plan_.scores[k]);
  for (std::size_t l = 0; l < limiters_.size(); ++l) {
    const model::PlannedLimiter& planned = plan_.limiters[l];
    for (std::size_t i = 0; i < planned.quantities.size(); ++i) limiters_[l].columns[i] = limited(work, side, l, i);
    limiters_[l].chance = work.current(side, planned.chance);
  }
  for (std::size_t i = 0; i < indicators_.size(); ++i) {
    indicators_[i].column = work.current(side, plan_.indicators[i].quantity);
  }
  const int month = work.month();
  const bool struck = month == plan_.assessment_month;
  double* latent = struck ? latent_.row(side) : monthly_latent_.row(0);
  rate::propose(plan_.ladder, scores_, indicators_, work.current(side, plan_.judgement), limiters_, work.count(),
                {latent, rating_row(side, month), struck ? fired_rows_.data() : nullptr, odds_.facts(side, month),
                 odds_.held(side, month)});
  agree(work, side);
  odds_.find(work, side);
}

/// Each limiter has its own rows of lines_, in the order of the plan.
const double* Grading::limited(const Workspace& work, std::size_t side, std::size_t limiter, std::size_t test) {
  const model::PlannedLimiter& planned = plan_.limiters[limiter];
  const double* quantity = work.current(side, planned.quantities[test]);
  if (planned.line == model::npos || planned.slope[test] == 0) return quantity;
  const double* line = work.current(side, planned.line);
  double* shifted = lines_.row(first_line_[limiter] + test);
  for (std::size_t t = 0; t < work.count(); ++t) shifted[t] = quantity[t] - planned.slope[test] * line[t];
  return shifted;
}

void Grading::agree(const Workspace& work, std::size_t side) {
  if (plan_.agreement == model::npos) return;
  const policy::Agreement& agreed = policy_.rating.agreed;
  rate::agree(agreed.lowered, agreed.raised, work.current(side, plan_.agreement), work.count(),
              rating_row(side, work.month()));
}

void Grading::combine(const Workspace& work) {
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) combine(work, side);
}

void Grading::combine(const Workspace& work, std::size_t side) {
  const policy::Rating& rating = policy_.rating;
  const rate::Grade* resources = this->rating(side, plan_.assessment_month);
  const std::size_t questions = plan_.quality.size();
  double* z = question_latent_.row(0);
  for (std::size_t q = 0; q < questions; ++q) {
    const double* given = work.current(side, plan_.quality_fact[q]);
    const double* own = work.current(side, plan_.quality[q]);
    rate::Grade* answer = question_.data() + q * capacity_;
    const double correlation = rating.quality_priors[q].correlation, share = own_share_[q];
    for (std::size_t t = 0; t < work.count(); ++t) {
      const double standard = (latent_.row(0)[t] - rating.sector_mean) / rating.sector_sd;
      z[t] = correlation * standard + share * own[t];
    }
    rate::grade_at(z, quality_cuts_[q], work.count(), answer);
    for (std::size_t t = 0; t < work.count(); ++t) {
      if (!std::isnan(given[t])) answer[t] = static_cast<rate::Grade>(std::lround(given[t]));
    }
    grades_[q] = answer;
  }
  grades_[questions] = resources;
  rate::aggregate(plan_.quality_rule, std::span(grades_).first(questions), work.count(),
                  quality_.data() + side * capacity_);
  odds_.combine(work, side, std::span(grades_).first(questions));
  rate::aggregate(plan_.combined_rule, grades_, work.count(), combined_.data() + side * capacity_);
}

void Grading::count(std::size_t side, std::size_t first, std::size_t count, tally::SideCounts& counts) const {
  const rate::Grade* before = rating(0, plan_.assessment_month) + first;
  const rate::Grade* after = rating(side, plan_.assessment_month) + first;
  for (std::size_t t = 0; t < count; ++t) ++counts.migration[before[t] - 1u][after[t] - 1u];
  rate::count_grades(after, count, counts.rating);
  rate::count_grades(combined(side) + first, count, counts.combined);
  rate::count_grades(quality_.data() + side * capacity_ + first, count, counts.quality);
}

namespace {

/// Counts scores by the grade 1..4 that they are nearest to, halves to the higher one.
void count_nearest(const double* score, std::size_t count, tally::Counts4& counts) {
  std::size_t reached = count;
  for (std::size_t grade = 1; grade <= counts.size(); ++grade) {
    const std::size_t further =
        grade == counts.size() ? 0 : tally::kernels().at_least(score, count, static_cast<double>(grade) + 0.5);
    counts[grade - 1] += reached - further;
    reached = further;
  }
}

}  // namespace

void Grading::count_month(const Workspace& work, std::size_t side, std::size_t first, std::size_t count,
                          tally::SideCounts& counts) {
  const std::size_t month = static_cast<std::size_t>(work.month() - 1);
  rate::count_grades(rating(side, work.month()) + first, count, counts.rating_by_month[month]);
  const std::size_t months = counts.rating_by_month.size();
  for (std::size_t row = 0; row < plan_.beside.size(); ++row) {
    if (plan_.beside[row] == model::npos) continue;
    count_nearest(work.current(side, plan_.beside[row]) + first, count, counts.beside_by_month[row * months + month]);
  }
  if (work.month() != plan_.assessment_month) return;
  for (std::size_t k = 0; k < plan_.scores.size(); ++k) {
    count_nearest(work.current(side, plan_.scores[k]) + first, count, counts.kloe[k]);
  }
  for (std::size_t l = 0; l < plan_.limiters.size(); ++l) {
    for (std::size_t t = first; t < first + count; ++t) counts.limiter_fired[l] += fired_rows_[l][t];
  }
  for (std::size_t c = 0; c < plan_.characteristics.size(); ++c) {
    const model::PlannedCharacteristic& planned = plan_.characteristics[c];
    for (std::size_t i = 0; i < planned.tests.size(); ++i) tested_[i] = tested_column(work, side, planned, i) + first;
    counts.characteristic_held[c] += rate::count_holding(planned.tests, tested_.data(), count, planned.need);
  }
}

const double* Grading::tested_column(const Workspace& work, std::size_t side, const model::PlannedCharacteristic& row,
                                     std::size_t test) {
  const double* quantity = work.current(side, row.quantities[test]);
  if (row.against[test] == model::npos) return quantity;
  const double* against = work.current(side, row.against[test]);
  double* difference = difference_.row(test);
  for (std::size_t t = 0; t < work.count(); ++t) difference[t] = quantity[t] - row.times[test] * against[t];
  return difference;
}

}  // namespace uor::run
