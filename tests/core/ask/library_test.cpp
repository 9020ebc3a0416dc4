#include "core/uor/ask/library.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/ask/scope.hpp"
#include "core/uor/ask/trusts.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::ask {
namespace {

const Library& shipped() {
  static const Library library(UOR_SOURCE_DIR);
  return library;
}

TEST(Library, ReadsWhatShipsOnce) {
  EXPECT_EQ(&shipped().fields(), &shipped().fields());
  EXPECT_EQ(&shipped().trust_rows(), &shipped().trust_rows());
  EXPECT_EQ(&shipped().policy("framework"), &shipped().policy("framework"));
  EXPECT_NE(&shipped().policy("framework"), &shipped().policy("framework", {"fit.cuts.good=2.4"}));
}

TEST(Library, HasTheTrustsInScopeAndAll) {
  EXPECT_EQ(shipped().sector(trust::Scope::any).size(), shipped().trust_rows().size());
  EXPECT_LT(shipped().sector().size(), shipped().trust_rows().size());
}

TEST(Library, ReadsAgainWhatCouldNotBeRead) {
  const Library nowhere("/nowhere");
  for (int time = 0; time < 2; ++time)
    EXPECT_THAT(test::message_of([&] { nowhere.fields(); }), testing::HasSubstr("/nowhere/data/trust_fields.csv"));
}

TEST(Trusts, AreFoundByCodeOnceEach) {
  EXPECT_EQ(find_trusts(shipped(), {"RF4", "RAE"}).back().code, "RAE");
  EXPECT_THAT(test::message_of([] { find_trusts(shipped(), {"RF4", "RF4"}); }), testing::HasSubstr("is named twice"));
  EXPECT_THAT(test::message_of([] { find_trusts(shipped(), {"RF5X"}); }), testing::HasSubstr("unknown trust 'RF5X'"));
  EXPECT_EQ(find_trusts(shipped(), {"all"}).size(), shipped().sector().size());
}

TEST(Trusts, OutsideTheScopeAreRefusedByTheMemberThatLetsThemIn) {
  const auto trusts = find_trusts(shipped(), {"RCU"});
  const auto said = [&](Spelling spelling) { return test::message_of([&] { refuse_out_of_scope(trusts, spelling); }); };
  EXPECT_THAT(said(Spelling::member), testing::HasSubstr("or add any_scope to have odds"));
  EXPECT_THAT(said(Spelling::option), testing::HasSubstr("or add --any-scope to have odds"));
}

}  // namespace
}  // namespace uor::ask
