// Compiled once a level (UOR_LEVEL); see uor_compile_by_level. Counts need not be multiples of 8: the last trials go
// through a copy.
#include "core/uor/rate/kernels.hpp"

#include "core/uor/base/lanes.hpp"

namespace uor::rate {

namespace {

using namespace lanes;

/// body(first) for packs of whole trials, then rest(trial) for those left over.
template <typename Body, typename Rest>
UOR_LANES_INLINE void over(std::size_t count, Body body, Rest rest) {
  const std::size_t whole = count / pack_size * pack_size;
  for (std::size_t first = 0; first < whole; first += pack_size) body(first);
  for (std::size_t trial = whole; trial < count; ++trial) rest(trial);
}

void weigh(const double* w, const double* const* s, std::size_t count, double* out) {
  const auto sum = [&](auto at) {
    auto total = w[0] * at(0);
    for (std::size_t k = 1; k < 5; ++k) total += w[k] * at(k);
    return total;
  };
  over(
      count, [&](std::size_t t) { store(sum([&](std::size_t k) { return load(s[k] + t); }), out + t); },
      [&](std::size_t t) { out[t] = sum([&](std::size_t k) { return s[k][t]; }); });
}

void add_indicator(const IndicatorColumn& row, std::size_t count, double* out) {
  const double mean = row.mean, sd = row.sd, coefficient = row.coefficient;
  over(
      count,
      [&](std::size_t t) {
        const Pack deviation = (load(row.column + t) - mean) / sd;
        const Pack raised = deviation < -3.0 ? Pack{} - 3.0 : deviation;
        const Pack held = raised > 3.0 ? Pack{} + 3.0 : raised;
        store(load(out + t) + coefficient * (deviation == deviation ? held : Pack{}), out + t);
      },
      [&](std::size_t t) { out[t] += coefficient * standardised(row.column[t], mean, sd); });
}

using Byte [[gnu::vector_size(pack_size)]] = std::uint8_t;

void fire(const Test* tests, const double* const* columns, std::size_t test_count, const double* chance,
          double probability, Grade best, Grade worst, std::size_t first, std::size_t count, Limits& limits,
          std::uint8_t* fired) {
  const double cap = best, floor = worst;
  const auto mask_at = [&](auto load_at) {
    Bits mask = Bits{} - 1;
    for (std::size_t i = 0; i < test_count; ++i) mask &= tests[i].sign * load_at(columns[i]) < tests[i].below;
    if (chance != nullptr) mask &= load_at(chance) < probability;
    return mask;
  };
  const auto apply = [&](std::size_t t, Bits mask, double* to_best, double* to_worst) {
    const Pack lowest = load(to_best), highest = load(to_worst);
    const Pack capped = cap < lowest ? Pack{} + cap : lowest, floored = floor > highest ? Pack{} + floor : highest;
    store(mask ? capped : lowest, to_best);
    store(mask ? floored : highest, to_worst);
    return t;
  };
  over(
      count,
      [&](std::size_t t) {
        const Bits mask = mask_at([&](const double* column) { return load(column + first + t); });
        apply(t, mask, limits.best + t, limits.worst + t);
        if (fired == nullptr) return;
        const Byte ones = __builtin_convertvector(mask & 1, Byte);
        __builtin_memcpy(fired + t, &ones, sizeof ones);
      },
      [&](std::size_t t) {
        const Bits mask = mask_at([&](const double* column) { return Pack{} + column[first + t]; });
        if (mask[0] != 0) {
          limits.best[t] = cap < limits.best[t] ? cap : limits.best[t];
          limits.worst[t] = floor > limits.worst[t] ? floor : limits.worst[t];
        }
        if (fired != nullptr) fired[t] = mask[0] != 0 ? 1 : 0;
      });
}

std::size_t count_holding(const Test* tests, const double* const* columns, std::size_t test_count, std::size_t count) {
  Bits held = {};
  std::size_t rest = 0;
  const auto mask_at = [&](auto load_at) {
    Bits mask = Bits{} - 1;
    for (std::size_t i = 0; i < test_count; ++i) mask &= tests[i].sign * load_at(columns[i]) < tests[i].below;
    return mask;
  };
  over(
      count, [&](std::size_t t) { held -= mask_at([&](const double* column) { return load(column + t); }); },
      [&](std::size_t t) {
        rest += mask_at([&](const double* column) { return Pack{} + column[t]; })[0] != 0 ? 1 : 0;
      });
  for (std::size_t lane = 0; lane < pack_size; ++lane) rest += static_cast<std::size_t>(held[lane]);
  return rest;
}

void limit(const Limits& limits, std::size_t count, Grade* grade) {
  for (std::size_t t = 0; t < count; ++t) {
    const auto best = static_cast<Grade>(limits.best[t]), worst = static_cast<Grade>(limits.worst[t]);
    const Grade capped = grade[t] < best ? grade[t] : best;
    grade[t] = capped > worst ? capped : worst;
  }
}

void cut(const double* latent, const double* cuts, std::size_t count, Grade* grade) {
  const double low = cuts[0], middle = cuts[1], high = cuts[2];
  for (std::size_t t = 0; t < count; ++t) {
    const int reached = (latent[t] >= low ? 1 : 0) + (latent[t] >= middle ? 1 : 0) + (latent[t] >= high ? 1 : 0);
    grade[t] = static_cast<Grade>(1 + reached);
  }
}

}  // namespace

#define UOR_RATE_NAME_OF(level) kernels_v##level
#define UOR_RATE_NAME(level) UOR_RATE_NAME_OF(level)

extern const Kernels UOR_RATE_NAME(UOR_LEVEL);
const Kernels UOR_RATE_NAME(UOR_LEVEL) = {UOR_LEVEL, weigh, add_indicator, fire, count_holding, limit, cut};

}  // namespace uor::rate
