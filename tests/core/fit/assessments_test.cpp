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
  EXPECT_EQ(date_words(all.rated[0]), "2018-06");
  EXPECT_EQ(date_words(all.rated[1]), "");
  EXPECT_EQ(all.rated[1].grade, 1);
}

TEST(Assessments, HaveTheSameDatesInEveryForm) {
  for (const char* date : {"2018-06-26", "26/06/2018", "26 June 2018", "43277", "26.06.2018"})
    EXPECT_EQ(date_words(read(std::string("ods_code,uor_rating,report_date\nRF4,Good,") + date + "\n").rated[0]),
              "2018-06-26");
}

TEST(Assessments, OfWhatIsNoDateAreRefused) {
  EXPECT_THAT(uor::test::message_of([] { read("ods_code,uor_rating,report_date\nRF4,Good,06/26/2018\n"); }),
              HasSubstr(":2:10: report_date is '06/26/2018' (there is no month 26; days stand before months)"));
}

TEST(Assessments, WithoutADateAreRefusedWhereItIsNeeded) {
  const Assessments all = read("ods_code,uor_rating,report_date\nRF4,Good,2018\nRJ1,Good,\nRDE,,\n");
  EXPECT_THAT(uor::test::message_of([&] { require_dates(all, "--at-report-date"); }),
              HasSubstr(":3:10: report_date of RJ1 is blank (--at-report-date needs it)"));
  EXPECT_THAT(uor::test::message_of([] { require_dates(read("ods_code,uor_rating\nRF4,Good\n"), "x"); }),
              HasSubstr(":2:1: report_date of RF4 is blank"));
}

TEST(Assessments, OfOneTrustAndDateCountOnce) {
  const Assessments all = read(
      "ods_code,uor_rating,report_date\nRF4,Good,2018-06-26\nRF4,good,26/06/2018\nRF4,Good,2019\nRJ1,RI,2018-06-26\n");
  EXPECT_EQ(all.rated.size(), 3u);
  ASSERT_EQ(all.notes.size(), 1u);
  EXPECT_THAT(all.notes[0],
              HasSubstr(":3:1: the rating of RF4 of 2018-06-26 stands in line 2 already and counts once"));
  EXPECT_THAT(uor::test::message_of(
                  [] { read("ods_code,uor_rating,report_date\nRF4,Good,2018-06-26\nRF4,Inadequate,43277\n"); }),
              HasSubstr(":3:1: the rating of RF4 of 2018-06-26 is 'inadequate' here and 'good' in line 2"));
}

TEST(Assessments, WhoseDatesCanBeTheSameDayAreOneReportByTheFullerDate) {
  const Assessments all = read(
      "ods_code,uor_rating,report_date\nRF4,Good,2018-06\nRF4,Good,26/06/2018\nRF4,Good,2018\nRF4,Good,\n"
      "RF4,Good,2018-07\nrf4,Good,2018-06-26\n");
  ASSERT_EQ(all.rated.size(), 2u);
  EXPECT_EQ(date_words(all.rated[0]), "2018-06-26");
  EXPECT_EQ(date_words(all.rated[1]), "2018-07");
  ASSERT_EQ(all.notes.size(), 4u);
  EXPECT_THAT(all.notes[0],
              HasSubstr(":3:1: the rating of RF4 of 2018-06-26 stands in line 2 already, of 2018-06, and"));
  EXPECT_THAT(uor::test::message_of(
                  [] { read("ods_code,uor_rating,report_date\nRF4,Good,2018-06\nRF4,Inadequate,2018-06-26\n"); }),
              HasSubstr("(a trust has one rating a report, and these can be the same day), correct a rating or give "
                        "both dates in full"));
}

TEST(Assessments, OfAReportThatIsYetToComeAreRefused) {
  const uor::test::TemporaryFile file("ods_code,uor_rating,report_date\nRF4,Good,2018-06-26\nRJ1,Good,2018-07\n",
                                      ".csv");
  EXPECT_EQ(read_assessments(file.path(), {2018, 7, 1}).rated.size(), 2u);
  EXPECT_THAT(uor::test::message_of([&] {
                read_assessments(file.path(), {2018, 6, 30});
              }),
              HasSubstr(":3:10: report_date of RJ1 is 2018-07 (later than today, 2018-06-30), correct it"));
  EXPECT_THAT(uor::test::message_of([] { read("ods_code,uor_rating,report_date\nRF4,Good,2099-01-01\n"); }),
              HasSubstr("later than today"));
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
