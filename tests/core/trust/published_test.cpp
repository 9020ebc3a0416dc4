#include "core/uor/trust/published.hpp"

#include <gtest/gtest.h>

namespace uor::trust {
namespace {

constexpr const char* table =
    "ods_code,report_date,uor_rating,safe,effective,caring,responsive,well_led,overall_quality,combined,source_url\n"
    "RAA,2018-06-26,Inadequate,Good,Good,Good,Good,Good,Good,Requires improvement,https://a\n"
    "RAA,2020-04-30,Requires improvement,,,,,Inadequate,Requires improvement,,https://b\n"
    "RBB,2019,Not rated,Outstanding,,,,,,,https://c\n";

TEST(Published, TheLatestOfEachRatingThatIsStatedCounts) {
  const PublishedRatings published = published_ratings(table, "t.csv", "RAA");
  EXPECT_EQ(published.date, "2020-04-30");
  EXPECT_EQ(published.use_of_resources, 2);
  ASSERT_EQ(published.quality.size(), 5u);
  EXPECT_EQ(published.quality[0], (PublishedQuestion{"safe", 3, "2018-06-26"}));
  EXPECT_EQ(published.quality[4], (PublishedQuestion{"well_led", 1, "2020-04-30"}));
  EXPECT_EQ(published.source, "https://b");
}

TEST(Published, WhatCameLaterIsNotKnown) {
  const PublishedRatings then = published_ratings(table, "t.csv", "RAA", {"2019-03-31"});
  EXPECT_EQ(then.use_of_resources, 1);
  EXPECT_EQ(then.quality[4].grade, 3);
  EXPECT_EQ(published_ratings(table, "t.csv", "RAA", {"2018-06-26"}).use_of_resources, 1);
  EXPECT_EQ(published_ratings(table, "t.csv", "RAA", {"2018-06-26", true}).use_of_resources, 0);
  EXPECT_TRUE(published_ratings(table, "t.csv", "RAA", {"2018-06-26", true}).text.empty());
}

TEST(Published, ItsTextGivesTheSameAgain) {
  const PublishedRatings published = published_ratings(table, "t.csv", "RAA");
  const PublishedRatings again = published_ratings(published.text, "t.csv", "RAA");
  EXPECT_EQ(again.text, published.text);
  EXPECT_EQ(in_words(again), in_words(published));
}

TEST(Published, OfATrustThatIsNotThereNothingIs) {
  EXPECT_EQ(in_words(published_ratings(table, "t.csv", "RCC")), "");
  EXPECT_TRUE(published_ratings(table, "t.csv", "RCC").looked_up);
}

TEST(Published, InWordsAllThatIsStatedIsSaid) {
  EXPECT_EQ(
      in_words(published_ratings(table, "t.csv", "RAA", {"2019"})),
      "use of resources inadequate (26 June 2018), safe good, effective good, caring good, responsive good, well led "
      "good, quality good, combined requires improvement");
  EXPECT_EQ(in_words(published_ratings(table, "t.csv", "RBB")), "safe outstanding");
}

}  // namespace
}  // namespace uor::trust
