#include "core/uor/analyse/limits.hpp"

#include <algorithm>

namespace uor::analyse {

rate::Grade grade_of_latent(const policy::Rating& rating, double latent) {
  if (latent >= rating.cut_good) return latent >= rating.cut_outstanding ? rate::Grade{4} : rate::Grade{3};
  return latent >= rating.cut_requires_improvement ? rate::Grade{2} : rate::Grade{1};
}

bool holds(const policy::Condition& condition, double value) {
  return rate::holds({static_cast<rate::Test::Compare>(condition.compare), condition.value}, value);
}

std::string chance_of(const policy::Limiter& limiter) { return "limiter." + limiter.id; }

std::vector<std::string> limiter_reads(const policy::Rating& rating) {
  std::vector<std::string> reads;
  const auto add = [&](const std::string& id) {
    if (std::find(reads.begin(), reads.end(), id) == reads.end()) reads.push_back(id);
  };
  for (const policy::Limiter& limiter : rating.limiters) {
    for (const policy::Condition& condition : limiter.conditions) add(condition.quantity);
    add(chance_of(limiter));
  }
  return reads;
}

rate::Grade limited(const policy::Rating& rating, rate::Grade grade, const std::vector<bool>& fired,
                    std::size_t left_out) {
  int best = 4, worst = 1;
  for (std::size_t i = 0; i < rating.limiters.size(); ++i) {
    if (i == left_out || !fired[i]) continue;
    best = std::min(best, rating.limiters[i].best.value_or(4));
    worst = std::max(worst, rating.limiters[i].worst.value_or(1));
  }
  return static_cast<rate::Grade>(std::max(std::min<int>(grade, best), worst));
}

Limits::Limits(const policy::Rating& rating)
    : policy_(rating), fired_(rating.limiters.size()), without_(rating.limiters.size()) {}

void Limits::add(double latent, const std::vector<bool>& fired) {
  const auto count = [](tally::Counts4& counts, rate::Grade grade) { ++counts[grade - 1u]; };
  const rate::Grade alone = grade_of_latent(policy_, latent);
  const rate::Grade with_all = limited(policy_, alone, fired);
  count(rating_, with_all);
  count(without_any_, alone);
  for (std::size_t i = 0; i < fired_.size(); ++i) {
    fired_[i] += fired[i] ? 1 : 0;
    count(without_[i], fired[i] ? limited(policy_, alone, fired, i) : with_all);
  }
}

}  // namespace uor::analyse
