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

UOR_LANES_INLINE Byte bytes_of(Bits bits) { return __builtin_convertvector(bits, Byte); }

/// Which of a pack's trials a row fires in. at(column): the pack of a column
template <typename At>
UOR_LANES_INLINE Bits fires(const LimiterView& row, At at) {
  Bits mask = Bits{} - 1;
  for (std::size_t i = 0; i < row.test_count; ++i) mask &= row.tests[i].sign * at(row.columns[i]) < row.tests[i].below;
  if (row.chance != nullptr) mask &= at(row.chance) < row.probability;
  return mask;
}

/// What the rows do together to a pack's trials, as limits_of. note(row, mask): rows in order
template <typename At, typename Note>
UOR_LANES_INLINE Bits limits_of(const LimiterView* rows, std::size_t row_count, At at, Note note) {
  Bits limits = {};
  for (std::size_t r = 0; r < row_count; ++r) {
    const Bits mask = fires(rows[r], at);
    note(r, mask);
    limits |= mask & rows[r].limits;
  }
  return limits;
}

UOR_LANES_INLINE Byte limited(Byte grades, Bits limits) {
  const auto among = [&](int first) {
    return (limits >> first & 1) + (limits >> (first + 1) & 1) + (limits >> (first + 2) & 1);
  };
  const Byte best = bytes_of(4 - among(0)), worst = bytes_of(1 + among(8));
  const Byte capped = grades < best ? grades : best;
  return capped > worst ? capped : worst;
}

void limit(const LimiterView* rows, std::size_t row_count, std::size_t count, Grade* grade,
           std::uint8_t* const* fired) {
  over(
      count,
      [&](std::size_t t) {
        const auto at = [&](const double* column) { return load(column + t); };
        const auto note = [&](std::size_t r, Bits mask) {
          if (fired == nullptr) return;
          const Byte ones = bytes_of(mask & 1);
          __builtin_memcpy(fired[r] + t, &ones, sizeof ones);
        };
        Byte grades;
        __builtin_memcpy(&grades, grade + t, sizeof grades);
        grades = limited(grades, limits_of(rows, row_count, at, note));
        __builtin_memcpy(grade + t, &grades, sizeof grades);
      },
      [&](std::size_t t) {
        const auto at = [&](const double* column) { return Pack{} + column[t]; };
        const auto note = [&](std::size_t r, Bits mask) {
          if (fired != nullptr) fired[r][t] = mask[0] != 0 ? 1 : 0;
        };
        grade[t] = limited(Byte{} + grade[t], limits_of(rows, row_count, at, note))[0];
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

void cut(const double* latent, const double* cuts, std::size_t count, Grade* grade) {
  const double low = cuts[0], middle = cuts[1], high = cuts[2];
  for (std::size_t t = 0; t < count; ++t) {
    const int reached = (latent[t] >= low ? 1 : 0) + (latent[t] >= middle ? 1 : 0) + (latent[t] >= high ? 1 : 0);
    grade[t] = static_cast<Grade>(1 + reached);
  }
}

/// Sixteen trials at a time: one byte a grade.
void aggregate(const Aggregation& rule, const Grade* const* grades, std::size_t question_count, std::size_t count,
               Grade* grade) {
  using Grades [[gnu::vector_size(16)]] = std::uint8_t;
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
const Kernels UOR_RATE_NAME(UOR_LEVEL) = {UOR_LEVEL, weigh, add_indicator, limit, count_holding, cut, aggregate};

}  // namespace uor::rate
