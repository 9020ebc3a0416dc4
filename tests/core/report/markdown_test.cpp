#include "core/uor/report/markdown.hpp"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_file.hpp"
#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report {
namespace {

using namespace tables;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Markdown, WritesATableWithItsCaptionAndNote) {
  Table table{"t", "Savings", "Means of trials.", {text("Scheme"), figures("Plan")}};
  table.add({std::string("Rosters"), Amount{-4, 1}}).add({std::string("All"), std::monostate{}}, true);
  EXPECT_EQ(markdown_of(table),
            "**Savings**\n\n| Scheme | Plan |\n| --- | ---: |\n| Rosters | \u22124.0 |\n| **All** | **\u2013** |\n\n"
            "Means of trials.\n\n");
}

TEST(Markdown, TakesNoTextForMarkup) {
  Table table{"t", "a|b", "- no list", {text("<b>")}};
  table.add({std::string("x | *y*\nz `c` [l](u) \\")});
  const std::string words = markdown_of(table);
  EXPECT_TRUE(has(words, "**a\\|b**"));
  EXPECT_TRUE(has(words, "| \\<b\\> |"));
  EXPECT_TRUE(has(words, "| x \\| \\*y\\* z \\`c\\` \\[l\\](u) \\\\ |"));
  EXPECT_TRUE(has(words, "\n\\- no list\n"));
}

TEST(Markdown, OfAReportHasItsHeadingsAndKnowsItselfAgain) {
  const std::string report = markdown_of(document_of({test::small_figures()}));
  EXPECT_TRUE(report.starts_with("<!-- uor "));
  for (const char* part :
       {"\n# A small run\n", "\n## Barking RF4\n", "\n### Key lines of enquiry\n", "| Slip | 30.0 ± 4.6 |"})
    EXPECT_TRUE(has(report, part)) << part;
  EXPECT_TRUE(is_markdown_as_written(uor::test::TemporaryFile(report, ".md").path()));
  EXPECT_FALSE(is_markdown_as_written(uor::test::TemporaryFile(report + "mine\n", ".md").path()));
  EXPECT_FALSE(is_markdown_as_written(uor::test::TemporaryFile("# Mine\n", ".md").path()));
}

}  // namespace
}  // namespace uor::report
