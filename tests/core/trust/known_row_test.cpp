#include "core/uor/trust/known_row.hpp"

#include <gtest/gtest.h>

#include "core/uor/trust/history.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

TEST(KnownRow, ReadsBackAsTheSameFactsOfEveryTrustThatShips) {
  for (const Trust& trust : shipped_trusts(test::data_folder, test::shipped_fields())) {
    const Trust again = parse_trust_csv(trust.text, "again.csv", test::shipped_fields()).at(0);
    EXPECT_EQ(again.code, trust.code);
    EXPECT_EQ(again.name, trust.name);
    EXPECT_EQ(again.in_scope, trust.in_scope);
    EXPECT_EQ(again.figures_year, trust.figures_year);
    ASSERT_EQ(again.reported.size(), trust.reported.size()) << trust.code;
    for (const auto& [id, reported] : trust.reported) {
      const Reported& read = again.reported.at(id);
      EXPECT_EQ(read.value, reported.value) << trust.code << ' ' << id;
      EXPECT_EQ(read.rounding, reported.rounding) << trust.code << ' ' << id;
      EXPECT_EQ(read.source, reported.source) << trust.code << ' ' << id;
      EXPECT_EQ(read.carried, reported.carried) << trust.code << ' ' << id;
    }
  }
}

}  // namespace
}  // namespace uor::trust
