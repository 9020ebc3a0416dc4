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

Extremes LeafSums::add(std::size_t column, const double* values, const double* baseline, const Scale& scale,
                       std::size_t offset, std::size_t count, std::uint16_t* bins) {
  Extremes found = {values[0], values[0], true};
  const double inverse = 1.0 / scale.spread;
  for (std::size_t done = 0; done < count;) {
    const std::size_t position = offset + done;
    const std::size_t leaf = position / leaf_trials;
    const std::size_t part = std::min(count - done, (leaf + 1) * leaf_trials - position);
    const std::size_t reached = position + part;
    const bool starts = position % leaf_trials == 0, ends = reached % leaf_trials == 0 || reached == trials_;
    Lanes whole;  // of a leaf that is here from end to end, so that it never leaves the fastest cache
    Lanes& lanes = starts && ends ? whole : lanes_[column];
    if (starts) lanes = Lanes{};
    const double* base = baseline == nullptr ? nullptr : baseline + done;
    const Extremes some = kernels().describe(values + done, base, part, scale.center, inverse, lanes, bins + done);
    found = {std::min(found.low, some.low), std::max(found.high, some.high), found.numbers && some.numbers};
    if (ends) totals_[leaf * columns_ + column] = total(lanes);
    done += part;
  }
  return found;
}

void Distributions::start(std::size_t columns) {
  fresh_.assign(columns * bin_count, 0);
  counts_.assign(columns * bin_count, 0);
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

void Distributions::passed(std::size_t trials) {
  fresh_trials_ += trials;
  // The next piece has as many trials at most.
  if (fresh_trials_ + trials > std::numeric_limits<std::uint16_t>::max()) settle();
}

void Distributions::settle() {
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += fresh_[i];
  std::fill(fresh_.begin(), fresh_.end(), std::uint16_t{0});
  fresh_trials_ = 0;
}

void Distributions::merge(Distributions& other) {
  settle();
  other.settle();
  add(other);
}

void Distributions::add(const Distributions& other) {
  far_.merge(other.far_);
  for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
  for (std::size_t i = 0; i < minimum_.size(); ++i) {
    minimum_[i] = std::min(minimum_[i], other.minimum_[i]);
    maximum_[i] = std::max(maximum_[i], other.maximum_[i]);
  }
}

void Distributions::put(std::size_t column, double minimum, double maximum, std::size_t first,
                        std::span<const std::uint32_t> counts, std::span<const FarBin> far) {
  std::copy(counts.begin(), counts.end(), counts_.data() + column * bin_count + first);
  minimum_[column] = minimum;
  maximum_[column] = maximum;
  for (const FarBin& bin : far) far_.put(column, bin);
}

std::span<const std::uint32_t> Distributions::counts(std::size_t column) const {
  return std::span(counts_).subspan(column * bin_count, bin_count);
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
