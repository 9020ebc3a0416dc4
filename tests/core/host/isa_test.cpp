#include "core/uor/host/isa.hpp"

#include <gtest/gtest.h>

#include "core/uor/base/error.hpp"
#include "core/uor/base/isa_level.hpp"

namespace uor::host {
namespace {

uor_plugin level_2 = {}, level_3 = {}, level_4 = {};

const void* offer_all(const char*) {
  static const uor_isa_variant variants[] = {{4, &level_4}, {2, &level_2}, {3, &level_3}};
  static const uor_isa_variants list = {3, variants};
  return &list;
}

const void* offer_nonsense(const char*) {
  static const uor_isa_variant variants[] = {{9, &level_4}};
  static const uor_isa_variants list = {1, variants};
  return &list;
}

const void* offer_nothing(const char*) { return nullptr; }

const void* throw_one(const char*) { throw 1; }

/// The best variant of a plugin with that extension.
uor_isa_variant best(Extension extension, int level) { return best_variant("f", &level_2, extension, level); }

TEST(InstructionSets, TakeTheHighestUpToTheLevel) {
  EXPECT_EQ(best(offer_all, 2).plugin, &level_2);
  EXPECT_EQ(best(offer_all, 3).plugin, &level_3);
  EXPECT_EQ(best(offer_all, 4).plugin, &level_4);
}

TEST(InstructionSets, LeaveThePluginAsItIsWhenItOffersNone) {
  for (const Extension extension : {Extension(nullptr), Extension(offer_nothing)}) {
    EXPECT_EQ(best(extension, 4).plugin, &level_2);
    EXPECT_EQ(best(extension, 4).level, 2);
  }
}

TEST(InstructionSets, RefuseALevelThatIsNone) { EXPECT_THROW(best(offer_nonsense, 4), Error); }

TEST(InstructionSets, CatchWhatExtensionThrows) { EXPECT_THROW(best(throw_one, 4), Error); }

TEST(InstructionSets, AreAtLeastTheSecondLevel) {
  EXPECT_GE(processor_isa_level(), 2);
  EXPECT_LE(processor_isa_level(), 4);
}

}  // namespace
}  // namespace uor::host
