#include "core/uor/base/date.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "tests/core/base/message_of.hpp"

namespace uor {
namespace {

const Where where{"a.csv", 3, 9};

Date read(const std::string& text) { return read_date(text, "report_date", where); }

std::string refusal(const std::string& text) {
  return test::message_of([&] { read(text); });
}

TEST(Date, IsReadAlikeInEveryFormThatIsKnown) {
  for (const char* text : {"2018-06-26", "2018-6-26", "2018/06/26", "26/06/2018", "26.06.2018", "26-06-2018",
                           "26/6/2018", "26 June 2018", "26 Jun 2018", "26-Jun-2018", "26th June 2018", "June 26, 2018",
                           "43277", "2018-06-26 00:00:00", "2018-06-26T00:00:00Z",
                           " 26\xE2\x80\x93"
                           "06\xE2\x80\x93"
                           "2018\xC2\xA0"})
    EXPECT_EQ(to_string(read(text)), "2018-06-26") << text;
}

TEST(Date, OfAYearOrAMonthAloneCountsFromItsFirstDay) {
  EXPECT_EQ(to_string(read("2018")), "2018");
  for (const char* text : {"2018-06", "06/2018", "June 2018", "Jun-2018"})
    EXPECT_EQ(to_string(read(text)), "2018-06") << text;
  EXPECT_EQ(read("2018"), read("2018-01-01"));
  EXPECT_EQ(read("2018-06"), read("01/06/2018"));
  EXPECT_LT(read("2018-06"), read("2018-06-02"));
  EXPECT_LT(read("31/05/2019"), read("2019-06"));
}

TEST(Date, OfEveryDayIsReadBackFromEachForm) {
  int count = 36526;  // 2000-01-01, as spreadsheets count
  for (int year = 2000; year < 2040; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= 31; ++day) {
        const Date date{year, month, day};
        if (test::message_of([&] { read(to_string(date)); }) != "nothing was refused") {
          EXPECT_GT(day, 28);  // no such day
          continue;
        }
        EXPECT_EQ(read(to_string(date)), date);
        EXPECT_EQ(read(std::to_string(day) + "/" + std::to_string(month) + "/" + std::to_string(year)), date);
        EXPECT_EQ(to_string(read(std::to_string(count++))), to_string(date));
      }
  EXPECT_EQ(count, 36526 + 14610);
}

TEST(Date, ThatIsNoneIsRefusedWithItsPlaceAndWhy) {
  const std::vector<std::pair<const char*, const char*>> wrong = {
      {"31/02/2018", "there is no day 31 in that month"},
      {"29/02/2019", "there is no day 29"},
      {"06/26/2018", "there is no month 26; days stand before months"},
      {"2018-13-01", "there is no month 13"},
      {"2018-00", "there is no month 0"},
      {"0/6/2018", "there is no day 0"},
      {"26/06/18", "the year needs four digits"},
      {"Nov-18", "the year needs four digits"},
      {"26-Jun-18", "the year needs four digits"},
      {"1066-10-14", "the year 1066 is not from 1990 to 2099"},
      {"9999", "the year 9999"},
      {"12345", "the year 1933"},
      {"last summer", "not a date"},
      {"2018-06-26-01", "not a date"},
      {"20180626", "not a date"},
      {"43277.5", "not a date"},
      {"Q1 2018", "not a date"},
  };
  for (const auto& [text, why] : wrong) {
    const std::string message = refusal(text);
    EXPECT_TRUE(message.starts_with("a.csv:3:9: report_date is '")) << message;
    EXPECT_NE(message.find(why), std::string::npos) << text << ": " << message;
  }
  EXPECT_EQ(refusal(" "),
            "a.csv:3:9: report_date is blank (a date is needed), write it as 2018-06-26, 2018-06, 2018 or 26/06/2018");
}

TEST(Date, CanBeTheSameDayAsWhatAgreesAsFarAsBothAreKnown) {
  const Date day{2018, 6, 26}, month{2018, 6, 0}, year{2018, 0, 0};
  for (const Date& other : {day, month, year}) {
    EXPECT_TRUE(can_be_same_day(day, other));
    EXPECT_TRUE(can_be_same_day(other, day));
  }
  for (const Date& other : {Date{2018, 6, 25}, Date{2018, 7, 0}, Date{2018, 5, 26}, Date{2019, 0, 0}})
    EXPECT_FALSE(can_be_same_day(day, other)) << to_string(other);
  EXPECT_FALSE(can_be_same_day(month, {2018, 7, 1}));
}

TEST(Date, OfTodayIsADayOfThisCentury) {
  EXPECT_GE(today(), (Date{2020, 1, 1}));
  EXPECT_GT(today().day, 0);
}

TEST(Date, WithADashBeforeOrAfterItIsRefused) {
  for (const char* text : {"-2018-06-26", "2018-06-",
                           "\xE2\x80\x93"
                           "2018"})
    EXPECT_THAT(refusal(text), testing::HasSubstr("a dash before or after")) << text;
}

}  // namespace
}  // namespace uor
