#include "core/uor/model/wanted.hpp"

#include <gtest/gtest.h>

namespace uor::model {
namespace {

TEST(Wanted, OfTwoIsWhatServesBoth) {
  Wanted a{{}, Summaries::odds}, b{{}, Summaries::odds};
  a.keep.latent = true;
  a.keep.watched = {"x", "y"};
  b.keep.drivers = true;
  b.keep.watched = {"y", "z"};
  const Wanted all = both(a, b);
  EXPECT_TRUE(all.keep.latent && all.keep.drivers && !all.keep.scores);
  EXPECT_EQ(all.keep.watched, (std::vector<std::string>{"x", "y", "z"}));
  EXPECT_EQ(all.summaries, Summaries::odds);
  b.summaries = Summaries::all;
  EXPECT_EQ(both(a, b).summaries, Summaries::all);
  b.odds_by_month = true;
  EXPECT_TRUE(both(a, b).odds_by_month);
  EXPECT_EQ(both(all, all), all);
}

}  // namespace
}  // namespace uor::model
