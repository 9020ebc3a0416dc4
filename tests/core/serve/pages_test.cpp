#include "core/uor/serve/pages.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace uor::serve {
namespace {

TEST(Pages, ANewerRequestStopsOlderOnesOfItsPageAlone) {
  Pages pages;
  Pages::Turn first(pages, "one"), other(pages, "two"), nobodys(pages, "");
  EXPECT_EQ(pages.under_way(), 3u);
  Pages::Turn second(pages, "one"), also_nobodys(pages, "");
  EXPECT_TRUE(first.stop().stop_requested());
  EXPECT_FALSE(second.stop().stop_requested());
  EXPECT_FALSE(other.stop().stop_requested());
  EXPECT_FALSE(nobodys.stop().stop_requested());
}

TEST(Pages, WhatIsOverCountsNoMore) {
  Pages pages;
  { Pages::Turn first(pages, "one"); }
  EXPECT_EQ(pages.under_way(), 0u);
  Pages::Turn second(pages, "one");
  EXPECT_FALSE(second.stop().stop_requested());
}

TEST(Pages, OnceClosedAllAreAskedToStop) {
  Pages pages;
  Pages::Turn before(pages, "one");
  pages.close();
  Pages::Turn after(pages, "two");
  EXPECT_TRUE(before.stop().stop_requested());
  EXPECT_TRUE(after.stop().stop_requested());
}

}  // namespace
}  // namespace uor::serve
