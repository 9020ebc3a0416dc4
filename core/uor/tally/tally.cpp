#include "core/uor/tally/tally.hpp"

#include <algorithm>
#include <limits>

#include "core/uor/base/column.hpp"

namespace uor::tally {

void LeafSums::start(std::size_t columns, std::size_t trials) {
  columns_ = columns;
  trials_ = trials;
  lanes_.resize(columns);
  totals_.assign(leaves() * columns, Sums{});
}

namespace {

Sums total(const Lanes& lanes) {
  Sums sums;
  for (std::size_t lane = 0; lane < lane_count; ++lane) {
    sums.value += lanes.value[lane];
    sums.square += lanes.square[lane];
    sums.change += lanes.change[lane];
    sums.change_square += lanes.change_square[lane];
  }
  return sums;
}

}  // namespace

template <typename Take>
void LeafSums::by_leaf(std::size_t column, std::size_t offset, std::size_t count, Take take) {
  for (std::size_t done = 0; done < count;) {
    const std::size_t position = offset + done;
    const std::size_t leaf = position / leaf_trials;
    const std::size_t part = std::min(count - done, (leaf + 1) * leaf_trials - position);
    const std::size_t reached = position + part;
    const bool starts = position % leaf_trials == 0, ends = reached % leaf_trials == 0 || reached == trials_;
    Lanes whole;  // of a leaf that is here from end to end, so that it never leaves the fastest cache
    Lanes& lanes = starts && ends ? whole : lanes_[column];
    if (starts) lanes = Lanes{};
    take(done, part, lanes);
    if (ends) totals_[leaf * columns_ + column] = total(lanes);
    done += part;
  }
}

Extremes LeafSums::add(std::size_t column, const double* values, const double* baseline, const Scale& scale,
                       std::size_t offset, std::size_t count, std::uint16_t* bins) {
  Extremes found = {values[0], values[0], true};
  const double inverse = 1.0 / scale.spread;
  by_leaf(column, offset, count, [&](std::size_t done, std::size_t part, Lanes& lanes) {
    const double* base = baseline == nullptr ? nullptr : baseline + done;
    std::uint16_t* into = bins == nullptr ? nullptr : bins + done;
    const Extremes some = kernels().describe(values + done, base, part, scale.center, inverse, lanes, into);
    found = {std::min(found.low, some.low), std::max(found.high, some.high), found.numbers && some.numbers};
  });
  return found;
}

void LeafSums::add(std::size_t column, const double* values, const double* baseline, std::size_t offset,
                   std::size_t count) {
  by_leaf(column, offset, count, [&](std::size_t done, std::size_t part, Lanes& lanes) {
    kernels().sum_up(values + done, baseline == nullptr ? nullptr : baseline + done, part, lanes);
  });
}

void Distributions::start(std::size_t columns) {
  fresh_.start(columns * bin_count);
  settled_ = {};
  minimum_.assign(columns, std::numeric_limits<double>::infinity());
  maximum_.assign(columns, -std::numeric_limits<double>::infinity());
  far_.clear();
  far_.reserve(columns);
  fresh_trials_ = 0;
}

void Distributions::add(std::size_t column, const double* values, const std::uint16_t* bins, std::size_t count,
                        const Extremes& found, const Scale& scale) {
  if (!found.numbers || reaches_far(scale, found.low, found.high)) far_.add(column, values, count, scale);
  std::uint16_t* counts = fresh_.data() + column * bin_count;
  if (found.low == found.high) {
    counts[bins[0]] = static_cast<std::uint16_t>(counts[bins[0]] + count);
  } else {
    kernels().count(bins, count, counts);
  }
  minimum_[column] = std::min(minimum_[column], found.low);
  maximum_[column] = std::max(maximum_[column], found.high);
}

void Distributions::fetch(std::size_t column) const {
  constexpr std::size_t line = 64 / sizeof(std::uint16_t),
                        reach = 192;  // bins: 7 Scale::spread to each side of the centre
  const std::uint16_t* middle = fresh_.data() + column * bin_count + bins_per_side;
  for (const std::uint16_t* at = middle - reach; at < middle + reach; at += line) __builtin_prefetch(at, 1);
}

namespace {

constexpr std::size_t most_fresh = std::numeric_limits<std::uint16_t>::max();

template <class To, class From>
void add_each(Zeroed<To>& to, const Zeroed<From>& from) {
  for (std::size_t i = 0; i < from.size(); ++i) to[i] = static_cast<To>(to[i] + from[i]);
}

}  // namespace

void Distributions::passed(std::size_t trials) {
  fresh_trials_ += trials;
  if (fresh_trials_ + trials > most_fresh) settle();  // the next piece has as many trials at most
}

void Distributions::settle() {
  if (settled_.empty()) settled_.start(fresh_.size());
  add_each(settled_, fresh_);
  fresh_.start(fresh_.size());
  fresh_trials_ = 0;
}

void Distributions::add(const Distributions& other) {
  if (fresh_trials_ + other.fresh_trials_ > most_fresh) settle();
  add_each(fresh_, other.fresh_);
  fresh_trials_ += other.fresh_trials_;
  if (settled_.empty()) settled_.start(other.settled_.size());
  add_each(settled_, other.settled_);
  far_.merge(other.far_);
  for (std::size_t i = 0; i < minimum_.size(); ++i) {
    minimum_[i] = std::min(minimum_[i], other.minimum_[i]);
    maximum_[i] = std::max(maximum_[i], other.maximum_[i]);
  }
}

void Distributions::put(std::size_t column, double minimum, double maximum, std::size_t first,
                        std::span<const std::uint32_t> counts, std::span<const FarBin> far) {
  if (settled_.empty()) settled_.start(fresh_.size());
  std::copy(counts.begin(), counts.end(), settled_.data() + column * bin_count + first);
  minimum_[column] = minimum;
  maximum_[column] = maximum;
  for (const FarBin& bin : far) far_.put(column, bin);
}

std::vector<std::uint32_t> Distributions::counts(std::size_t column) const {
  const std::uint16_t* fresh = fresh_.data() + column * bin_count;
  std::vector<std::uint32_t> all(fresh, fresh + bin_count);
  if (settled_.empty()) return all;
  const std::uint32_t* settled = settled_.data() + column * bin_count;
  for (std::size_t bin = 0; bin < bin_count; ++bin) all[bin] += settled[bin];
  return all;
}

void SideCounts::start(std::size_t kloes, std::size_t months, std::size_t limiters, std::size_t characteristics,
                       std::size_t scores_beside) {
  rating = combined = quality = {};
  kloe.assign(kloes, Counts4{});
  migration = {};
  rating_by_month.assign(months, Counts4{});
  beside_by_month.assign(scores_beside * months, Counts4{});
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
  add_all(beside_by_month, other.beside_by_month);
  add_all(kloe, other.kloe);
  add_all(migration, other.migration);
  add_counts(rating, other.rating);
  add_counts(combined, other.combined);
  add_counts(quality, other.quality);
  for (std::size_t i = 0; i < limiter_fired.size(); ++i) limiter_fired[i] += other.limiter_fired[i];
  for (std::size_t i = 0; i < characteristic_held.size(); ++i) characteristic_held[i] += other.characteristic_held[i];
}

}  // namespace uor::tally
