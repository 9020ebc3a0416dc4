#include "core/uor/base/unjudged.hpp"

#include <gtest/gtest.h>

namespace uor {
namespace {

// M072 of docs/framework.md.
TEST(Unjudged, SaysBetweenWhatAndAroundWhatItIsDrawn) {
  EXPECT_EQ(unjudged_in_words({Shape::pert, {1.7, 2.5, 3.3}, {}, {}}),
            "drawn between 1.7 and 3.3 around 2.5, because nobody has judged it");
}

TEST(Unjudged, ACutDrawIsSaidAsFarAsItGoes) {
  EXPECT_EQ(unjudged_in_words({Shape::triangular, {1, 2, 4}, 1.5, 3.5}),
            "drawn between 1.5 and 3.5 around 2, because nobody has judged it");
}

}  // namespace
}  // namespace uor
