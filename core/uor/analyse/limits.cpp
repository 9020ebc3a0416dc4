#include "core/uor/analyse/limits.hpp"

#include <algorithm>
#include <utility>

namespace uor::analyse {

rate::Ladder ladder_of(const policy::Rating& rating) {
  return {{}, rating.cut_requires_improvement, rating.cut_good, rating.cut_outstanding};
}

rate::Limit limit_of(const policy::Limiter& limiter) {
  return {static_cast<rate::Grade>(limiter.best.value_or(4)), static_cast<rate::Grade>(limiter.worst.value_or(1))};
}

double line_at(const policy::Condition& condition, double line) {
  using Compare = policy::Condition::Compare;
  const bool from_below = condition.compare == Compare::less || condition.compare == Compare::less_equal;
  return condition.value + (from_below ? -line : line) * condition.slope;
}

bool holds(const policy::Condition& condition, double value, double line) {
  const double shift = line_at(condition, line) - condition.value;
  return rate::holds({static_cast<rate::Test::Compare>(condition.compare), condition.value}, value - shift);
}

std::string line_of(const policy::Limiter& limiter) { return limiter.slopes() ? "limiter_line." + limiter.id : ""; }

std::string chance_of(const policy::Limiter& limiter) { return "limiter." + limiter.id; }

std::vector<std::string> limiter_reads(const policy::Rating& rating) {
  std::vector<std::string> reads;
  const auto add = [&](const std::string& id) {
    if (std::find(reads.begin(), reads.end(), id) == reads.end()) reads.push_back(id);
  };
  for (const policy::Limiter& limiter : rating.limiters) {
    for (const policy::Condition& condition : limiter.conditions) add(condition.quantity);
    add(chance_of(limiter));
    if (limiter.slopes()) add(line_of(limiter));
  }
  return reads;
}

Limits::Limits(const policy::Rating& rating)
    : ladder_(ladder_of(rating)), fired_(rating.limiters.size()), without_(rating.limiters.size()) {
  for (const policy::Limiter& limiter : rating.limiters) limits_.push_back(limit_of(limiter));
}

void Limits::add(double latent, const std::vector<bool>& fired) {
  const auto count = [](tally::Counts4& counts, rate::Grade grade) { ++counts[grade - 1u]; };
  const rate::Grade alone = rate::grade_of_latent(ladder_, latent);
  std::vector<rate::Limit> firing(fired.size());  // those that do not fire limit nothing
  for (std::size_t i = 0; i < fired.size(); ++i) firing[i] = fired[i] ? limits_[i] : rate::Limit{};
  count(rating_, rate::limited(alone, firing));
  count(without_any_, alone);
  for (std::size_t i = 0; i < fired.size(); ++i) {
    fired_[i] += fired[i] ? 1 : 0;
    const rate::Limit left_out = std::exchange(firing[i], {});
    count(without_[i], rate::limited(alone, firing));
    firing[i] = left_out;
  }
}

}  // namespace uor::analyse
