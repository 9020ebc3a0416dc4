// Of 1,000 seeds, an interval of 95 % holds the known value in 93 to 97 %: three binomial errors either way.
#include <gtest/gtest.h>

#include <cmath>

#include "core/uor/study/first_order.hpp"
#include "core/uor/study/total.hpp"
#include "tests/core/study/draws.hpp"
#include "tests/core/study/known_functions.hpp"

namespace uor::study {
namespace {

constexpr std::size_t seeds = 1000, trials = 2048;
constexpr double reach = 1.959964;  // errors either way

void expect_covered(std::size_t held) {
  EXPECT_GE(held, 930u);
  EXPECT_LE(held, 970u);
}

bool holds(const Figure& found, double known) { return std::abs(found.value - known) <= reach * found.error; }

/// How often the interval of each of the first drivers holds its known value.
template <typename Function>
void cover_first(Law law, std::size_t columns, const Function& function, std::span<const double> known) {
  std::vector<std::size_t> held(known.size());
  for (std::size_t seed = 0; seed < seeds; ++seed) {
    const Table table = table_of(law, seed, columns, trials);
    const Values output = values_of(table, function);
    const std::vector<Driver> drivers = drivers_of(table, law);
    const auto found = first_order(std::span(drivers).first(known.size()), std::vector<Column>{output});
    for (std::size_t i = 0; i < known.size(); ++i) held[i] += holds(found[i][0].index, known[i]) ? 1 : 0;
  }
  for (const std::size_t count : held) expect_covered(count);
}

TEST(Coverage, FirstOrderOfIshigami) { cover_first(Law::uniform, 3, ishigami, std::span(ishigami_first).first(2)); }

// Ten degrees leave out 0.002 of the first two drivers' own shares: the value that is aimed at.
TEST(Coverage, FirstOrderOfTheGFunction) {
  constexpr double kept = 12 * (25.0 / 64 / 5 + 9.0 / 256 / 9 + 169.0 / 16384 / 13 + 289.0 / 65536 / 17);
  EXPECT_NEAR(kept, 0.997, 0.001);
  cover_first(Law::uniform, 4, g_function, std::span(g_first).first(2));
}

TEST(Coverage, FirstOrderOfTheOrdinalLink) { cover_first(Law::normal, 2, ordinal_link, ordinal_first); }

TEST(Coverage, TotalsOfIshigami) {
  std::array<std::size_t, 3> held{};
  for (std::size_t seed = 0; seed < seeds; ++seed) {
    Table table = table_of(Law::uniform, seed, 3, trials);
    const Values output = values_of(table, ishigami);
    for (std::size_t i = 0; i < 3; ++i) {
      const Values own = table[i];
      table[i] = uniforms(seed, 100 + i, trials);
      held[i] += holds(total_index(output, values_of(table, ishigami)).index, ishigami_total[i]) ? 1 : 0;
      table[i] = own;
    }
  }
  for (const std::size_t count : held) expect_covered(count);
}

/// Of inert drivers, how many have odds below 5 %.
template <typename Shape>
std::size_t taken_for_active(const Shape& shape) {
  std::size_t below = 0;
  for (std::size_t seed = 0; seed < seeds; ++seed) {
    const Table table = table_of(Law::normal, seed, 2, trials);
    Values output;
    for (const double z : table[1]) output.push_back(shape(z));
    const Driver driver{table[0], Law::normal};
    below += first_order(std::span(&driver, 1), std::vector<Column>{output})[0][0].zero_odds < 0.05 ? 1 : 0;
  }
  return below;
}

// Right in size for odds: 5 % within three binomial errors. A long tail costs it up to twice that.
TEST(Coverage, TheZeroTestErrsAsOftenAsItSays) {
  const std::size_t below = taken_for_active([](double z) { return sample::normal_cdf(z - 1); });
  EXPECT_GE(below, 30u);
  EXPECT_LE(below, 70u);
  EXPECT_LE(taken_for_active([](double z) { return std::exp(z); }), 100u);
}

}  // namespace
}  // namespace uor::study
