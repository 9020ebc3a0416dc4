#include "core/uor/trust/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/uor/trust/trust.hpp"
#include "tests/core/base/temporary_file.hpp"
#include "tests/core/trust/shipped_fields.hpp"

namespace uor::trust {
namespace {

using testing::SizeIs;

Trust only_trust(const std::string& text) {
  const test::TemporaryFile file(text, ".csv");
  return find_trust(file.path(), test::data_folder, test::shipped_fields());
}

TEST(Csv, CellsKnowTheirPlace) {
  const CsvTable table = parse_csv("a,b\n1,\"£2\"\n\n3,4\n", "t.csv");
  ASSERT_THAT(table.rows, SizeIs(2));
  EXPECT_EQ(to_string(table.rows[0].cells[1].where), "t.csv:2:3");
  EXPECT_EQ(to_string(table.rows[1].cells[1].where), "t.csv:4:3");
  EXPECT_EQ(table.rows[0].text, "1,\"£2\"");
  EXPECT_EQ(table.column("b"), 1u);
  EXPECT_FALSE(table.column("c").has_value());
}

TEST(Csv, AColumnCountsCharactersAndNotBytes) {
  EXPECT_EQ(to_string(parse_csv("a,b\n££,4\n", "t.csv").rows[0].cells[1].where), "t.csv:2:4");
}

TEST(Csv, QuotedCellsHoldCommasQuotesAndLineEnds) {
  const CsvTable table = parse_csv("a,b\n\"x, \"\"y\"\"\nz\",2\n1,2\n", "t.csv");
  EXPECT_EQ(table.rows[0].cells[0].text, "x, \"y\"\nz");
  EXPECT_EQ(to_string(table.rows[1].cells[0].where), "t.csv:4:1");
}

TEST(Csv, AByteOrderMarkAndCrlfArePassedOver) {
  const CsvTable table = parse_csv(
      "\xEF\xBB\xBF"
      "a,b\r\n1,\"2\"\r\n",
      "t.csv");
  EXPECT_EQ(table.header.cells[0].text, "a");
  EXPECT_EQ(table.rows[0].cells[1].text, "2");
  EXPECT_EQ(table.rows[0].text, "1,\"2\"");
}

TEST(Csv, TheLastLineNeedsNoLineEnd) { EXPECT_THAT(parse_csv("a,b\n1,2", "t.csv").rows, SizeIs(1)); }

TEST(Csv, LinesMayEndInCarriageReturnsAlone) {
  const CsvTable table = parse_csv("a,b\r1,2\r\r\"x\ry\",4\r", "t.csv");
  ASSERT_THAT(table.rows, SizeIs(2));
  EXPECT_EQ(to_string(table.rows[0].cells[1].where), "t.csv:2:3");
  EXPECT_EQ(table.rows[1].cells[0].text, "x\ry");
  EXPECT_EQ(to_string(table.rows[1].cells[0].where), "t.csv:4:1");
}

TEST(Csv, ALineThatStatesTheCommaIsPassedOver) {
  for (const char* start : {"sep=,\n", "SEP=,\r\n", "sep=,\r", "\xEF\xBB\xBFsep=,\n"}) {
    const CsvTable table = parse_csv(std::string(start) + "a,b\n1,2\n", "t.csv");
    EXPECT_EQ(table.header.cells[0].text, "a") << start;
    EXPECT_EQ(to_string(table.rows[0].cells[1].where), "t.csv:3:3") << start;
  }
}

TEST(Csv, RowsAndColumnsInWhichNothingStandsArePassedOver) {
  const CsvTable table = parse_csv(",,,\n\na,,b,,\n1,,2,,\n,,,,\n , ,\xC2\xA0,\n3,,4,,,,\n", "t.csv");
  ASSERT_THAT(table.header.cells, SizeIs(2));
  ASSERT_THAT(table.rows, SizeIs(2));
  EXPECT_EQ(table.rows[1].cells[1].text, "4");
  EXPECT_EQ(to_string(table.rows[1].cells[1].where), "t.csv:7:4");
}

TEST(TrustCsv, ScopeIsReadInEveryFormAndIsYesWhenBlank) {
  for (const char* yes : {"yes", "Yes", "TRUE", "1", "y", "", " "})
    EXPECT_TRUE(only_trust(std::string("code,in_scope\nX,") + yes + "\n").in_scope) << yes;
  for (const char* no : {"no", "No", "FALSE", "0", "n"})
    EXPECT_FALSE(only_trust(std::string("code,in_scope\nX,") + no + "\n").in_scope) << no;
}

TEST(TrustCsv, ReadsFieldIdsInTheirOwnUnits) {
  const Trust trust = only_trust(
      "code,name,policy_year,in_scope,operating_expenses,sickness_absence_rate,cash,dna_rate\n"
      "MINE,\"Mine, Ours\",2018/19,no,\"£1,234.5\",4.1,(3.2),7.2%\n");
  EXPECT_EQ(trust.code, "MINE");
  EXPECT_EQ(trust.name, "Mine, Ours");
  EXPECT_EQ(trust.policy_year, "2018/19");
  EXPECT_FALSE(trust.in_scope);
  EXPECT_EQ(trust.reported.at("operating_expenses").value, 1234.5);
  EXPECT_EQ(trust.reported.at("sickness_absence_rate").value, 4.1);
  EXPECT_EQ(trust.reported.at("sickness_absence_rate").rounding, 0.0);
  EXPECT_EQ(trust.reported.at("cash").value, -3.2);
  EXPECT_EQ(trust.reported.at("dna_rate").value, 7.2);
  EXPECT_EQ(trust.reported.at("dna_rate").where.line, 2);
}

TEST(TrustCsv, ReadsTheColumnsOfTheShippedTable) {
  const Trust trust = only_trust(
      "ods_code,sector_default,trust_type,name,sickness_absence_rate,fte_staff,fte_total\n"
      "ABC,yes,Large,Abc,0.04,5844.9,5798.29\n");
  EXPECT_EQ(trust.type, "Large");
  EXPECT_TRUE(trust.in_scope);
  EXPECT_EQ(trust.reported.at("sickness_absence_rate").value, 4.0);
  EXPECT_EQ(trust.reported.at("sickness_absence_rate").rounding, 0.5);
  EXPECT_EQ(trust.reported.at("fte_staff").value, 5798.29);
}

TEST(TrustCsv, AnUnknownCellIsLeftOut) {
  const Trust trust = only_trust("code,cash,interim_support,dna_rate\nX,n/a,0,-\n");
  EXPECT_EQ(trust.reported.count("cash"), 0u);
  EXPECT_EQ(trust.reported.count("dna_rate"), 0u);
  EXPECT_EQ(trust.reported.at("interim_support").value, 0.0);
  EXPECT_EQ(trust.name, "X");
}

TEST(TrustCsv, KeepsItsHeaderAndRowVerbatim) {
  EXPECT_EQ(only_trust("code,cash\r\nX,\"£12\"\r\n\r\n").text, "code,cash\nX,\"£12\"\n");
}

}  // namespace
}  // namespace uor::trust
