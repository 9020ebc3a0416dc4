#include "core/uor/tally/tee.hpp"

#include <gtest/gtest.h>

#include "core/uor/tally/odds_sink.hpp"

namespace uor::tally {
namespace {

class CountingSink : public Sink {
 public:
  model::Wanted wanted() const override {
    model::Wanted wanted{{}, model::Summaries::odds};
    wanted.keep.latent = true;
    return wanted;
  }
  void begin(const model::Header&) override { ++calls; }
  void block(const Block&) override { ++calls; }
  void summary(const Summary&) override { ++calls; }
  void sector(const Sector&) override { ++calls; }
  void end(double) override { ++calls; }
  int calls = 0;
};

TEST(Tee, HandsEverythingToEachAndWantsWhatAnyWants) {
  CountingSink first, second;
  OddsSink odds;
  Tee tee({&first, &second, &odds});
  tee.begin({});
  tee.block({});
  tee.summary({});
  tee.sector({});
  tee.end(1);
  EXPECT_EQ(first.calls, 5);
  EXPECT_EQ(second.calls, 5);
  EXPECT_TRUE(tee.wanted().keep.latent);
  EXPECT_EQ(tee.wanted().summaries, model::Summaries::odds);
}

}  // namespace
}  // namespace uor::tally
