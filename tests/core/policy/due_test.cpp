#include "core/uor/policy/due.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace uor::policy {
namespace {

const std::string policies = std::string(UOR_SOURCE_DIR) + "/policies";

ProcessStep step(int months, int days) { return {"x", "x", "x", months, days, Standing::assumed, "x"}; }

TEST(Process, ADayIsCountedFromTheVisitWithMonthsFirst) {  // M010
  EXPECT_EQ(due(step(-1, 0), {2018, 6, 26}), (Date{2018, 5, 26}));
  EXPECT_EQ(due(step(-1, 0), {2018, 3, 31}), (Date{2018, 2, 28}));
  EXPECT_EQ(due(step(0, -14), {2018, 3, 7}), (Date{2018, 2, 21}));
  EXPECT_EQ(due(step(0, 7), {2018, 12, 28}), (Date{2019, 1, 4}));
}

TEST(Process, LeadTimesAreSaidInWords) {
  EXPECT_EQ(lead_words(step(-1, 0)), "1 month before");
  EXPECT_EQ(lead_words(step(0, -14)), "14 days before");
  EXPECT_EQ(lead_words(step(0, 7)), "7 days after");
  EXPECT_EQ(lead_words(step(0, 0)), "on the day");
}

TEST(Process, TheAgendaIsTheDayOfTheBriefGuide) {  // M005, M013, M014
  const Policy process = read_policy("framework", policies);
  std::set<std::string> asked, attend;
  std::string end = "09.30";
  for (const Session& session : process.sessions) {
    EXPECT_EQ(session.begins, end);
    end = session.ends;
    asked.insert(session.kloes.begin(), session.kloes.end());
    attend.insert(session.attends.begin(), session.attends.end());
    EXPECT_LE(session.attends.size(), 8U);
  }
  EXPECT_EQ(end, "17.00");
  EXPECT_EQ(asked, (std::set<std::string>{"clinical", "corporate", "finance", "people", "support"}));
  EXPECT_EQ(attend.size(), 11U);
}

}  // namespace
}  // namespace uor::policy
