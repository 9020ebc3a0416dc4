#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/uor/trust/trust.hpp"
#include "tests/core/base/message_of.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

Trust shipped(const std::string& code) { return find_trust(code, test::data_folder, test::shipped_fields()); }

TEST(ShippedTrusts, AllRowsAreRead) {
  EXPECT_THAT(read_trust_csv(test::data_folder + "/trusts.csv", test::shipped_fields()), SizeIs(134));
}

TEST(ShippedTrusts, TheSectorIsThoseInScopeInCodeOrder) {
  const std::vector<Trust> trusts = sector_trusts(test::data_folder, test::shipped_fields());
  EXPECT_THAT(trusts, SizeIs(131));
  EXPECT_TRUE(
      std::is_sorted(trusts.begin(), trusts.end(), [](const Trust& a, const Trust& b) { return a.code < b.code; }));
}

TEST(ShippedTrusts, Rf4HasTheValuesOfItsRowAndItsNewestYears) {
  const Trust trust = shipped("RF4");
  EXPECT_EQ(trust.name, "Barking, Havering and Redbridge University Hospitals NHS Trust");
  EXPECT_EQ(trust.type, "");
  EXPECT_EQ(trust.policy_year, "");
  EXPECT_TRUE(trust.in_scope);
  const std::map<std::string, double> expected = {{"operating_expenses", 560.547},
                                                  {"total_income", 550.077},
                                                  {"ie_margin", -10.968},
                                                  {"ie_margin_year_ago", -8.598},
                                                  {"dna_rate", 10.3},
                                                  {"dna_rate_year_ago", 11.18},
                                                  {"emergency_readmissions_30d", 9.18},
                                                  {"emergency_readmissions_30d_year_ago", 9.16},
                                                  {"staff_retention_rate", 86.09},
                                                  {"financial_special_measures", 0},
                                                  {"earlier_quality", 2},
                                                  {"published_income", 550.077},
                                                  {"fte_staff", 5798.29},
                                                  {"fte_doctors", 809.81},
                                                  {"fte_nurses", 1640.2},
                                                  {"fte_ahps", 710.23},
                                                  {"market_forces_factor", 1.17},
                                                  {"outpatient_attendances", 1559440},
                                                  {"patients", 324235},
                                                  {"emergency_admissions", 58185},
                                                  {"ae_attendances", 303592},
                                                  {"ae_four_hour", 80.65},
                                                  {"night_bed_occupancy", 88.56},
                                                  {"delayed_transfer_days", 858},
                                                  {"floor_area", 134787},
                                                  {"estates_cost", 87.409},
                                                  {"backlog", 7.643},
                                                  {"interim_support", 175.833},
                                                  {"interim_support_year_ago", 110.233},
                                                  {"sickness_absence_rate", 4},
                                                  {"estates_cost_per_m2", 648.5},
                                                  {"specialisation", 95682.6},
                                                  {"deprivation", 23},
                                                  {"age_0_15_share", 10},
                                                  {"age_60_74_share", 19},
                                                  {"sites", 52}};
  EXPECT_EQ(trust.reported.size(), expected.size());
  for (const auto& [id, value] : expected) EXPECT_EQ(trust.reported.at(id).value, value) << id;
  EXPECT_EQ(trust.reported.at("night_bed_occupancy").rounding, 0.0);
  EXPECT_EQ(trust.reported.at("dna_rate").rounding, 0.3);
  EXPECT_EQ(trust.reported.at("sickness_absence_rate").rounding, 0.5);
  EXPECT_EQ(trust.reported.at("ae_four_hour").rounding, 0.0);
}

TEST(ShippedTrusts, AnEmptyCellIsUnknownAndAZeroIsZero) {
  const Trust trust = shipped("R0A");
  EXPECT_EQ(trust.reported.count("published_income"), 0u);
  EXPECT_EQ(trust.reported.count("sickness_absence_rate_year_ago"), 0u);
  EXPECT_EQ(trust.reported.at("estates_cost").value, 159.252) << "of data/history.csv";
  EXPECT_EQ(trust.reported.at("interim_support").value, 0.0);
}

TEST(ShippedTrusts, AnUnknownCodeIsRefusedWithTheNearest) {
  EXPECT_EQ(test::message_of([] { shipped("RF44"); }),
            "unknown trust 'RF44'. Did you mean 'RF4'? `uor trusts` lists the codes; a file of your own ends in .xlsx, "
            ".toml or .csv");
  EXPECT_EQ(test::message_of([] { shipped("data/other"); }),
            "'data/other' is neither a trust code nor a .toml, .csv or .xlsx file, give one of them");
}

TEST(ShippedTrusts, AllInCapitalsIsNotAnotherTrust) {
  for (const char* all : {"ALL", "All", " all"})
    EXPECT_NE(test::message_of([&] { shipped(all); }).find("Did you mean 'all' (every trust in scope)"),
              std::string::npos);
}

TEST(ShippedTrusts, ACodeThatMergedSaysWhatBecameOfIt) {
  const std::string gone = test::message_of([] { shipped("RQQ"); });
  EXPECT_NE(
      gone.find("unknown trust 'RQQ' (Hinchingbrooke Health Care NHS Trust) became part of RGN on 2017-04-01, name "
                "RGN or give a file"),
      std::string::npos)
      << gone;
  const std::string later = test::message_of([] { shipped("R0D"); });
  EXPECT_NE(later.find("'R0D' was formed of RD3 and RDZ after the figures that ship"), std::string::npos) << later;
}

TEST(ShippedTrusts, ThatCarryTheFiguresOfAPredecessorSaySo) {
  for (const char* code : {"RAJ", "REM", "RC9", "RA7"}) {
    ASSERT_EQ(shipped(code).notes.size(), 1U) << code;
    EXPECT_NE(shipped(code).notes[0].find("has the name of the trust that merged on"), std::string::npos);
  }
  EXPECT_TRUE(shipped("RF4").notes.empty());
}

TEST(ShippedTrusts, AMissingFileIsRefused) {
  EXPECT_EQ(test::message_of([] { shipped("/no/such/trust.toml"); }),
            "no such trust file '/no/such/trust.toml' (its folder does not exist either)");
}

TEST(ShippedTrusts, ReconcileWithThemselves) {
  for (const Trust& trust : sector_trusts(test::data_folder, test::shipped_fields())) {
    const std::vector<Finding> findings = reconcile(trust).findings;
    if (trust.code == "RBN") {  // whose margin is so near to nought that it could be a fraction
      ASSERT_THAT(findings, SizeIs(1));
      EXPECT_NE(findings[0].text.find("ie_margin is -0.02 percent"), std::string::npos) << findings[0].text;
    } else {
      EXPECT_THAT(findings, IsEmpty()) << trust.code;
    }
  }
}

}  // namespace
}  // namespace uor::trust
