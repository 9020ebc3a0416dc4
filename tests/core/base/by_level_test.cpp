#include "core/uor/base/by_level.hpp"

#include <gtest/gtest.h>

namespace uor {
namespace {

struct Loops {
  int level;
};
constexpr Loops second{2}, third{3}, fourth{4};

TEST(ByLevel, OfSeveralTheOnesThatTheProcessorRunsAreAvailable) {
  const std::array levels = {&second, &third, &fourth};
  const auto available = available_of(levels);
  EXPECT_EQ(available.size(), static_cast<std::size_t>(processor_isa_level() - 1));
  EXPECT_EQ(available.back()->level, processor_isa_level());
  EXPECT_EQ(wanted_of(levels).level, wanted_isa_level());
}

TEST(ByLevel, WhatIsCompiledOnceRunsOnAnyProcessor) {
  const std::array levels = {&second};
  EXPECT_EQ(available_of(levels).size(), 1u);
  EXPECT_EQ(wanted_of(levels).level, 2);
}

}  // namespace
}  // namespace uor
