// The rating's loops over trials, compiled once for each instruction set; every level gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/uor/rate/odds.hpp"
#include "core/uor/rate/rating.hpp"

namespace uor::rate {

/// A limiter row with its columns; see LimiterColumns.
struct LimiterView {
  const Test* tests;
  const double* const* columns;  // [test]
  std::size_t test_count;
  const double* chance;  // null: always below the probability
  double probability;
  std::int64_t limits;  // of limits_of()
};

/// Bits that say how far a row limits a grade, such that of several rows the or is what they do together: of the low
/// three as many as the best grade is below 4, of bits 8 to 10 as many as the worst is above 1.
constexpr std::int64_t limits_of(Grade best, Grade worst) { return 0b111 >> (best - 1) | (0b111 >> (4 - worst)) << 8; }

struct Kernels {
  int level;  // 2, 3, 4: x86-64-v2, v3, v4
  /// out = w[0] s[0] + w[1] s[1] + ..., added in this order; one score at least. [count]
  void (*weigh)(const double* weights, const double* const* scores, std::size_t score_count, std::size_t count,
                double* out);
  /// out += coefficient * standardised(x, mean, sd). [count]
  void (*add_indicator)(const IndicatorColumn& row, std::size_t count, double* out);
  /// grade = max(min(grade, the lowest `best`), the highest `worst`) of the rows that fire in that trial: all tests
  /// hold and chance < probability. fired[row][trial] = 1 where it does and 0 elsewhere, unless null; bit r of
  /// held[trial] says whether all tests of row r hold, unless null. [count]
  void (*limit)(const LimiterView* rows, std::size_t row_count, std::size_t count, Grade* grade,
                std::uint8_t* const* fired, std::uint64_t* held);
  /// In how many trials all tests hold. [count]
  std::size_t (*count_holding)(const Test* tests, const double* const* columns, std::size_t test_count,
                               std::size_t count);
  /// grade = 1 + how many of the three cuts the latent reaches; cuts rise. [count]
  void (*cut)(const double* latent, const double* cuts, std::size_t count, Grade* grade);
  /// grade = aggregate(rule, grades of the trial). grades: [question_count][count]
  void (*aggregate)(const Aggregation& rule, const Grade* const* grades, std::size_t question_count, std::size_t count,
                    Grade* grade);
  /// ++counts[grade - 1] for each. [count]
  void (*count_grades)(const Grade* grade, std::size_t count, std::uint64_t* counts);
  /// As the functions of these names in odds.hpp; `spared` of one set of rows.
  void (*odds_above)(const OddsRules& rules, const OddsSide& side, std::size_t count, double* const* above);
  void (*joint_odds)(const OddsRules& rules, const OddsSide& a, const OddsSide& b, std::size_t count,
                     double* const* at_most);
  void (*odds_spared)(std::uint64_t rows, const OddsSide& side, std::size_t count, double* spared);
};

/// Those of the level that isa_level.hpp wants.
const Kernels& kernels();

/// All levels that this processor has, lowest first.
std::span<const Kernels* const> available_kernels();

}  // namespace uor::rate
