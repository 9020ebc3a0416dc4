// Compiled once a level (UOR_LEVEL); see uor_compile_by_level.
#include "core/uor/run/kernels.hpp"

#include "core/uor/base/lanes.hpp"
#include "core/uor/run/bins.hpp"

namespace uor::run {

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

/// The state of describe() in registers.
struct Described {
  Pack sum[packs], square[packs], low[packs], high[packs];
  Bits odd[packs];
};

UOR_LANES_INLINE void describe_eight(const double* x, double center, double inverse, Described& all,
                                     std::uint16_t* bins) {
  for (std::size_t p = 0; p < packs; ++p) {
    const Pack value = load(x + p * pack_size);
    const Pack distance = value - center;
    all.sum[p] += distance;
    all.square[p] += distance * distance;
    all.low[p] = value < all.low[p] ? value : all.low[p];
    all.high[p] = value > all.high[p] ? value : all.high[p];
    all.odd[p] |= value != value;
    const Short bin = __builtin_convertvector(bin_of(distance * inverse), Short);
    __builtin_memcpy(bins + p * pack_size, &bin, sizeof bin);
  }
}

Extremes describe(const double* x, std::size_t count, double center, double inverse, Lanes& lanes,
                  std::uint16_t* bins) {
  Described all;
  for (std::size_t p = 0; p < packs; ++p) {
    all.sum[p] = load(lanes.value + p * pack_size);
    all.square[p] = load(lanes.square + p * pack_size);
    all.low[p] = all.high[p] = Pack{} + x[0];
    all.odd[p] = Bits{};
  }
  const std::size_t whole = count / 8 * 8;
  for (std::size_t first = 0; first < whole; first += 8) {
    describe_eight(x + first, center, inverse, all, bins + first);
  }
  for (std::size_t p = 0; p < packs; ++p) {
    store(all.sum[p], lanes.value + p * pack_size);
    store(all.square[p], lanes.square + p * pack_size);
  }
  Extremes found = {x[0], x[0], x[0] == x[0]};
  for (std::size_t p = 0; p < packs; ++p) {
    for (std::size_t lane = 0; lane < pack_size; ++lane) {
      found.low = all.low[p][lane] < found.low ? all.low[p][lane] : found.low;
      found.high = all.high[p][lane] > found.high ? all.high[p][lane] : found.high;
    }
    found.numbers = found.numbers && !any(all.odd[p]);
  }
  if (whole == count) return found;
  // The last trials of a run: fewer than eight.
  double rest[8];
  std::uint16_t rest_bins[8];
  for (std::size_t lane = 0; lane < 8; ++lane) rest[lane] = whole + lane < count ? x[whole + lane] : center;
  describe_eight(rest, center, inverse, all, rest_bins);
  for (std::size_t lane = 0; whole + lane < count; ++lane) {
    const double value = rest[lane], distance = value - center;
    lanes.value[lane] += distance;
    lanes.square[lane] += distance * distance;
    found.low = value < found.low ? value : found.low;
    found.high = value > found.high ? value : found.high;
    found.numbers = found.numbers && value == value;
    bins[whole + lane] = rest_bins[lane];
  }
  return found;
}

void compare(const double* x, const double* base, std::size_t count, Lanes& lanes) {
  Pack sum[packs], square[packs];
  for (std::size_t p = 0; p < packs; ++p) {
    sum[p] = load(lanes.change + p * pack_size);
    square[p] = load(lanes.change_square + p * pack_size);
  }
  const std::size_t whole = count / 8 * 8;
  for (std::size_t first = 0; first < whole; first += 8) {
    for (std::size_t p = 0; p < packs; ++p) {
      const Pack change = load(x + first + p * pack_size) - load(base + first + p * pack_size);
      sum[p] += change;
      square[p] += change * change;
    }
  }
  for (std::size_t p = 0; p < packs; ++p) {
    store(sum[p], lanes.change + p * pack_size);
    store(square[p], lanes.change_square + p * pack_size);
  }
  for (std::size_t lane = 0; whole + lane < count; ++lane) {
    const double change = x[whole + lane] - base[whole + lane];
    lanes.change[lane] += change;
    lanes.change_square[lane] += change * change;
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
const Kernels UOR_RUN_NAME(UOR_LEVEL) = {UOR_LEVEL, describe, compare, count,  add,      go_on,
                                         combine,   publish,  index,   inside, at_least, sort};

}  // namespace uor::run
