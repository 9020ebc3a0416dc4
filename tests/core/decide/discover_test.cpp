#include "core/uor/decide/discover.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::decide {
namespace {

TEST(Discover, ReadsItsCondition) {
  const When below = when_of("rating < good"), above = when_of("  rating>=requires improvement ");
  EXPECT_TRUE(below.below);
  EXPECT_EQ(below.goal, Goal::good);
  EXPECT_FALSE(above.below);
  EXPECT_EQ(above.goal, Goal::requires_improvement);
  EXPECT_EQ(words_of(below), "rating < good");
  EXPECT_EQ(words_of(above), "rating >= requires improvement");
}

TEST(Discover, RefusesOtherWords) {
  for (const char* text :
       {"", "good", "rating", "rating = good", "rating < splendid", "rating > good", "latent < good"})
    EXPECT_NE(test::message_of([&] { when_of(text); }).find("--when"), std::string::npos) << text;
}

TEST(Discover, FindsTheDriverThatMatters) {
  run::Workers workers(1);
  const Discovery found = discover(test::small_inputs(), {true, Goal::good}, 4096, workers);
  ASSERT_FALSE(found.found.box.sides.empty());
  EXPECT_NE(found.sentence.find("small.level above "), std::string::npos) << found.sentence;
  EXPECT_GT(found.found.box.held_out.density, found.share);
}

}  // namespace
}  // namespace uor::decide
