#include "core/uor/sample/sampler.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/uor/base/error.hpp"
#include "core/uor/base/hash.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"
#include "tests/core/sample/columns_of.hpp"

namespace uor::sample {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr std::size_t many = 1 << 16;

const std::vector<Stream> streams = {{"stay", Each::run, 0, 0},
                                     {"demand", Each::month, 0, 0},
                                     {"sickness", Each::ar1, 0.8, 0},
                                     {"price", Each::ar1, 0.5, 0.6}};

TEST(Sampler, DrawsPerRunFromTheLayout) {
  const Sampler sampler(5, "RF4", streams, {});
  const std::vector<double> z = column_of(sampler, 0, 3, 64, 8);
  const std::uint64_t key = stream_key(5, "RF4", "stay");
  std::uint32_t words[8];
  draw_words(key, run_month, 64, 8, words);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_EQ(z[i], normal_quantile(uniform_of(words[i])));
}

TEST(Sampler, DrawsEachMonthAnew) {
  const Sampler sampler(5, "RF4", streams, {});
  std::uint32_t words[8];
  draw_words(stream_key(5, "RF4", "demand"), 2, 0, 8, words);
  EXPECT_EQ(column_of(sampler, 1, 2, 0, 8)[3], normal_quantile(uniform_of(words[3])));
  EXPECT_NE(column_of(sampler, 1, 1, 0, 8), column_of(sampler, 1, 2, 0, 8));
}

TEST(Sampler, DrawsSomeStreamsAsItDrawsAll) {
  Eigen::MatrixXd correlation(2, 2);
  correlation << 1, 0.5, 0.5, 1;
  const Sampler sampler(5, "RF4", {{"a", Each::run, 0, 0}, {"b", Each::run, 0, 0}, {"c", Each::ar1, 0.8, 0}},
                        {{"g", {0, 1}, correlation}});
  const std::vector<bool> some = sampler.with_groups({false, true, false});
  EXPECT_EQ(some, (std::vector<bool>{true, true, false}));
  Sampler::Window window(sampler, 8);
  window.start(64, 8, some);
  window.advance(1);
  const std::vector<double> all = column_of(sampler, 1, 1, 64, 8);
  EXPECT_TRUE(std::equal(all.begin(), all.end(), window.z(1)));
  EXPECT_EQ(window.z(2)[0], 0.0);  // not drawn
}

TEST(Sampler, GivesTheSameDrawsHoweverTrialsArePartitioned) {
  const Sampler sampler(5, "RF4", streams, {{"g", {2}, Eigen::MatrixXd::Identity(1, 1)}});
  for (std::size_t stream = 0; stream < streams.size(); ++stream) {
    const std::vector<double> whole = column_of(sampler, stream, 4, 0, 1024);
    for (const std::size_t piece : {64, 256}) {
      for (std::size_t at = 0; at < whole.size(); at += piece) {
        const std::vector<double> part = column_of(sampler, stream, 4, at, piece);
        EXPECT_TRUE(std::equal(part.begin(), part.end(), whole.begin() + static_cast<std::ptrdiff_t>(at)));
      }
    }
  }
}

TEST(Sampler, KeepsEveryDrawWhenAStreamIsAdded) {
  std::vector<Stream> more = {{"new", Each::month, 0, 0.4}};
  more.insert(more.end(), streams.begin(), streams.end());
  const Sampler before(5, "RF4", streams, {}), after(5, "RF4", more, {});
  for (std::size_t i = 0; i < streams.size(); ++i) {
    EXPECT_EQ(column_of(before, i, 3, 0, 64), column_of(after, i + 1, 3, 0, 64)) << streams[i].id;
  }
}

TEST(Sampler, GivesOtherDrawsForAnotherTrustOrSeed) {
  const Sampler here(5, "RF4", streams, {}), there(5, "RAX", streams, {}), again(6, "RF4", streams, {});
  EXPECT_NE(column_of(here, 0, 1, 0, 64), column_of(there, 0, 1, 0, 64));
  EXPECT_NE(column_of(here, 0, 1, 0, 64), column_of(again, 0, 1, 0, 64));
}

TEST(Sampler, StartsAnewAfterStart) {
  const Sampler sampler(5, "RF4", streams, {});
  Sampler::Window window(sampler, 64);
  window.start(0, 64);
  window.advance(1);
  window.advance(2);
  window.start(64, 32);
  window.advance(1);
  EXPECT_EQ(std::vector<double>(window.z(2), window.z(2) + 32), column_of(sampler, 2, 1, 64, 32));
}

TEST(Persistence, StartsStationaryAndKeepsItsCorrelation) {
  const Sampler sampler(11, "RF4", streams, {});
  const std::vector<double> first = column_of(sampler, 2, 1, 0, many), second = column_of(sampler, 2, 2, 0, many);
  const std::vector<double> later = column_of(sampler, 2, 12, 0, many), next = column_of(sampler, 2, 13, 0, many);
  for (const std::vector<double>* column : {&first, &second, &later, &next}) {
    EXPECT_NEAR(mean_product(*column, *column), 1.0, four_errors(1, many));
  }
  EXPECT_NEAR(mean_product(first, second), 0.8, four_errors(0.8, many));
  EXPECT_NEAR(mean_product(later, next), 0.8, four_errors(0.8, many));
}

TEST(CommonFactor, CorrelatesTwoTrustsByTheSquareOfItsLoading) {
  const Sampler here(3, "RF4", streams, {}), there(3, "RAX", streams, {});
  const std::vector<double> a = column_of(here, 3, 5, 0, many), b = column_of(there, 3, 5, 0, many);
  EXPECT_NEAR(mean_product(a, b), 0.36, four_errors(0.36, many));
  EXPECT_NEAR(mean_product(a, a), 1.0, four_errors(1, many));
  EXPECT_NEAR(mean_product(column_of(here, 2, 5, 0, many), column_of(there, 2, 5, 0, many)), 0.0, four_errors(0, many));
}

TEST(CommonFactor, OfOneIsTheSectorItself) {
  const std::vector<Stream> shared = {{"tariff", Each::month, 0, 1.0}};
  const Sampler here(3, "RF4", shared, {}), there(3, "RAX", shared, {});
  EXPECT_EQ(column_of(here, 0, 2, 0, 64), column_of(there, 0, 2, 0, 64));
}

TEST(Sampler, RefusesImpossibleStreams) {
  const auto made = [](Stream stream) { return [stream] { Sampler(1, "RF4", {stream}, {}); }; };
  EXPECT_THAT(made({"a", Each::ar1, 1.0, 0}),
              ThrowsMessage<Error>("driver 'a': persistence must be at least 0 and below 1, is 1"));
  EXPECT_THAT(made({"a", Each::run, 0, -1.5}),
              ThrowsMessage<Error>("driver 'a': the loading on the common factor must be from -1 to 1, is -1.5"));
  EXPECT_THAT(
      [] {
        Sampler(1, "RF4", {{"a", Each::run, 0, 0}, {"a", Each::month, 0, 0}}, {});
      },
      ThrowsMessage<Error>(HasSubstr("driver 'a' is drawn twice")));
}

}  // namespace
}  // namespace uor::sample
