#include "core/uor/report/tables/headings.hpp"

#include <gtest/gtest.h>

namespace uor::report::tables {
namespace {

TEST(HeadingOf, IsTheSameForEveryOutput) {
  EXPECT_EQ(heading_of("kloes"), "Key lines of enquiry");
  EXPECT_EQ(heading_of("between"), "What changed between the runs");
}

}  // namespace
}  // namespace uor::report::tables
