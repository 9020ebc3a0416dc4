#include "core/uor/analyse/limits.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/uor/base/column.hpp"

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
    : ladder_(ladder_of(rating)),
      judgement_sd_(std::max(0.0, rating.judgement_sd)),
      agreed_(rating.agreed),
      fired_(rating.limiters.size()),
      without_(rating.limiters.size()) {
  std::copy_n(std::array{rating.cut_requires_improvement, rating.cut_good, rating.cut_outstanding}.begin(), 3,
              rules_.cuts);
  for (const policy::Limiter& limiter : rating.limiters) {
    limits_.push_back(limit_of(limiter));
    chance_.push_back(std::min(limiter.probability, 1.0));
    rate::add_row(rules_, limits_.size() - 1, limits_.back().best, limits_.back().worst);
  }
}

void Limits::add_odds(const rate::OddsSide& side, std::size_t count, std::uint64_t rows, Shares4& sums) const {
  rate::OddsRules rules = rules_;
  for (std::size_t j = 0; j < 3; ++j) {
    rules.capped[j] &= rows;
    rules.lifted[j] &= rows;
  }
  Columns above(3, count);
  const std::array<double*, 3> out = {above.row(0), above.row(1), above.row(2)};
  rate::odds_above(rules, side, count, out.data());
  if (!agreed_.always_as_proposed()) rate::agree_above(agreed_.lowered, agreed_.raised, count, out.data());
  for (std::size_t t = 0; t < count; ++t) {
    sums[0] += 1 - out[0][t];
    sums[1] += out[0][t] - out[1][t];
    sums[2] += out[1][t] - out[2][t];
    sums[3] += out[2][t];
  }
}

void Limits::add(std::span<const double> latent, std::span<const std::uint64_t> held) {
  const rate::OddsSide side{latent.data(), held.data(), chance_.data(), 0, judgement_sd_};
  constexpr std::uint64_t all = ~std::uint64_t{0};
  add_odds(side, latent.size(), all, rating_);
  add_odds(side, latent.size(), 0, without_any_);
  for (std::size_t l = 0; l < without_.size(); ++l)
    add_odds(side, latent.size(), all ^ (std::uint64_t{1} << l), without_[l]);
  trials_ += static_cast<double>(latent.size());
}

void Limits::note(const std::vector<bool>& fired) {
  for (std::size_t i = 0; i < fired.size(); ++i) fired_[i] += fired[i] ? 1 : 0;
}

void Limits::count(double latent, const std::vector<bool>& fired) {
  const auto count_in = [](Shares4& counts, rate::Grade grade) { ++counts[grade - 1u]; };
  const rate::Grade alone = rate::grade_of_latent(ladder_, latent);
  std::vector<rate::Limit> firing(fired.size());  // those that do not fire limit nothing
  for (std::size_t i = 0; i < fired.size(); ++i) firing[i] = fired[i] ? limits_[i] : rate::Limit{};
  count_in(rating_, rate::limited(alone, firing));
  count_in(without_any_, alone);
  for (std::size_t i = 0; i < fired.size(); ++i) {
    const rate::Limit left_out = std::exchange(firing[i], {});
    count_in(without_[i], rate::limited(alone, firing));
    firing[i] = left_out;
  }
  ++trials_;
}

Shares4 Limits::shares(const Shares4& sums) const {
  Shares4 shares = sums;
  for (double& share : shares) share /= trials_;
  return shares;
}

}  // namespace uor::analyse
