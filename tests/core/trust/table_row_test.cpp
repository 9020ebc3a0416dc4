#include "core/uor/trust/table_row.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/message_of.hpp"

namespace uor::trust {
namespace {

TEST(TableRow, ReadsCellsByTheNameOfTheirColumn) {
  const CsvTable table = parse_csv("code,value\nA,1.5\nB,\n", "t.csv");
  EXPECT_EQ(TableRow(table, table.rows[0]).text("code"), "A");
  EXPECT_EQ(TableRow(table, table.rows[0]).number("value"), 1.5);
  EXPECT_FALSE(TableRow(table, table.rows[1]).number("value"));
}

TEST(TableRow, RefusesAColumnThatIsNotThereAndWhatIsNoNumber) {
  const CsvTable table = parse_csv("code,value\nA,1x\n", "t.csv");
  const TableRow row(table, table.rows[0]);
  EXPECT_NE(test::message_of([&] { row.cell("other"); }).find("no column 'other'"), std::string::npos);
  EXPECT_NE(test::message_of([&] { row.number("value"); }).find("t.csv:2:3"), std::string::npos);
}

}  // namespace
}  // namespace uor::trust
