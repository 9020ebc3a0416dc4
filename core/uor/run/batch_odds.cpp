#include "core/uor/run/batch_odds.hpp"

#include <algorithm>
#include <cmath>

namespace uor::run {

using model::OddsColumns;

BatchOdds::BatchOdds(const model::Plan& plan, const policy::Policy& policy, std::size_t capacity)
    : plan_(plan),
      policy_(policy),
      capacity_(capacity),
      struck_(plan.in_closed_form ? plan.sides.size() * struck_rows : 0, capacity),
      monthly_(plan.in_closed_form && plan.odds_by_month ? struck_rows : 0, capacity),
      joint_(plan.in_closed_form ? plan.sides.size() * 9 : 0, capacity),
      held_(plan.sides.size() * capacity),
      month_held_(capacity),
      baseline_chance_(plan.limiters.size()),
      chance_(plan.limiters.size()),
      combined_(plan.sides.size(), false) {
  for (const model::PlannedLimiter& limiter : plan.limiters) probability_.push_back(limiter.probability);
  for (std::size_t g = 0; g < 4; ++g) {
    resources_[g].assign(capacity, static_cast<rate::Grade>(g + 1));
    together_[g].resize(capacity);
  }
}

double* BatchOdds::row(std::size_t side, int month, std::size_t which) {
  return struck(month) ? struck_.row(side * struck_rows + which) : monthly_.row(which);
}

double* BatchOdds::facts(std::size_t side, int month) { return needed(month) ? row(side, month, latent) : nullptr; }

std::uint64_t* BatchOdds::held(std::size_t side, int month) {
  if (!needed(month) && !struck(month)) return nullptr;
  return struck(month) ? held_.data() + side * capacity_ : month_held_.data();
}

std::span<const std::uint64_t> BatchOdds::held(std::size_t side) const {
  return std::span(held_).subspan(side * capacity_, capacity_);
}

/// A draw that a side shifts and scales is below the probability where the draw itself is below this.
void BatchOdds::set_chances(const Workspace& work, std::size_t side, const std::vector<double>& probability,
                            std::vector<double>& chance) const {
  for (std::size_t l = 0; l < plan_.limiters.size(); ++l) {
    const model::DriverSource::Linear draw = work.linear(side, plan_.limiters[l].chance);
    const double room = probability[l] - draw.shift;
    chance[l] = draw.scale > 0 ? std::clamp(room / draw.scale, 0.0, 1.0) : (room > 0 ? 1.0 : 0.0);
  }
}

rate::OddsSide BatchOdds::side_of(const Workspace& work, std::size_t side, std::vector<double>& chance) {
  set_chances(work, side, probability_, chance);
  rate::OddsSide of = side_with(work, side, chance);
  of.latent = facts(side, work.month());
  of.held = held(side, work.month());
  return of;
}

rate::OddsSide BatchOdds::side_with(const Workspace& work, std::size_t side, const std::vector<double>& chance) const {
  const model::DriverSource::Linear judgement = work.linear(side, plan_.judgement);
  return {nullptr, held(side).data(), chance.data(), judgement.shift,
          judgement.scale * std::max(0.0, policy_.rating.judgement_sd)};
}

void BatchOdds::find(const Workspace& work, std::size_t side) {
  const int month = work.month();
  if (!needed(month)) return;
  const std::size_t count = work.count();
  const rate::OddsSide of = side_of(work, side, side == 0 ? baseline_chance_ : chance_);
  const auto rows = [&](std::size_t first) {
    return std::array{row(side, month, first), row(side, month, first + 1), row(side, month, first + 2)};
  };
  const std::array<double*, 3> proposal = rows(proposed), above = rows(agreed);
  rate::odds_above(plan_.odds_rules, of, count, proposal.data());
  for (std::size_t j = 0; j < 3; ++j) std::copy_n(proposal[j], count, above[j]);
  if (plan_.agreement != model::npos)
    rate::agree_above(policy_.rating.agreed.lowered, policy_.rating.agreed.raised, count, above.data());
  const auto out = [&](std::size_t item) { return row(side, month, summed + item); };
  double *const inadequate = out(0), *const improve = out(1), *const good = out(2), *const outstanding = out(3);
  for (std::size_t t = 0; t < count; ++t) {
    inadequate[t] = 1 - above[0][t];
    improve[t] = above[0][t] - above[1][t];
    good[t] = above[1][t] - above[2][t];
    outstanding[t] = above[2][t];
  }
  if (!struck(month)) return;
  double *const better = out(OddsColumns::good_or_better), *const expected = out(OddsColumns::expected_rating);
  for (std::size_t t = 0; t < count; ++t) {
    better[t] = above[1][t];
    expected[t] = 1 + above[0][t] + above[1][t] + above[2][t];
  }
  if (side == 0) {
    baseline_ = of;
  } else {
    find_joint(of, side, count);
  }
}

void BatchOdds::find_joint(const rate::OddsSide& side, std::size_t index, std::size_t count) {
  std::array<double*, 9> joint;
  for (std::size_t cell = 0; cell < 9; ++cell) joint[cell] = joint_.row(index * 9 + cell);
  rate::joint_odds(plan_.odds_rules, baseline_, side, count, joint.data());
  if (plan_.agreement == model::npos) return;
  std::array<const double*, 3> before, after;
  for (std::size_t j = 0; j < 3; ++j) {
    before[j] = struck_.row(proposed + j);
    after[j] = struck_.row(index * struck_rows + proposed + j);
  }
  rate::agree_joint(policy_.rating.agreed.lowered, policy_.rating.agreed.raised, before.data(), after.data(), count,
                    joint.data());
}

bool BatchOdds::all_given(const Workspace& work, std::size_t side) const {
  return std::all_of(plan_.quality_fact.begin(), plan_.quality_fact.end(), [&](std::size_t fact) {
    const double* given = work.current(side, fact);
    return std::none_of(given, given + work.count(), [](double grade) { return std::isnan(grade); });
  });
}

void BatchOdds::combine(const Workspace& work, std::size_t side, std::span<const rate::Grade* const> answers) {
  if (!plan_.in_closed_form) return;
  combined_[side] = all_given(work, side);
  if (!combined_[side]) return;
  grades_.assign(answers.begin(), answers.end());
  grades_.push_back(nullptr);
  for (std::size_t g = 0; g < 4; ++g) {
    grades_.back() = resources_[g].data();
    rate::aggregate(plan_.combined_rule, grades_, work.count(), together_[g].data());
  }
  const int month = plan_.assessment_month;
  for (std::size_t c = 0; c < 4; ++c) {
    double* out = row(side, month, summed + OddsColumns::combined + c);
    std::fill_n(out, work.count(), 0.0);
    for (std::size_t g = 0; g < 4; ++g) {
      const double* odds = row(side, month, summed + OddsColumns::rating + g);
      for (std::size_t t = 0; t < work.count(); ++t) out[t] += together_[g][t] == c + 1 ? odds[t] : 0.0;
    }
  }
}

void BatchOdds::tally(const Workspace& work, std::size_t side, std::size_t valid, std::size_t offset,
                      tally::LeafSums& sums) const {
  if (!needed(work.month())) return;
  const bool now = struck(work.month());
  const auto column = [&](std::size_t of, std::size_t item) { return struck_.row(of * struck_rows + summed + item); };
  for (std::size_t g = 0; plan_.odds_by_month && g < 4; ++g) {
    const std::size_t item = OddsColumns::by_month + 4 * static_cast<std::size_t>(work.month() - 1) + g;
    const double* odds = now ? column(side, g) : monthly_.row(summed + g);
    sums.add(plan_.odds_column(side, item), odds, nullptr, offset, valid);
  }
  if (!now) return;
  for (std::size_t item = 0; item < OddsColumns::combined; ++item) {
    const double* baseline = side == 0 ? nullptr : column(0, item);
    sums.add(plan_.odds_column(side, item), column(side, item), baseline, offset, valid);
  }
  for (std::size_t cell = 0; side > 0 && cell < 9; ++cell) {
    const std::size_t item = OddsColumns::joint + cell;
    sums.add(plan_.odds_column(side, item), joint_.row(side * 9 + cell), nullptr, offset, valid);
  }
}

void BatchOdds::tally_combined(std::size_t side, std::size_t valid, std::size_t offset, tally::LeafSums& sums) const {
  for (std::size_t c = 0; combined_[side] && c < 4; ++c) {
    const std::size_t item = OddsColumns::combined + c;
    sums.add(plan_.odds_column(side, item), struck_.row(side * struck_rows + summed + item), nullptr, offset, valid);
  }
}

}  // namespace uor::run
