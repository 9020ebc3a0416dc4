// Compiled once a level (UOR_LEVEL); see uor_compile_by_level.
#include "core/uor/tally/kernels.hpp"

#include "core/uor/base/lanes.hpp"
#include "core/uor/tally/bins.hpp"

namespace uor::tally {

namespace {

using namespace lanes;

constexpr std::int32_t side_bins = bins_per_side;

/// Of one value, wherever it lies.
UOR_LANES_INLINE std::int32_t bin_of(double y) {
  const std::int64_t bits = __builtin_bit_cast(std::int64_t, 1.0 + (y < 0.0 ? -y : y)) & 0x7FFFFFFFFFFFFFFFLL;
  const std::int64_t steps = (bits - one_bits) >> dropped_bits;
  if (steps >= finite_steps) return bin_not_finite;
  if (steps >= side_bins) return y < 0.0 ? bin_below : bin_above;
  const auto reach = static_cast<std::int32_t>(steps);
  return y < 0.0 ? side_bins - 1 - reach : side_bins + reach;
}

/// Of eight values inside the bins, in the order that low_halves() has; anything of others.
UOR_LANES_INLINE void put_bins(const Pack (&y)[packs], std::uint16_t* bins) {
  Bits grown[packs], negative[packs];
  for (std::size_t p = 0; p < packs; ++p) {
    grown[p] = reinterpret_cast<Bits>(reinterpret_cast<Words>(bits_of(1.0 + absolute(y[p]))) >> dropped_bits);
    negative[p] = y[p] < 0.0;
  }
  const Eight steps = low_halves(grown) - static_cast<std::int32_t>(one_bits >> dropped_bits);
  const EightShorts eight = __builtin_convertvector((steps ^ low_halves(negative)) + side_bins, EightShorts);
  __builtin_memcpy(bins, &eight, sizeof eight);
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

  UOR_LANES_INLINE explicit LaneExtremes(double first) {
    for (std::size_t p = 0; p < packs; ++p) {
      low[p] = high[p] = Pack{} + first;
    }
  }
  UOR_LANES_INLINE void add(std::size_t p, Pack value) {
    low[p] = value < low[p] ? value : low[p];
    high[p] = value > high[p] ? value : high[p];
  }
  UOR_LANES_INLINE Extremes found(double first) const {
    Extremes all = {first, first, first == first};
    for (std::size_t p = 0; p < packs; ++p) {
      for (std::size_t lane = 0; lane < pack_size; ++lane) {
        all.low = low[p][lane] < all.low ? low[p][lane] : all.low;
        all.high = high[p][lane] > all.high ? high[p][lane] : all.high;
      }
    }
    return all;
  }
};

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
    if (bins != nullptr) bins[lane] = static_cast<std::uint16_t>(bin_of(distance * inverse));
    if (base == nullptr) continue;
    const double change = value - base[lane];
    lanes.change[lane] += change;
    lanes.change_square[lane] += change * change;
  }
}

/// Whether all values have inner bins, of which put_bins() knows.
UOR_LANES_INLINE bool all_inside(const Extremes& found, double center, double inverse) {
  return found.numbers && bin_of((found.low - center) * inverse) < static_cast<std::int32_t>(bin_below) &&
         bin_of((found.high - center) * inverse) < static_cast<std::int32_t>(bin_below);
}

/// In one pass, so that what waits for the one sum works on the others.
template <bool has_base, bool has_bins>
UOR_LANES_INLINE Extremes describe_all(const double* x, const double* base, std::size_t count, double center,
                                       double inverse, Lanes& lanes, std::uint16_t* bins) {
  LaneSums values(lanes.value, lanes.square), changes(lanes.change, lanes.change_square);
  LaneExtremes extremes(x[0]);
  const std::size_t whole = count / 8 * 8;
  for (std::size_t first = 0; first < whole; first += 8) {
    Pack y[packs];
    for (std::size_t p = 0; p < packs; ++p) {
      const std::size_t t = first + p * pack_size;
      const Pack value = load(x + t), distance = value - center;
      values.add(p, distance);
      if (has_base) changes.add(p, value - load(base + t));
      extremes.add(p, value);
      y[p] = distance * inverse;
    }
    if (has_bins) put_bins(y, bins + first);
  }
  values.leave(lanes.value, lanes.square);
  if (has_base) changes.leave(lanes.change, lanes.change_square);
  Extremes found = extremes.found(x[0]);
  for (std::size_t lane = 0; lane < 8; ++lane) found.numbers = found.numbers && lanes.value[lane] == lanes.value[lane];
  if (has_bins && !all_inside(found, center, inverse)) {
    for (std::size_t t = 0; t < whole; ++t) bins[t] = static_cast<std::uint16_t>(bin_of((x[t] - center) * inverse));
  }
  describe_rest(x + whole, has_base ? base + whole : nullptr, count - whole, center, inverse, lanes,
                has_bins ? bins + whole : nullptr, found);
  return found;
}

Extremes describe(const double* x, const double* base, std::size_t count, double center, double inverse, Lanes& lanes,
                  std::uint16_t* bins) {
  if (bins == nullptr) {
    return base == nullptr ? describe_all<false, false>(x, base, count, center, inverse, lanes, bins)
                           : describe_all<true, false>(x, base, count, center, inverse, lanes, bins);
  }
  return base == nullptr ? describe_all<false, true>(x, base, count, center, inverse, lanes, bins)
                         : describe_all<true, true>(x, base, count, center, inverse, lanes, bins);
}

template <bool has_base>
UOR_LANES_INLINE void sum_all(const double* x, const double* base, std::size_t count, Lanes& lanes) {
  LaneSums values(lanes.value, lanes.square), changes(lanes.change, lanes.change_square);
  const std::size_t whole = count / 8 * 8;
  for (std::size_t first = 0; first < whole; first += 8) {
    for (std::size_t p = 0; p < packs; ++p) {
      const Pack value = load(x + first + p * pack_size);
      values.add(p, value);
      if (has_base) changes.add(p, value - load(base + first + p * pack_size));
    }
  }
  values.leave(lanes.value, lanes.square);
  if (has_base) changes.leave(lanes.change, lanes.change_square);
  for (std::size_t lane = 0; lane < count - whole; ++lane) {
    const double value = x[whole + lane], change = has_base ? value - base[whole + lane] : 0.0;
    lanes.value[lane] += value;
    lanes.square[lane] += value * value;
    lanes.change[lane] += change;
    lanes.change_square[lane] += change * change;
  }
}

void sum_up(const double* x, const double* base, std::size_t count, Lanes& lanes) {
  if (base == nullptr) {
    sum_all<false>(x, base, count, lanes);
  } else {
    sum_all<true>(x, base, count, lanes);
  }
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

/// By value, so that what is written cannot be what says where to read. Most figures are as published, with none that
/// is fresher: those are not read.
template <bool is_fresher>
UOR_LANES_INLINE void publish_values(const Publication all, double* out, std::size_t count) {
  for (std::size_t t = 0; t < count; t += pack_size) {
    const Pack known = value_of(all.known, t);
    store(is_fresher ? blend(all.fresh, known, value_of(all.own, t)) : known, out + t);
  }
}

template <bool is_fresher>
UOR_LANES_INLINE void publish_amounts(const Publication all, double* out, std::size_t count) {
  for (std::size_t t = 0; t < count; t += pack_size) {
    const Pack known = value_of(all.known, t) / load(all.then_known + t), index = load(all.index_known + t);
    if (is_fresher) {
      const Pack own = value_of(all.own, t) / load(all.then_own + t);
      store(blend(all.fresh, known, own) * blend(all.fresh, index, load(all.index_own + t)), out + t);
    } else {
      store(known * index, out + t);
    }
  }
}

void publish(const Publication& all, double* out, std::size_t count) {
  const bool is_fresher = all.fresh != 0.0;
  if (all.index_known == nullptr) {
    is_fresher ? publish_values<true>(all, out, count) : publish_values<false>(all, out, count);
  } else {
    is_fresher ? publish_amounts<true>(all, out, count) : publish_amounts<false>(all, out, count);
  }
}

void index(double statistic, const double* index_known, const double* index_own, double fresh, double* out,
           std::size_t count) {
  for (std::size_t t = 0; t < count && fresh == 0.0; t += pack_size) store(statistic * load(index_known + t), out + t);
  for (std::size_t t = 0; t < count && fresh != 0.0; t += pack_size) {
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
const Kernels UOR_RUN_NAME(UOR_LEVEL) = {UOR_LEVEL, describe, sum_up, count,  add,      go_on,
                                         combine,   publish,  index,  inside, at_least, sort};

}  // namespace uor::tally
