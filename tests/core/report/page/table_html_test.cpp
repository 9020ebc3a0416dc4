#include "core/uor/report/page/table_html.hpp"

#include <gtest/gtest.h>

#include "tests/core/report/tables/small_figures.hpp"

namespace uor::report::page {
namespace {

using namespace tables;

bool has(const std::string& html, const std::string& text) { return html.find(text) != std::string::npos; }

TEST(TableHtml, NamesTheTableForScriptsAndEscapesText) {
  Table table{"made-up", "Trusts & <more>", "Why.", {text("Name"), figures("")}};
  table.sortable = true;
  table.add({std::string("<b>"), std::string("-1.5")});
  const std::string html = html_of(table);
  EXPECT_TRUE(has(html, "<table class=\"nhsuk-table\" data-made-up data-sortable>"));
  EXPECT_TRUE(has(html, "Trusts &amp; &lt;more&gt;</caption>"));
  EXPECT_TRUE(has(html, "<th scope=\"row\">&lt;b&gt;</th><td class=\"figure\">\u22121.5</td>"));
  EXPECT_TRUE(has(html, "<th scope=\"col\" class=\"figure\"><span class=\"nhsuk-u-visually-hidden\">Row</span></th>"));
  EXPECT_TRUE(has(html, "<p class=\"note\">Why.</p>"));
}

TEST(TableHtml, ColoursWhatACellSays) {
  Table table{
      "t", "T", "", {text("Name"), figures("Share").barred(), figures("Trials"), figures("Score"), figures("Status")}};
  table.add({std::string("All"), Share{0.25}, Count{3, Tone::worse}, Score{2.6}, Status{"green"}}, true);
  const std::string html = html_of(table);
  EXPECT_TRUE(has(html, "<strong>All</strong>"));
  EXPECT_TRUE(has(html, "<span class=\"held\" style=\"--share:0.250\">25.0</span>"));
  EXPECT_TRUE(has(html, "<span class=\"worse\">3</span>"));
  EXPECT_TRUE(has(html, "<span class=\"score-3\">2.6</span>"));
  EXPECT_TRUE(has(html, "status-green\">Green</strong>"));
}

}  // namespace
}  // namespace uor::report::page
