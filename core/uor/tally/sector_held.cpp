// How many trusts hold a rating, from odds of single trials.
#include <algorithm>
#include <cmath>

#include "core/uor/tally/poisson_binomial.hpp"
#include "core/uor/tally/sector.hpp"
#include "core/uor/tally/sector_error.hpp"

namespace uor::tally {

void SectorTally::add_odds(const Block& block) {
  if (above_.empty()) {
    above_.assign(sides_ * 3 * trials_, 0);
    kept_.assign(sides_ * 3 * kept_trials_ * trusts_, 0.0);
  }
  for (std::size_t row = 0; row < sides_ * 3; ++row) {
    const double* above = block.above.data() + row * block.count;
    for (std::size_t t = 0; t < block.count; ++t) {
      const std::uint64_t trial = block.first_trial + t;
      above_[row * trials_ + trial] += static_cast<std::uint32_t>(above[t] * scale_);
      if (trial < kept_trials_) kept_[(row * kept_trials_ + trial) * trusts_ + block.trust] = above[t];
    }
  }
}

double SectorTally::mean_above(std::size_t side, std::size_t j, std::uint64_t trial) const {
  return static_cast<double>(above_[(side * 3 + j) * trials_ + trial]) / scale_;
}

std::array<std::vector<double>, 4> SectorTally::shares_held(std::size_t side) const {
  std::array<std::vector<double>, 4> shares;
  shares.fill(std::vector<double>(trusts_ + 1, 0.0));
  std::vector<double> odds(trusts_), scratch;
  for (std::uint64_t trial = 0; trial < kept_trials_; ++trial) {
    const auto above = [&](std::size_t j, std::size_t trust) {
      return kept_[((side * 3 + j) * kept_trials_ + trial) * trusts_ + trust];
    };
    for (std::size_t rating = 0; rating < 4; ++rating) {
      for (std::size_t trust = 0; trust < trusts_; ++trust) {
        const double reached = rating == 0 ? 1.0 : above(rating - 1, trust);
        odds[trust] = std::max(0.0, reached - (rating == 3 ? 0.0 : above(rating, trust)));
      }
      std::sort(odds.begin(), odds.end());  // so that the order of trusts does not matter to the bit
      add_poisson_binomial(odds, scratch, shares[rating]);
    }
  }
  for (std::vector<double>& rating : shares) {
    for (double& share : rating) share /= static_cast<double>(kept_trials_);
  }
  return shares;
}

std::vector<SectorHeld> SectorTally::held() const {
  std::vector<SectorHeld> all;
  for (std::size_t side = 0; in_closed_form() && side < sides_; ++side) {
    SectorHeld& held = all.emplace_back();
    held.share = shares_held(side);
    for (std::size_t rating = 0; rating < 4; ++rating) {
      held.mean_se[rating] = error([&](std::uint64_t t) {
        const double reached = rating == 0 ? static_cast<double>(trusts_) : mean_above(side, rating - 1, t);
        return reached - (rating == 3 ? 0.0 : mean_above(side, rating, t));
      });
    }
  }
  return all;
}

}  // namespace uor::tally
