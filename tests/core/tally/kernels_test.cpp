#include "core/uor/tally/kernels.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <limits>

#include "core/uor/base/column.hpp"
#include "core/uor/tally/histogram.hpp"

namespace uor::tally {
namespace {

/// Rows of made-up numbers with some far out.
Columns made_up(std::size_t rows, std::size_t count) {
  Columns columns(rows, count);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t t = 0; t < count; ++t) {
      columns.row(r)[t] = static_cast<double>((t * 37 + r * 101) % 89) / 7 - 5 + (t % 31 == 0 ? 1e5 : 0);
    }
  }
  return columns;
}

TEST(Kernels, DescribeWithTheSameBitsAtEveryLevelAndWithTheBinsOfBinOf) {
  const Columns x = made_up(2, 64);
  const Scale scale{0.25, 2.0};
  const std::size_t count = 61;  // a rest that fills no vector
  for (const Kernels* level : available_kernels()) {
    Lanes lanes{}, first{};
    std::array<std::uint16_t, 64> bins{};
    const Extremes found =
        level->describe(x.row(0), x.row(1), count, scale.center, 1 / scale.spread, lanes, bins.data());
    available_kernels()[0]->describe(x.row(0), x.row(1), count, scale.center, 1 / scale.spread, first, bins.data());
    EXPECT_EQ(std::memcmp(&lanes, &first, sizeof lanes), 0) << level->level;
    EXPECT_TRUE(found.numbers);
    EXPECT_EQ(found.high, *std::max_element(x.row(0), x.row(0) + count));
    EXPECT_EQ(found.low, *std::min_element(x.row(0), x.row(0) + count));
    for (std::size_t t = 0; t < count; ++t) EXPECT_EQ(bins[t], bin_of(scale, x.row(0)[t])) << t;
  }
}

TEST(Kernels, TellWhatIsNoNumber) {
  Columns x = made_up(1, 16);
  x.row(0)[9] = std::numeric_limits<double>::quiet_NaN();
  for (const Kernels* level : available_kernels()) {
    Lanes lanes{};
    std::array<std::uint16_t, 16> bins{};
    EXPECT_FALSE(level->describe(x.row(0), nullptr, 16, 0, 1, lanes, bins.data()).numbers);
    EXPECT_FALSE(level->inside(x.row(0), 16, -1e9, 1e9));
    EXPECT_TRUE(level->inside(x.row(0), 8, -1e9, 1e9));
    EXPECT_FALSE(level->inside(x.row(0), 8, -1e9, 1e3));
  }
}

TEST(Kernels, CountEveryBinOnce) {
  const std::array<std::uint16_t, 11> bins = {3, 3, 3, 3, 1, 3, 2, 1, 0, 0, 3};
  for (const Kernels* level : available_kernels()) {
    std::array<std::uint16_t, 4> counts{};
    level->count(bins.data(), bins.size(), counts.data());
    EXPECT_EQ(counts, (std::array<std::uint16_t, 4>{2, 2, 1, 6}));
  }
}

TEST(Kernels, GoOnWithARunningSum) {
  Columns x(3, 8), sum(4, 8);
  for (std::size_t t = 0; t < 8; ++t) x.row(0)[t] = 1, x.row(2)[t] = 10;
  for (const Kernels* level : available_kernels()) {
    for (std::size_t t = 0; t < 8; ++t) sum.row(1)[t] = static_cast<double>(t);
    level->go_on(x.row(0), sum.row(1), x.row(2), 0.5, sum.row(3), 8);
    EXPECT_EQ(sum.row(1)[3], 4);
    EXPECT_EQ(sum.row(3)[3], 9);
    level->combine(x.row(2), 0.0, nullptr, sum.row(3), 8);
    EXPECT_EQ(sum.row(3)[3], 0);
    level->add(x.row(0), sum.row(1), 8);
    EXPECT_EQ(sum.row(1)[3], 5);
  }
}

TEST(Kernels, PublishAFigureInThePricesOfNow) {
  Columns x(4, 8);
  const double values[4] = {100, 120, 1.1, 1.2};  // known, own, prices then, prices now
  for (std::size_t r = 0; r < 4; ++r) std::fill_n(x.row(r), 8, values[r]);
  const Publication publication{
      {x.row(0), nullptr, 0}, {x.row(1), nullptr, 0}, x.row(3), x.row(3), x.row(2), x.row(3), 0.25};
  for (const Kernels* level : available_kernels()) {
    Columns out(1, 8);
    level->publish(publication, out.row(0), 8);
    const double known = 100 / 1.1, own = 120 / 1.2;
    EXPECT_NEAR(out.row(0)[7], (known + 0.25 * (own - known)) * 1.2, 1e-12);
    level->index(10, x.row(2), x.row(3), 0.5, out.row(0), 8);
    EXPECT_NEAR(out.row(0)[0], 11.5, 1e-12);
  }
}

TEST(Kernels, SortRowsOfATile) {
  Columns sorted(3, tile_trials);
  const std::array<Exchange, 3> network = {{{0, 1}, {1, 2}, {0, 1}}};
  for (const Kernels* level : available_kernels()) {
    for (std::size_t t = 0; t < tile_trials; ++t) sorted.row(0)[t] = 3, sorted.row(1)[t] = 1, sorted.row(2)[t] = 2;
    level->sort(sorted.row(0), network.data(), network.size());
    for (std::size_t row = 0; row < 3; ++row) EXPECT_EQ(sorted.row(row)[5], static_cast<double>(row + 1));
    EXPECT_EQ(level->at_least(sorted.row(1), tile_trials, 2), tile_trials);
    EXPECT_EQ(level->at_least(sorted.row(0), tile_trials, 1.5), 0u);
  }
}

}  // namespace
}  // namespace uor::tally
