// Compiled once a level (UOR_LEVEL); see uor_compile_by_level.
#include "core/uor/tally/kernels.hpp"

#include "core/uor/base/lanes.hpp"
#include "core/uor/tally/bins.hpp"

namespace uor::tally {

namespace {

using namespace lanes;

UOR_LANES_INLINE Bits bin_of(Pack y) {
  const Bits steps = (bits_of(1.0 + absolute(y)) - one_bits) >> dropped_bits;
  const Bits reach = y < 0.0 ? -1 - steps : steps;
  const Bits inside = reach + static_cast<std::int64_t>(bins_per_side);
  const Bits outside = (y < 0.0 ? Bits{} : Bits{} + 1) + static_cast<std::int64_t>(bin_below);
  const Bits far = steps < finite_steps ? outside : Bits{} + static_cast<std::int64_t>(bin_not_finite);
  return steps < static_cast<std::int64_t>(bins_per_side) ? inside : far;
}

/// Two sums over eight lanes in registers.
struct LaneSums {
  Pack sum[packs], square[packs];

  UOR_LANES_INLINE LaneSums(const double* sums, const double* squares) {
    for (std::size_t p = 0; p < packs; ++p) {
      sum[p] = load(sums + p * pack_size);
      square[p] = load(squares + p * pack_size);
    }
  }
  UOR_LANES_INLINE void add(std::size_t p, Pack term) {
    sum[p] += term;
    square[p] += term * term;
  }
  UOR_LANES_INLINE void leave(double* sums, double* squares) const {
    for (std::size_t p = 0; p < packs; ++p) {
      store(sum[p], sums + p * pack_size);
      store(square[p], squares + p * pack_size);
    }
  }
};

/// Extremes over eight lanes in registers.
struct LaneExtremes {
  Pack low[packs], high[packs];
  Bits odd[packs];

  UOR_LANES_INLINE explicit LaneExtremes(double first) {
    for (std::size_t p = 0; p < packs; ++p) {
      low[p] = high[p] = Pack{} + first;
      odd[p] = Bits{};
    }
  }
  UOR_LANES_INLINE void add(std::size_t p, Pack value) {
    low[p] = value < low[p] ? value : low[p];
    high[p] = value > high[p] ? value : high[p];
    odd[p] |= value != value;
  }
  UOR_LANES_INLINE Extremes found(double first) const {
    Extremes all = {first, first, first == first};
    for (std::size_t p = 0; p < packs; ++p) {
      for (std::size_t lane = 0; lane < pack_size; ++lane) {
        all.low = low[p][lane] < all.low ? low[p][lane] : all.low;
        all.high = high[p][lane] > all.high ? high[p][lane] : all.high;
      }
      all.numbers = all.numbers && !any(odd[p]);
    }
    return all;
  }
};

UOR_LANES_INLINE void put_bins(Pack y, std::uint16_t* bins) {
  const Short bin = __builtin_convertvector(bin_of(y), Short);
  __builtin_memcpy(bins, &bin, sizeof bin);
}

/// Trials one by one: the last of a run, fewer than eight.
UOR_LANES_INLINE void describe_rest(const double* x, const double* base, std::size_t count, double center,
                                    double inverse, Lanes& lanes, std::uint16_t* bins, Extremes& found) {
  for (std::size_t lane = 0; lane < count; ++lane) {
    const double value = x[lane], distance = value - center;
    lanes.value[lane] += distance;
    lanes.square[lane] += distance * distance;
    found.low = value < found.low ? value : found.low;
    found.high = value > found.high ? value : found.high;
    found.numbers = found.numbers && value == value;
    bins[lane] = static_cast<std::uint16_t>(bin_of(Pack{} + distance * inverse)[0]);
    if (base == nullptr) continue;
    const double change = value - base[lane];
    lanes.change[lane] += change;
    lanes.change_square[lane] += change * change;
  }
}

/// In one pass, so that what waits for the one sum works on the others.
template <bool has_base>
UOR_LANES_INLINE Extremes describe_all(const double* x, const double* base, std::size_t count, double center,
                                       double inverse, Lanes& lanes, std::uint16_t* bins) {
  LaneSums values(lanes.value, lanes.square), changes(lanes.change, lanes.change_square);
  LaneExtremes extremes(x[0]);
  const std::size_t whole = count / 8 * 8;
  for (std::size_t first = 0; first < whole; first += 8) {
    for (std::size_t p = 0; p < packs; ++p) {
      const std::size_t t = first + p * pack_size;
      const Pack value = load(x + t), distance = value - center;
      values.add(p, distance);
      if (has_base) changes.add(p, value - load(base + t));
      extremes.add(p, value);
      put_bins(distance * inverse, bins + t);
    }
  }
  values.leave(lanes.value, lanes.square);
  if (has_base) changes.leave(lanes.change, lanes.change_square);
  Extremes found = extremes.found(x[0]);
  describe_rest(x + whole, has_base ? base + whole : nullptr, count - whole, center, inverse, lanes, bins + whole,
                found);
  return found;
}

Extremes describe(const double* x, const double* base, std::size_t count, double center, double inverse, Lanes& lanes,
                  std::uint16_t* bins) {
  return base == nullptr ? describe_all<false>(x, base, count, center, inverse, lanes, bins)
                         : describe_all<true>(x, base, count, center, inverse, lanes, bins);
}

/// Of columns with few values most neighbours are equal: one step for four, or two, instead of steps that wait for each
/// other. Of others hardly any are, and the processor foresees it.
void count(const std::uint16_t* bins, std::size_t count, std::uint16_t* counts) {
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    std::uint64_t four = 0;
    __builtin_memcpy(&four, bins + i, sizeof four);
    if (four == (four & 0xFFFF) * 0x0001000100010001ULL) {
      counts[four & 0xFFFF] = static_cast<std::uint16_t>(counts[four & 0xFFFF] + 4);
    } else {
      ++counts[four & 0xFFFF];
      ++counts[four >> 16 & 0xFFFF];
      ++counts[four >> 32 & 0xFFFF];
      ++counts[four >> 48];
    }
  }
  for (; i < count; ++i) ++counts[bins[i]];
}

void add(const double* x, double* sum, std::size_t count) {
  for (std::size_t t = 0; t < count; t += pack_size) store(load(sum + t) + load(x + t), sum + t);
}

void go_on(const double* x, double* sum, const double* start, double factor, double* out, std::size_t count) {
  for (std::size_t t = 0; t < count; t += pack_size) {
    const Pack total = load(sum + t) + load(x + t);
    store(total, sum + t);
    store(load(start + t) * factor + total, out + t);
  }
}

void combine(const double* start, double factor, const double* sum, double* out, std::size_t count) {
  for (std::size_t t = 0; t < count; t += pack_size) {
    const Pack before = factor == 0.0 ? Pack{} : load(start + t) * factor;
    store(sum == nullptr ? before : before + load(sum + t), out + t);
  }
}

UOR_LANES_INLINE Pack value_of(const MetricView& view, std::size_t t) {
  const Pack near = load(view.near + t);
  if (view.far == nullptr) return near;
  const Pack far = load(view.far + t);
  return far == far ? near + view.share * (far - near) : near;
}

UOR_LANES_INLINE Pack blend(double fresh, Pack published, Pack own) { return published + fresh * (own - published); }

void publish(const Publication& all, double* out, std::size_t count) {
  if (all.index_known == nullptr) {
    for (std::size_t t = 0; t < count; t += pack_size) {
      store(blend(all.fresh, value_of(all.known, t), value_of(all.own, t)), out + t);
    }
    return;
  }
  for (std::size_t t = 0; t < count; t += pack_size) {
    const Pack real = blend(all.fresh, value_of(all.known, t) / load(all.then_known + t),
                            value_of(all.own, t) / load(all.then_own + t));
    store(real * blend(all.fresh, load(all.index_known + t), load(all.index_own + t)), out + t);
  }
}

void index(double statistic, const double* index_known, const double* index_own, double fresh, double* out,
           std::size_t count) {
  for (std::size_t t = 0; t < count; t += pack_size) {
    store(statistic * blend(fresh, load(index_known + t), load(index_own + t)), out + t);
  }
}

bool inside(const double* x, std::size_t count, double low, double high) {
  Bits all = Bits{} - 1;
  for (std::size_t t = 0; t < count; t += pack_size) {
    const Pack value = load(x + t);
    all &= (value >= low) & (value <= high);
  }
  return !any(~all);
}

std::size_t at_least(const double* x, std::size_t count, double threshold) {
  std::size_t found = 0;
  for (std::size_t t = 0; t < count; ++t) found += x[t] >= threshold ? 1 : 0;
  return found;
}

void sort(double* tile, const Exchange* exchanges, std::size_t exchange_count) {
  for (std::size_t i = 0; i < exchange_count; ++i) {
    double* low = tile + exchanges[i].low * tile_trials;
    double* high = tile + exchanges[i].high * tile_trials;
    for (std::size_t t = 0; t < tile_trials; t += pack_size) {
      const Pack a = load(low + t), b = load(high + t);
      store(b < a ? b : a, low + t);
      store(b < a ? a : b, high + t);
    }
  }
}

}  // namespace

#define UOR_RUN_NAME_OF(level) kernels_v##level
#define UOR_RUN_NAME(level) UOR_RUN_NAME_OF(level)

extern const Kernels UOR_RUN_NAME(UOR_LEVEL);
const Kernels UOR_RUN_NAME(UOR_LEVEL) = {UOR_LEVEL, describe, count,  add,      go_on, combine,
                                         publish,   index,    inside, at_least, sort};

}  // namespace uor::tally
