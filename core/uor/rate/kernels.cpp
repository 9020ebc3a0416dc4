// Compiled once a level (UOR_LEVEL); see uor_compile_by_level. Counts need not be multiples of 8: the last trials go
// through a copy.
#include "core/uor/rate/kernels.hpp"

#include "core/uor/base/lanes.hpp"
#include "core/uor/rate/odds_loops.hpp"

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

void weigh(const double* w, const double* const* s, std::size_t scores, std::size_t count, double* out) {
  const auto sum = [&](auto at) {
    auto total = w[0] * at(0);
    for (std::size_t k = 1; k < scores; ++k) total += w[k] * at(k);
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

UOR_LANES_INLINE Byte bytes_of(Bits bits) { return __builtin_convertvector(bits, Byte); }

UOR_LANES_INLINE Byte limited(Byte grades, Bits limits) {
  const auto among = [&](int first) {
    return (limits >> first & 1) + (limits >> (first + 1) & 1) + (limits >> (first + 2) & 1);
  };
  const Byte best = bytes_of(4 - among(0)), worst = bytes_of(1 + among(8));
  const Byte capped = grades < best ? grades : best;
  return capped > worst ? capped : worst;
}

/// `wide` packs at once, from trial t on. at(column, w): pack w of a column; hold(row, w, mask): where its tests hold,
/// and note(row, w, mask): where it fires; rows in order.
template <std::size_t wide, typename At, typename Hold, typename Note>
UOR_LANES_INLINE void limits_of(const LimiterView* rows, std::size_t row_count, At at, Hold hold, Note note,
                                Bits* limits) {
  for (std::size_t w = 0; w < wide; ++w) limits[w] = Bits{};
  for (std::size_t r = 0; r < row_count; ++r) {
    const LimiterView& row = rows[r];
    Bits mask[wide];
    for (std::size_t w = 0; w < wide; ++w) mask[w] = Bits{} - 1;
    for (std::size_t i = 0; i < row.test_count; ++i) {
      const Test test = row.tests[i];
      const double* column = row.columns[i];
      for (std::size_t w = 0; w < wide; ++w) mask[w] &= test.sign * at(column, w) < test.below;
    }
    for (std::size_t w = 0; w < wide; ++w) hold(r, w, mask[w]);
    if (row.chance != nullptr) {
      for (std::size_t w = 0; w < wide; ++w) mask[w] &= at(row.chance, w) < row.probability;
    }
    for (std::size_t w = 0; w < wide; ++w) {
      note(r, w, mask[w]);
      limits[w] |= mask[w] & row.limits;
    }
  }
}

template <std::size_t wide>
UOR_LANES_INLINE void limit_packs(const LimiterView* rows, std::size_t row_count, std::size_t first, Grade* grade,
                                  std::uint8_t* const* fired, std::uint64_t* held) {
  const auto place = [first](std::size_t w) { return first + w * pack_size; };
  Bits limits[wide], holds[wide] = {};
  limits_of<wide>(
      rows, row_count, [&](const double* column, std::size_t w) { return load(column + place(w)); },
      [&](std::size_t r, std::size_t w, Bits mask) {
        if (held != nullptr) holds[w] |= (mask & 1) << static_cast<std::int64_t>(r);
      },
      [&](std::size_t r, std::size_t w, Bits mask) {
        if (fired == nullptr) return;
        const Byte ones = bytes_of(mask & 1);
        __builtin_memcpy(fired[r] + place(w), &ones, sizeof ones);
      },
      limits);
  for (std::size_t w = 0; w < wide; ++w) {
    if (held != nullptr) __builtin_memcpy(held + place(w), &holds[w], sizeof holds[w]);
    Byte grades;
    __builtin_memcpy(&grades, grade + place(w), sizeof grades);
    grades = limited(grades, limits[w]);
    __builtin_memcpy(grade + place(w), &grades, sizeof grades);
  }
}

/// Several packs at once as long as there are as many, so that what is the same for all trials is looked up less often.
void limit(const LimiterView* rows, std::size_t row_count, std::size_t count, Grade* grade, std::uint8_t* const* fired,
           std::uint64_t* held) {
  constexpr std::size_t wide = 4;
  std::size_t t = 0;
  for (; t + wide * pack_size <= count; t += wide * pack_size)
    limit_packs<wide>(rows, row_count, t, grade, fired, held);
  for (; t + pack_size <= count; t += pack_size) limit_packs<1>(rows, row_count, t, grade, fired, held);
  for (; t < count; ++t) {
    Bits limits[1];
    std::uint64_t holds = 0;
    limits_of<1>(
        rows, row_count, [&](const double* column, std::size_t) { return Pack{} + column[t]; },
        [&](std::size_t r, std::size_t, Bits mask) {
          if (held != nullptr && mask[0] != 0) holds |= std::uint64_t{1} << r;
        },
        [&](std::size_t r, std::size_t, Bits mask) {
          if (fired != nullptr) fired[r][t] = mask[0] != 0 ? 1 : 0;
        },
        limits);
    if (held != nullptr) held[t] = holds;
    grade[t] = limited(Byte{} + grade[t], limits[0])[0];
  }
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

void cut(const double* latent, const double* cuts, std::size_t count, Grade* grade) {
  const double low = cuts[0], middle = cuts[1], high = cuts[2];
  for (std::size_t t = 0; t < count; ++t) {
    const int reached = (latent[t] >= low ? 1 : 0) + (latent[t] >= middle ? 1 : 0) + (latent[t] >= high ? 1 : 0);
    grade[t] = static_cast<Grade>(1 + reached);
  }
}

using Grades [[gnu::vector_size(16)]] = std::uint8_t;

/// In bytes, which hold 255 steps of sixteen trials.
void count_grades(const Grade* grade, std::size_t count, std::uint64_t* counts) {
  constexpr std::size_t steps = 255;
  for (std::size_t first = 0; first < count;) {
    Grades held[4] = {};
    for (std::size_t step = 0; step < steps && first < count; ++step, first += 16) {
      const std::size_t part = count - first < 16 ? count - first : 16;
      Grades own = {};
      __builtin_memcpy(&own, grade + first, part);
      for (std::uint8_t g = 0; g < 4; ++g) held[g] -= (Grades)(own == static_cast<std::uint8_t>(g + 1));
    }
    for (std::size_t g = 0; g < 4; ++g) {
      for (std::size_t lane = 0; lane < 16; ++lane) counts[g] += held[g][lane];
    }
  }
}

/// Sixteen trials at a time: one byte a grade.
void aggregate(const Aggregation& rule, const Grade* const* grades, std::size_t question_count, std::size_t count,
               Grade* grade) {
  const auto some = [](int number) { return Grades{} + static_cast<std::uint8_t>(number < 0 ? 0 : number); };
  const Grades inadequate_from = some(rule.inadequate_from), improve_from = some(rule.requires_improvement_from);
  const Grades outstanding_from = some(rule.outstanding_from);
  for (std::size_t first = 0; first < count; first += 16) {
    const std::size_t part = count - first < 16 ? count - first : 16;
    Grades inadequate = {}, improve = {}, outstanding = {};
    for (std::size_t q = 0; q < question_count; ++q) {
      Grades own = {};
      __builtin_memcpy(&own, grades[q] + first, part);
      inadequate -= (Grades)(own == 1);
      improve -= (Grades)(own == 2);
      outstanding -= (Grades)(own == 4);
    }
    const auto best = (outstanding >= outstanding_from) & (improve == 0);
    const auto limited = (inadequate > 0) | (improve >= improve_from);
    const Grades usual = limited ? Grades{} + 2 : (best ? Grades{} + 4 : Grades{} + 3);
    const Grades all = inadequate >= inadequate_from ? Grades{} + 1 : usual;
    __builtin_memcpy(grade + first, &all, part);
  }
}

}  // namespace

#define UOR_RATE_NAME_OF(level) kernels_v##level
#define UOR_RATE_NAME(level) UOR_RATE_NAME_OF(level)

extern const Kernels UOR_RATE_NAME(UOR_LEVEL);
const Kernels UOR_RATE_NAME(UOR_LEVEL) = {UOR_LEVEL, weigh,        add_indicator, limit,      count_holding, cut,
                                          aggregate, count_grades, find_above,    find_joint, spare_rows};

}  // namespace uor::rate
