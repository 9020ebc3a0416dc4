#include <gtest/gtest.h>

#include "core/uor/report/tables/document.hpp"
#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::tables {
namespace {

TEST(SectionsOfTrust, LeaveOutWhatARunDoesNotHave) {
  Figures run = test::small_figures();
  std::vector<std::string> headings;
  for (const Section& section : sections_of_trust(run, run.trusts[0])) headings.push_back(section.heading);
  EXPECT_EQ(headings, (test::Words{"Barking RF4", "How likely is each rating?", "Rating odds by month",
                                   "From rating to rating", "What moves", "What the scenario changed",
                                   "Key lines of enquiry", "Initial metrics", "Income, costs, cash and savings",
                                   "From plan to underlying position", "Sustainability funding", "Savings by scheme",
                                   "What assessors ask", "Evidence that was given", "What holds the rating down",
                                   "Characteristics of each rating", "What was assumed, and what that costs"}));
  run.trusts[0].schemes = {};
  EXPECT_EQ(sections_of_trust(run, run.trusts[0]).size(), headings.size() - 1);
}

TEST(SectionsOfTrust, BeginWithWhatABoardReads) {
  const Figures run = test::small_figures();
  const Section head = sections_of_trust(run, run.trusts[0]).front();
  EXPECT_NE(head.paragraphs.at(1).find("With \u201cSlip\u201d the likeliest rating is"), std::string::npos);
}

}  // namespace
}  // namespace uor::report::tables
