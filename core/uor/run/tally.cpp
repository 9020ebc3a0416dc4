#include "core/uor/run/tally.hpp"

#include <algorithm>

namespace uor::run {

void LeafSums::start(std::size_t columns, std::size_t trials) {
  columns_ = columns;
  trials_ = trials;
  lanes_.resize(columns);
  totals_.assign(leaves() * columns, Sums{});
}

void LeafSums::add_lanes(Lanes& lanes, const double* values, const double* baseline, double center, std::size_t count) {
  Lanes sums = lanes;
  const auto add_value = [&](std::size_t first, std::size_t lane) {
    const double value = values[first + lane] - center;
    sums.value[lane] += value;
    sums.square[lane] += value * value;
  };
  const auto add_change = [&](std::size_t first, std::size_t lane) {
    const double change = values[first + lane] - baseline[first + lane];
    sums.change[lane] += change;
    sums.change_square[lane] += change * change;
  };
  const std::size_t whole = count / 8 * 8;
  for (std::size_t first = 0; first < whole; first += 8) {
    for (std::size_t lane = 0; lane < 8; ++lane) add_value(first, lane);
  }
  for (std::size_t lane = 0; whole + lane < count; ++lane) add_value(whole, lane);
  if (baseline != nullptr) {
    for (std::size_t first = 0; first < whole; first += 8) {
      for (std::size_t lane = 0; lane < 8; ++lane) add_change(first, lane);
    }
    for (std::size_t lane = 0; whole + lane < count; ++lane) add_change(whole, lane);
  }
  lanes = sums;
}

Sums LeafSums::total(const Lanes& lanes) {
  Sums sums;
  for (std::size_t lane = 0; lane < 8; ++lane) {
    sums.value += lanes.value[lane];
    sums.square += lanes.square[lane];
    sums.change += lanes.change[lane];
    sums.change_square += lanes.change_square[lane];
  }
  return sums;
}

void LeafSums::add(std::size_t column, const double* values, const double* baseline, double center, std::size_t offset,
                   std::size_t count) {
  std::size_t done = 0;
  while (done < count) {
    const std::size_t position = offset + done;
    const std::size_t leaf = position / leaf_trials;
    const std::size_t part = std::min(count - done, (leaf + 1) * leaf_trials - position);
    Lanes& lanes = lanes_[column];
    if (position % leaf_trials == 0) lanes = Lanes{};
    add_lanes(lanes, values + done, baseline == nullptr ? nullptr : baseline + done, center, part);
    const std::size_t reached = position + part;
    if (reached % leaf_trials == 0 || reached == trials_) totals_[leaf * columns_ + column] = total(lanes);
    done += part;
  }
}

void SideCounts::start(std::size_t months, std::size_t limiters, std::size_t characteristics) {
  *this = SideCounts{};
  rating_by_month.assign(months, Counts4{});
  finance_score_by_month.assign(months, Counts4{});
  limiter_fired.assign(limiters, 0);
  characteristic_held.assign(characteristics, 0);
}

namespace {

void add_counts(Counts4& to, const Counts4& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

template <class List>
void add_all(List& to, const List& from) {
  for (std::size_t i = 0; i < to.size(); ++i) add_counts(to[i], from[i]);
}

}  // namespace

void SideCounts::add(const SideCounts& other) {
  add_all(rating_by_month, other.rating_by_month);
  add_all(finance_score_by_month, other.finance_score_by_month);
  add_all(kloe, other.kloe);
  add_all(migration, other.migration);
  add_counts(rating, other.rating);
  add_counts(combined, other.combined);
  add_counts(quality, other.quality);
  for (std::size_t i = 0; i < limiter_fired.size(); ++i) limiter_fired[i] += other.limiter_fired[i];
  for (std::size_t i = 0; i < characteristic_held.size(); ++i) characteristic_held[i] += other.characteristic_held[i];
}

}  // namespace uor::run
