#include "core/uor/report/workbook/numbers.hpp"

#include <gtest/gtest.h>

#include "core/uor/report/tables/statement.hpp"
#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::book {
namespace {

using namespace tables;

TEST(NumberRows, WriteEachFigureOfASpread) {
  Table table{"t",
              "T",
              "",
              {text("Read only").in_words(),
               figures("", {{Part::value, "Mean"}, {Part::error, "±"}, {Part::lower, "5 %"}, {Part::upper, "95 %"}})}};
  table.add({std::string("x"), Spread{7, 5, 7, 9, by_size, 0.1}});
  const std::vector<CellValue> row = number_rows(table, table.rows[0]).at(0);
  ASSERT_EQ(row.size(), 4U);
  EXPECT_EQ(std::get<Number>(row[0]).value, 7);
  EXPECT_EQ(std::get<Number>(row[1]).value, 0.1);
  EXPECT_EQ(std::get<Number>(row[2]).value, 5);
  EXPECT_EQ(std::get<Number>(row[3]).format, "#,##0.000");
}

TEST(NumberRows, SayWhatTheErrorOfAChangeRestsOn) {
  Table table{"t", "T", "", {figures("Change", {{Part::value, "Change"}, {Part::error, "±"}, {Part::basis, "± is"}})}};
  table.add({change({1, 2, 1, 0.2, analyse::Basis::bound}, 3)}).add({std::monostate{}});
  const std::vector<CellValue> row = number_rows(table, table.rows[0]).at(0);
  EXPECT_EQ(std::get<Number>(row[0]).format, "+0.000;-0.000;0.000");
  EXPECT_EQ(std::get<std::string>(row[2]), "bound");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(number_rows(table, table.rows[1]).at(0)[2]));
}

TEST(NumberRows, AreThreeWhereEachStatisticHasOne) {
  const Figures run = test::small_figures();
  const Table table = line(run, run.trusts[0], run.trusts[0].money.statements[0]);
  const auto rows = number_rows(table, table.rows[0]);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(std::get<std::string>(rows[1][4]), "5 %");
  EXPECT_EQ(std::get<Number>(rows[1][5]).value, 8);
}

}  // namespace
}  // namespace uor::report::book
