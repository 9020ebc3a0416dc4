#include "core/uor/trust/month.hpp"

#include <gtest/gtest.h>

namespace uor::trust {
namespace {

TEST(Month, IsReadFromEveryUsualForm) {
  for (const char* text : {"2018-11", " 2018-11 ", "2018-11-15", "11/2018", "15/11/2018", "Nov 2018", "november 2018",
                           "2018-11-30", "15 November 2018"})
    EXPECT_EQ(read_month(text, "dna_rate", {}), "2018-11") << text;
  EXPECT_EQ(read_month("2016-02-29", "dna_rate", {}), "2016-02");
}

TEST(Month, OneThatIsNoneIsRefusedByItsField) {
  for (const char* text : {"", "2018", "2018-13", "2018-00", "2018-02-30", "2019-02-29", "18-11", "Movember 2018",
                           "11-18", "nan", "2018/11/12/1", "1201-01", "-", "2018-11-", "2018-11-31"}) {
    try {
      read_month(text, "dna_rate", {"mine.toml", 3, 1});
      ADD_FAILURE() << "'" << text << "' was read";
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("the month of dna_rate is"), std::string::npos) << error.what();
      EXPECT_NE(std::string(error.what()).find("2018-11"), std::string::npos) << error.what();
    }
  }
}

TEST(Month, DatesAreSaidInWords) {
  EXPECT_EQ(date_in_words("2018-06-26"), "26 June 2018");
  EXPECT_EQ(date_in_words("2019-05"), "May 2019");
  EXPECT_EQ(date_in_words("2018"), "2018");
}

}  // namespace
}  // namespace uor::trust
