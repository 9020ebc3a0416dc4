// A kind of table that no output knows is written by each of them as it stands.
#include <gtest/gtest.h>

#include "core/uor/report/markdown.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/workbook/numbers.hpp"

namespace uor::report {
namespace {

using namespace tables;

/// Nothing of it stands anywhere but here.
Table beds_by_ward() {
  Table table{"beds",
              "Beds by ward",
              "Counted at noon.",
              {of_trust(), text("Ward"), figures("Beds"), figures("Occupied, %", with_error("Occupied", "share"))}};
  return table.add({std::string("RF4"), std::string("North"), Count{28}, Share{0.913, 0.004}});
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(ANewTable, IsOnThePage) {
  const std::string html = page::html_of(beds_by_ward());
  EXPECT_TRUE(has(html, "data-beds"));
  EXPECT_TRUE(
      has(html, "<th scope=\"row\">North</th><td class=\"figure\">28</td><td class=\"figure\">91.3 ± 0.4</td>"));
}

TEST(ANewTable, IsInMarkdown) {
  EXPECT_TRUE(has(markdown_of(beds_by_ward()),
                  "| Ward | Beds | Occupied, % |\n| --- | ---: | ---: |\n"
                  "| North | 28 | 91.3 ± 0.4 |\n"));
}

TEST(ANewTable, IsInTheWorkbookAsNumbers) {
  const Table table = beds_by_ward();
  std::vector<std::string> headings;
  for (const InNumbers& column : book::number_columns(table)) headings.push_back(column.heading);
  EXPECT_EQ(headings, (std::vector<std::string>{"Trust", "Ward", "Beds", "Occupied", "±"}));
  const std::vector<book::CellValue> row = book::number_rows(table, table.rows[0]).at(0);
  EXPECT_EQ(std::get<std::string>(row[0]), "RF4");
  EXPECT_EQ(std::get<book::Number>(row[2]).value, 28);
  EXPECT_EQ(std::get<book::Number>(row[3]).format, "0.0%");
  EXPECT_EQ(std::get<book::Number>(row[4]).value, 0.004);
}

}  // namespace
}  // namespace uor::report
