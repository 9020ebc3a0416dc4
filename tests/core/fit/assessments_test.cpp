#include "core/uor/fit/assessments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"
#include "tests/core/base/temporary_file.hpp"

namespace uor::fit {
namespace {

using testing::HasSubstr;

Assessments read(const std::string& text) {
  const uor::test::TemporaryFile file(text, ".csv");
  return read_assessments(file.path());
}

TEST(Assessments, AreReadWhateverTheOrderOfColumnsAndWithAByteOrderMark) {
  const Assessments all =
      read("\xef\xbb\xbfuor_rating,extra,ods_code,report_date\r\nGood,x,RF4,2018-06\r\nrequires improvement,,RJ1,\r\n");
  ASSERT_EQ(all.rated.size(), 2u);
  EXPECT_EQ(all.rated[0].code, "RF4");
  EXPECT_EQ(all.rated[0].grade, 2);
  EXPECT_EQ(all.rated[0].date, "2018-06");
  EXPECT_EQ(all.rated[1].grade, 1);
}

TEST(Assessments, WithoutARatingAreNamed) {
  const Assessments all = read("ods_code,uor_rating\nRDE,\nRF4,Inadequate\n");
  EXPECT_THAT(all.unrated, testing::ElementsAre("RDE"));
  EXPECT_EQ(all.rated.size(), 1u);
}

TEST(Assessments, OfAnUnknownRatingAreRefused) {
  EXPECT_THAT(uor::test::message_of([] { read("ods_code,uor_rating\nRF4,Superb\n"); }),
              HasSubstr("the rating 'Superb' is none of"));
  EXPECT_THAT(uor::test::message_of([] { read("code,uor_rating\nRF4,Good\n"); }), HasSubstr("no column 'ods_code'"));
}

}  // namespace
}  // namespace uor::fit
