#include "core/uor/run/keeping.hpp"

#include <algorithm>

namespace uor::run {

void Keeping::size(tally::Block& block) const {
  const std::size_t sides = plan_.sides.size(), months = static_cast<std::size_t>(plan_.months), n = block.count;
  // What a block holds of another run goes: what is not empty is filled.
  const auto room = [n](auto& kept, bool wanted, std::size_t rows) { kept.resize(wanted ? rows * n : 0); };
  block.final_rating.resize(sides * n);
  block.final_combined.resize(sides * n);
  block.final_quality.resize(n);
  room(block.above, plan_.in_closed_form && (trusts_ > 1 || keep_.odds), sides * 3);
  room(block.rating, keep_.ratings, sides * months);
  room(block.latent, keep_.latent, sides);
  room(block.evidence_score, keep_.evidence, plan_.scores.size());
  room(block.evidence_indicator, keep_.evidence, plan_.indicators.size());
  room(block.evidence_limit, keep_.evidence, plan_.limiters.size());
  room(block.score, keep_.scores, sides * plan_.scores.size() * months);
  room(block.final_metric, keep_.metrics, sides * plan_.metrics.size());
  room(block.metric, keep_.metrics_by_month, sides * plan_.metrics.size() * months);
  room(block.driver, keep_.drivers, sides * plan_.kept_drivers.size() * months);
  room(block.quantity, true, sides * plan_.kept_quantities.size() * months);
}

void Keeping::month(std::size_t side, std::size_t valid, std::size_t offset, tally::Block& block) const {
  const std::size_t months = static_cast<std::size_t>(plan_.months);
  // Into place `place` of the `places` that each quantity has.
  const auto keep_at = [&](std::vector<double>& kept, const auto& quantities, std::size_t place, std::size_t places) {
    if (kept.empty()) return;
    for (std::size_t i = 0; i < quantities.size(); ++i) {
      const std::size_t row = (side * quantities.size() + i) * places + place;
      std::copy_n(work_.kept(side, quantities[i]), valid, kept.data() + row * block.count + offset);
    }
  };
  const auto keep = [&](std::vector<double>& kept, const auto& quantities) {
    keep_at(kept, quantities, static_cast<std::size_t>(work_.month() - 1), months);
  };
  keep(block.score, plan_.scores);
  keep(block.metric, plan_.metrics);
  keep(block.driver, plan_.kept_drivers);
  keep(block.quantity, plan_.kept_quantities);
  if (work_.month() == plan_.assessment_month) keep_at(block.final_metric, plan_.metrics, 0, 1);
}

void Keeping::evidence(std::size_t valid, std::size_t offset, tally::Block& block) const {
  for (std::size_t k = 0; k < plan_.scores.size(); ++k) {
    std::copy_n(work_.current(0, plan_.scores[k]), valid, block.evidence_score.data() + k * block.count + offset);
  }
  for (std::size_t i = 0; i < plan_.indicators.size(); ++i) {
    const model::PlannedIndicator& row = plan_.indicators[i];
    const double* value = work_.current(0, row.quantity);
    double* out = block.evidence_indicator.data() + i * block.count + offset;
    for (std::size_t t = 0; t < valid; ++t) out[t] = rate::standardised(value[t], row.mean, row.sd);
  }
  const std::span<const std::uint64_t> held = grading_.odds().held(0);
  for (std::size_t l = 0; l < plan_.limiters.size(); ++l) {
    std::uint8_t* out = block.evidence_limit.data() + l * block.count + offset;
    for (std::size_t t = 0; t < valid; ++t) out[t] = static_cast<std::uint8_t>(held[t] >> l & 1);
  }
}

void Keeping::ratings(std::size_t valid, std::size_t offset, tally::Block& block) const {
  std::copy_n(grading_.quality(), valid, block.final_quality.data() + offset);
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) ratings_of_side(side, valid, offset, block);
}

void Keeping::ratings_of_side(std::size_t side, std::size_t valid, std::size_t offset, tally::Block& block) const {
  const std::size_t months = static_cast<std::size_t>(plan_.months), place = side * block.count + offset;
  std::copy_n(grading_.rating(side, plan_.assessment_month), valid, block.final_rating.data() + place);
  std::copy_n(grading_.combined(side), valid, block.final_combined.data() + place);
  for (std::size_t j = 0; !block.above.empty() && j < 3; ++j) {
    std::copy_n(grading_.odds().above(side, j), valid, block.above.data() + (side * 3 + j) * block.count + offset);
  }
  if (!block.latent.empty()) std::copy_n(grading_.latent(side), valid, block.latent.data() + place);
  for (std::size_t month = 0; month < months && !block.rating.empty(); ++month) {
    std::copy_n(grading_.rating(side, static_cast<int>(month) + 1), valid,
                block.rating.data() + (side * months + month) * block.count + offset);
  }
}

}  // namespace uor::run
