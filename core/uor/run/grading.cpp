#include "core/uor/run/grading.hpp"

#include <algorithm>
#include <cmath>

namespace uor::run {

Grading::Grading(const Plan& plan, const policy::Policy& policy, std::size_t capacity)
    : plan_(plan),
      policy_(policy),
      capacity_(round_up(capacity, lane_count)),
      rating_(plan.sides.size() * static_cast<std::size_t>(plan.months) * capacity_),
      combined_(plan.sides.size() * capacity_),
      quality_(capacity_),
      fired_(plan.limiters.size() * capacity_),
      latent_(plan.sides.size(), capacity_),
      monthly_latent_(1, capacity_) {
  for (std::size_t q = 0; q < quality_cuts_.size(); ++q) {
    const policy::QualityPrior& prior = policy.rating.quality_priors[q];
    quality_cuts_[q] = rate::latent_cuts(prior.probability);
    own_share_[q] = std::sqrt(1 - prior.correlation * prior.correlation);
  }
  for (std::size_t l = 0; l < plan.limiters.size(); ++l) fired_rows_.push_back(fired_.data() + l * capacity_);
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
  std::array<const double*, 5> scores{};
  for (std::size_t k = 0; k < scores.size(); ++k) scores[k] = work.current(side, plan_.scores[k]);
  std::vector<rate::LimiterColumns> limiters;
  limiters.reserve(plan_.limiters.size());
  for (const PlannedLimiter& planned : plan_.limiters) {
    rate::LimiterColumns limiter{planned.tests, {}, nullptr, planned.probability, planned.best, planned.worst};
    for (const std::size_t quantity : planned.quantities) limiter.columns.push_back(work.current(side, quantity));
    limiter.chance = work.current(side, planned.chance);
    limiters.push_back(std::move(limiter));
  }
  std::vector<rate::IndicatorColumn> indicators;
  for (const PlannedIndicator& row : plan_.indicators) {
    indicators.push_back({work.current(side, row.quantity), row.mean, row.sd, row.coefficient});
  }
  const bool struck = work.month() == plan_.assessment_month;
  double* latent = struck ? latent_.row(side) : monthly_latent_.row(0);
  rate::propose(plan_.ladder, scores, indicators, work.current(side, plan_.judgement), limiters, work.count(), latent,
                rating_row(side, work.month()), fired_rows_.empty() ? nullptr : fired_rows_.data());
}

void Grading::combine(const Workspace& work) {
  const policy::Rating& rating = policy_.rating;
  std::array<const double*, 5> given{}, own{};
  for (std::size_t q = 0; q < given.size(); ++q) {
    given[q] = work.current(0, plan_.quality_fact[q]);
    own[q] = work.current(0, plan_.quality[q]);
  }
  std::array<rate::Grade, 6> grades{};
  const std::span<const rate::Grade> questions(grades.data(), 5);
  for (std::size_t t = 0; t < work.count(); ++t) {
    const double standard = (latent_.row(0)[t] - rating.sector_mean) / rating.sector_sd;
    for (std::size_t q = 0; q < 5; ++q) {
      const double z = rating.quality_priors[q].correlation * standard + own_share_[q] * own[q][t];
      grades[q] = std::isnan(given[q][t]) ? rate::grade_at(z, quality_cuts_[q])
                                          : static_cast<rate::Grade>(std::lround(given[q][t]));
    }
    quality_[t] = rate::aggregate(plan_.quality_rule, questions);
    for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
      grades[5] = this->rating(side, plan_.assessment_month)[t];
      combined_[side * capacity_ + t] = rate::aggregate(plan_.combined_rule, grades);
    }
  }
}

void Grading::count(std::size_t side, std::size_t valid, SideCounts& counts) const {
  const rate::Grade* before = rating(0, plan_.assessment_month);
  const rate::Grade* after = rating(side, plan_.assessment_month);
  for (std::size_t t = 0; t < valid; ++t) {
    ++counts.rating[after[t] - 1u];
    ++counts.migration[before[t] - 1u][after[t] - 1u];
    ++counts.combined[combined(side)[t] - 1u];
    ++counts.quality[quality_[t] - 1u];
  }
}

namespace {

std::size_t nearest_grade(double score) { return static_cast<std::size_t>(std::clamp(std::lround(score), 1L, 4L)) - 1; }

}  // namespace

void Grading::count_month(const Workspace& work, std::size_t side, std::size_t valid, SideCounts& counts) const {
  const std::size_t month = static_cast<std::size_t>(work.month() - 1);
  const rate::Grade* grades = rating(side, work.month());
  for (std::size_t t = 0; t < valid; ++t) ++counts.rating_by_month[month][grades[t] - 1u];
  if (plan_.finance_score != npos) {
    const double* score = work.current(side, plan_.finance_score);
    for (std::size_t t = 0; t < valid; ++t) ++counts.finance_score_by_month[month][nearest_grade(score[t])];
  }
  if (work.month() != plan_.assessment_month) return;
  for (std::size_t k = 0; k < plan_.scores.size(); ++k) {
    const double* score = work.current(side, plan_.scores[k]);
    for (std::size_t t = 0; t < valid; ++t) ++counts.kloe[k][nearest_grade(score[t])];
  }
  for (std::size_t l = 0; l < plan_.limiters.size(); ++l) {
    for (std::size_t t = 0; t < valid; ++t) counts.limiter_fired[l] += fired_rows_[l][t];
  }
  for (std::size_t c = 0; c < plan_.characteristics.size(); ++c) {
    const PlannedCharacteristic& planned = plan_.characteristics[c];
    for (std::size_t t = 0; t < valid; ++t) {
      bool all = true;
      for (std::size_t i = 0; i < planned.tests.size(); ++i) {
        all = all && rate::holds(planned.tests[i], work.current(side, planned.quantities[i])[t]);
      }
      counts.characteristic_held[c] += all ? 1 : 0;
    }
  }
}

}  // namespace uor::run
