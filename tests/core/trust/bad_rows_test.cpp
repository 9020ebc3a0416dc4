#include "core/uor/trust/bad_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using test::message_of;
using testing::HasSubstr;

std::vector<Trust> read(const std::string& text, const BadRows& bad = {}) {
  return trusts_of_rows(parse_csv(text, "n.csv", bad), "n.csv", test::shipped_fields(), bad);
}

const std::string three_bad = "code,dna_rate,region\nRF4,7,London\nR1F,seven,\nRF4,8,\nRTH,7.1\nR0A,6.5,North West\n";

TEST(BadRows, TheFirstEndsTheReadingWithItsPlace) {
  EXPECT_THAT(message_of([] { read("code,dna_rate\nRF4,7\nR1F,seven\n"); }),
              AllOf(HasSubstr("n.csv:3:5"), HasSubstr("seven")));
}

TEST(BadRows, AllAreListedAndTheOthersCount) {  // M134
  std::vector<std::string> left_out;
  const std::vector<Trust> trusts = read(three_bad, BadRows(left_out));
  ASSERT_EQ(left_out.size(), 3U);
  EXPECT_THAT(left_out[0], HasSubstr("too few cells"));
  EXPECT_THAT(left_out[1], HasSubstr("seven"));
  EXPECT_THAT(left_out[2], HasSubstr("already in line 2"));
  ASSERT_EQ(trusts.size(), 2U);
  EXPECT_EQ(trusts[0].region, "London");
  EXPECT_EQ(trusts[1].code, "R0A");
}

TEST(BadRows, AColumnThatMeansNothingIsAnErrorAllTheSame) {
  std::vector<std::string> left_out;
  EXPECT_THAT(message_of([&] { read("code,dna_rat\nRF4,7\n", BadRows(left_out)); }), HasSubstr("dna_rate"));
}

}  // namespace
}  // namespace uor::trust
