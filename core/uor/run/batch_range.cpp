#include "core/uor/run/batch_range.hpp"

#include <algorithm>

namespace uor::run {

BatchRange::BatchRange(const model::Plan& plan, const policy::Policy& policy, const BatchOdds& odds,
                       std::size_t capacity)
    : plan_(plan),
      policy_(policy),
      odds_(odds),
      indicators_(plan.range_draws() > 0 ? plan.indicators.size() : 0, capacity),
      latent_(1, capacity),
      above_(3, capacity),
      chance_(plan.limiters.size()) {}

void BatchRange::standardise(const Workspace& work, std::size_t side, std::size_t count) {
  for (std::size_t i = 0; i < plan_.indicators.size(); ++i) {
    const model::PlannedIndicator& row = plan_.indicators[i];
    const double* value = work.current(side, row.quantity);
    double* out = indicators_.row(i);
    for (std::size_t t = 0; t < count; ++t) out[t] = rate::standardised(value[t], row.mean, row.sd);
  }
}

void BatchRange::find_latent(const Workspace& work, std::size_t side, const model::RatingNumbers& numbers,
                             std::size_t count) {
  double* latent = latent_.row(0);
  std::fill_n(latent, count, 0.0);
  const auto add = [&](double factor, const double* values) {
    for (std::size_t t = 0; t < count; ++t) latent[t] += factor * values[t];
  };
  for (std::size_t k = 0; k < plan_.scores.size(); ++k) add(numbers.weights[k], work.current(side, plan_.scores[k]));
  for (std::size_t i = 0; i < plan_.indicators.size(); ++i) add(numbers.indicators[i], indicators_.row(i));
}

void BatchRange::tally(const Workspace& work, std::size_t side, std::size_t valid, std::size_t offset,
                       tally::LeafSums& sums) {
  const std::size_t draws = plan_.range_draws();
  if (draws == 0) return;
  standardise(work, side, valid);
  const std::array<double*, 3> above = {above_.row(0), above_.row(1), above_.row(2)};
  rate::OddsRules rules = plan_.odds_rules;
  rate::OddsSide of = odds_.side_with(work, side, chance_);
  of.latent = latent_.row(0);
  for (std::size_t draw = 0; draw < draws; ++draw) {
    const model::RatingNumbers& numbers = (*plan_.rating_draws)[draw];
    std::copy(numbers.cuts.begin(), numbers.cuts.end(), rules.cuts);
    odds_.set_chances(work, side, numbers.limiters, chance_);
    find_latent(work, side, numbers, valid);
    rate::odds_above(rules, of, valid, above.data());
    if (plan_.agreement != model::npos)
      rate::agree_above(policy_.rating.agreed.lowered, policy_.rating.agreed.raised, valid, above.data());
    for (std::size_t j = 0; j < 3; ++j) sums.add(plan_.range_column(side, draw, j), above[j], nullptr, offset, valid);
  }
}

}  // namespace uor::run
