#include "core/uor/tally/sector.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/uor/tally/replicates.hpp"
#include "core/uor/tally/sector_error.hpp"

namespace uor::tally {
namespace {

constexpr const char* no_type = "not stated";

std::string type_of(const model::TrustInfo& trust) { return trust.type.empty() ? no_type : trust.type; }

/// In alphabetical order, trusts without a type last.
std::vector<std::string> types_of(const std::vector<model::TrustInfo>& trusts) {
  std::vector<std::string> types;
  for (const model::TrustInfo& trust : trusts) types.push_back(type_of(trust));
  std::sort(types.begin(), types.end(), [](const std::string& a, const std::string& b) {
    return std::pair(a == no_type, a) < std::pair(b == no_type, b);
  });
  types.erase(std::unique(types.begin(), types.end()), types.end());
  return types;
}

/// Variance of one trust's 0 or 1 over its trials, as a sample: p (1 - p) n / (n - 1).
double sample_variance(double p, std::uint64_t trials) {
  if (trials < 2) return 0;
  const double n = static_cast<double>(trials);
  return p * (1 - p) * n / (n - 1);
}

/// Of the mean number of trusts with a rating over replicates.
double mean_error(const std::vector<Summary>& summaries, std::size_t side, std::size_t rating, std::uint64_t trials) {
  const std::size_t replicates = summaries.front().sides[side].replicates.size();
  std::vector<double> means(replicates, 0.0);
  for (const Summary& trust : summaries) {
    for (std::size_t r = 0; r < replicates; ++r) {
      const auto count = static_cast<double>(trust.sides[side].replicates[r].rating[rating]);
      means[r] += count * static_cast<double>(replicates) / static_cast<double>(trials);
    }
  }
  return replicate_error(means);
}

/// Of the mean over trusts of what one replicate's counts and those of the baseline come to.
template <typename OfReplicate>
double replicated_mean_error(const std::vector<Summary>& summaries, std::size_t side, std::uint64_t trials,
                             OfReplicate of_replicate) {
  const std::size_t replicates = summaries.front().sides[side].replicates.size();
  const double one = static_cast<double>(replicates) / static_cast<double>(trials * summaries.size());
  std::vector<double> means(replicates, 0.0);
  for (const Summary& trust : summaries) {
    for (std::size_t r = 0; r < replicates; ++r)
      means[r] += one * of_replicate(trust.sides[side].replicates[r].rating, trust.sides[0].replicates[r].rating);
  }
  return replicate_error(means);
}

SectorErrors errors_by_replicate(const std::vector<Summary>& summaries, std::size_t side, std::uint64_t trials) {
  const auto good = [](const Counts4& rating) { return static_cast<double>(rating[2] + rating[3]); };
  const auto grade = [](const Counts4& rating) {
    return static_cast<double>(rating[1] + 2 * rating[2] + 3 * rating[3]);
  };
  const auto error = [&](auto of) { return replicated_mean_error(summaries, side, trials, of); };
  return {error([&](const Counts4& own, const Counts4&) { return good(own); }),
          error([&](const Counts4& own, const Counts4& baseline) { return good(own) - good(baseline); }),
          error([&](const Counts4& own, const Counts4&) { return grade(own); }),
          error([&](const Counts4& own, const Counts4& baseline) { return grade(own) - grade(baseline); })};
}

using Shares4 = std::array<double, 4>;

/// Odds, and shares from rating to rating; of what is counted exactly the counts over the trials.
Shares4 odds_of(const SideSummary& side, std::uint64_t trials) {
  Shares4 odds;
  for (std::size_t rating = 0; rating < 4; ++rating)
    odds[rating] =
        side.conditional ? side.conditional->rating[rating].value : expected_trusts(side.rating[rating], trials);
  return odds;
}

Shares4 from_to_of(const SideSummary& side, std::size_t from, std::uint64_t trials) {
  if (side.conditional) return side.conditional->from_to[from];
  Shares4 odds;
  for (std::size_t to = 0; to < 4; ++to) odds[to] = expected_trusts(side.migration[from][to], trials);
  return odds;
}

void add_trust(SectorSide& side, std::size_t type, const SideSummary& trust, std::uint64_t trials, Shares4& variance) {
  const Shares4 odds = odds_of(trust, trials);
  for (std::size_t from = 0; from < 4; ++from) {
    side.mean[from] += odds[from];
    side.by_type[type][from] += odds[from];
    variance[from] += sample_variance(odds[from], trials);
    const Shares4 moves = from_to_of(trust, from, trials);
    for (std::size_t to = 0; to < 4; ++to) side.from_to[from][to] += moves[to];
  }
}

/// Shares of trials, where nothing better is known.
std::array<std::vector<double>, 4> shares_of(const std::array<CountHistogram, 4>& counts, std::uint64_t trials) {
  std::array<std::vector<double>, 4> shares;
  for (std::size_t rating = 0; rating < 4; ++rating) {
    for (const std::uint64_t held : counts[rating]) shares[rating].push_back(expected_trusts(held, trials));
  }
  return shares;
}

void fill_counted(SectorSide& side, const std::vector<Summary>& summaries, std::size_t index, std::uint64_t trials) {
  side.held = shares_of(side.count, trials);
  const bool replicated = !summaries.empty() && !summaries.front().sides[index].replicates.empty();
  for (std::size_t rating = 0; rating < 4; ++rating) {
    side.mean_se[rating] = replicated ? mean_error(summaries, index, rating, trials)
                                      : spread_of(side.count[rating]).sd / std::sqrt(static_cast<double>(trials));
  }
  if (replicated) side.error = errors_by_replicate(summaries, index, trials);
}

}  // namespace

SectorTally::SectorTally(std::size_t sides, std::uint64_t trials, std::size_t trusts, Points points)
    : sides_(sides),
      trusts_(trusts),
      trials_(trials),
      kept_trials_(std::min({trials, most_kept_trials, most_kept_odds / (sides * trusts)})),
      replicates_(replicates_of(points)),
      scale_(static_cast<double>(std::uint64_t{1} << (32 - std::bit_width(trusts)))),
      held_(sides * 4 * trials, 0) {
  if (trusts > std::numeric_limits<std::uint16_t>::max()) throw std::length_error("more trusts than a sector counts");
}

void SectorTally::add(const Block& block) {
  for (std::size_t side = 0; side < sides_; ++side) {
    const std::uint8_t* grades = block.final_rating.data() + side * block.count;
    for (std::size_t t = 0; t < block.count; ++t) {
      ++held_[(side * 4 + grades[t] - 1u) * trials_ + block.first_trial + t];
    }
  }
  if (!block.above.empty()) add_odds(block);
}

std::vector<std::array<CountHistogram, 4>> SectorTally::histograms() const {
  std::vector<std::array<CountHistogram, 4>> all(sides_);
  for (std::size_t side = 0; side < sides_; ++side) {
    for (std::size_t rating = 0; rating < 4; ++rating) {
      CountHistogram& histogram = all[side][rating];
      histogram.assign(trusts_ + 1, 0);
      const std::uint16_t* held = held_.data() + (side * 4 + rating) * trials_;
      for (std::uint64_t t = 0; t < trials_; ++t) ++histogram[held[t]];
    }
  }
  return all;
}

std::vector<SectorErrors> SectorTally::errors() const {
  std::vector<SectorErrors> all(sides_);
  const double scale = 1.0 / static_cast<double>(std::max<std::size_t>(trusts_, 1));
  const auto held = [&](std::size_t side, std::size_t rating, std::uint64_t trial) {
    return static_cast<double>(held_[(side * 4 + rating) * trials_ + trial]);
  };
  const auto good = [&](std::size_t side, std::uint64_t trial) {
    return in_closed_form() ? mean_above(side, 1, trial) : held(side, 2, trial) + held(side, 3, trial);
  };
  const auto grade = [&](std::size_t side, std::uint64_t trial) {
    if (in_closed_form()) return mean_above(side, 0, trial) + mean_above(side, 1, trial) + mean_above(side, 2, trial);
    return held(side, 1, trial) + 2 * held(side, 2, trial) + 3 * held(side, 3, trial);
  };
  for (std::size_t side = 0; side < sides_; ++side) {
    all[side] = {
        scale * error([&](std::uint64_t t) { return good(side, t); }),
        scale * error([&](std::uint64_t t) { return good(side, t) - good(0, t); }),
        scale * error([&](std::uint64_t t) { return grade(side, t); }),
        scale * error([&](std::uint64_t t) { return grade(side, t) - grade(0, t); }),
    };
  }
  return all;
}

Sector make_sector(const model::Header& header, const std::vector<Summary>& summaries,
                   const std::vector<std::array<CountHistogram, 4>>& counts, const std::vector<SectorErrors>& errors,
                   const std::vector<SectorHeld>& held) {
  assert(counts.size() == header.sides.size() && (errors.empty() || errors.size() == counts.size()));
  assert(held.empty() || held.size() == counts.size());
  Sector sector;
  sector.trusts = summaries.size();
  sector.trials = header.trials;
  sector.types = types_of(header.trusts);
  sector.type_trusts.assign(sector.types.size(), 0);
  std::vector<std::size_t> type;
  for (const model::TrustInfo& trust : header.trusts) {
    const auto found = std::find(sector.types.begin(), sector.types.end(), type_of(trust));
    type.push_back(static_cast<std::size_t>(found - sector.types.begin()));
    ++sector.type_trusts[type.back()];
  }
  for (std::size_t s = 0; s < counts.size(); ++s) {
    SectorSide side;
    side.count = counts[s];
    side.by_type.assign(sector.types.size(), {});
    Shares4 variance{};
    for (const Summary& trust : summaries) {
      add_trust(side, type[trust.trust], trust.sides[s], trust.trials, variance);
    }
    for (std::size_t rating = 0; rating < 4; ++rating) side.independent_sd[rating] = std::sqrt(variance[rating]);
    if (!errors.empty()) side.error = errors[s];
    if (held.empty()) {
      fill_counted(side, summaries, s, header.trials);
    } else {
      side.held = held[s].share;
      side.mean_se = held[s].mean_se;
      side.in_closed_form = true;
    }
    sector.sides.push_back(std::move(side));
  }
  return sector;
}

CountSpread spread_of(const CountHistogram& histogram) {
  CountSpread spread;
  double trials = 0, sum = 0, square = 0;
  for (std::size_t n = 0; n < histogram.size(); ++n) {
    const double held = static_cast<double>(histogram[n]), number = static_cast<double>(n);
    trials += held;
    sum += held * number;
  }
  if (trials == 0) return spread;
  spread.mean = sum / trials;
  double below = 0;
  std::size_t level = 0;
  for (std::size_t n = 0; n < histogram.size(); ++n) {
    const double held = static_cast<double>(histogram[n]), off = static_cast<double>(n) - spread.mean;
    square += held * off * off;
    below += held;
    for (; level < quantile_levels.size() && below >= quantile_levels[level] * trials; ++level) {
      spread.quantiles[level] = static_cast<double>(n);
    }
  }
  spread.sd = trials > 1 ? std::sqrt(square / (trials - 1)) : 0.0;
  return spread;
}

CountSpread spread_of(const std::vector<double>& share) {
  CountSpread spread;
  double below = 0, square = 0;
  std::size_t level = 0;
  for (std::size_t n = 0; n < share.size(); ++n) {
    const double number = static_cast<double>(n);
    spread.mean += number * share[n];
    square += number * number * share[n];
    below += share[n];
    for (; level < quantile_levels.size() && below >= quantile_levels[level] - 1e-12; ++level)
      spread.quantiles[level] = number;
  }
  spread.sd = std::sqrt(std::max(0.0, square - spread.mean * spread.mean));
  return spread;
}

CountSpread spread_of(const SectorSide& side, std::size_t rating) {
  if (!side.in_closed_form) return spread_of(side.count[rating]);
  CountSpread spread = spread_of(side.held[rating]);
  spread.mean = side.mean[rating];
  return spread;
}

double spread_ratio(const SectorSide& side, std::size_t rating) {
  const double alone = side.independent_sd[rating];
  return alone > 0 ? spread_of(side, rating).sd / alone : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace uor::tally
