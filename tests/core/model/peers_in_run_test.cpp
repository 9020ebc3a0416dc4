#include "core/uor/model/peers_in_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Inputs three_trusts() {
  Inputs inputs = test::small_inputs();
  inputs.trusts.push_back(test::small_trust("C", 300));
  inputs.peers = {{"B", "C"}, {"A", "X", "Y"}, {"C2", "B"}};
  return inputs;
}

TEST(PeersInRun, ArePositionsOfThoseThatTakePart) {
  EXPECT_THAT(peers_in_run(three_trusts())[0], ElementsAre(1, 2));
  EXPECT_THAT(peers_in_run(three_trusts())[2], ElementsAre(1));  // half of them is enough
}

TEST(PeersInRun, AreNoneWhereFewerThanHalfTakePart) { EXPECT_THAT(peers_in_run(three_trusts())[1], IsEmpty()); }

TEST(MovingNotes, SayOfHowManyTheMedianOfTheRunServes) {
  EXPECT_THAT(moving_notes(three_trusts()),
              ElementsAre(HasSubstr("those of the 3 trusts of this run"), HasSubstr("peers of 1 of the 3 trusts")));
}

}  // namespace
}  // namespace uor::model
