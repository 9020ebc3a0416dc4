#include "core/uor/policy/policy.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/from_to.hpp"
#include "core/uor/report/tables/practice.hpp"
#include "core/uor/report/tables/sector.hpp"
#include "core/uor/report/tables/trusts.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::page {

namespace {

std::string histograms() {
  std::string html = "<div class=\"two\">";
  for (std::size_t grade = 0; grade < 4; ++grade) {
    const std::string name = rating_name(static_cast<int>(grade) + 1);
    html += chart_html(
        {"sector-counts", "",
         "Distribution over trials of the number of trusts rated " + name + "; the table above has mean and range", "",
         "", policy::rating_ids[grade], "medium"});
  }
  return html + "</div>";
}

}  // namespace

std::string sector_part(const Figures& run, const Figures& whole) {
  if (!run.sector) return "";
  const std::size_t sides = run.origin.sides.size();
  std::string from_to;
  for (std::size_t side = 1; side < sides; ++side) from_to += html_of(tables::sector_from_to(run, side));
  tables::Table counts = tables::sector_counts(whole);
  counts.note = tables::sector_counts(run).note;
  std::string html = html_of(counts) + html_of(tables::together(whole)) + histograms();
  if (sides > 1)
    html += chart_html({"sector-from-to", "Trusts from the baseline's rating (left) to the scenario's (right)",
                        "Flows of expected trusts between ratings; the table below has the figures", "", from_to});
  return html +
         chart_html({"sector-types", "Odds by type of trust",
                     "Bars: for each type of trust the expected share of its trusts with each rating, the baseline "
                     "above the scenario; the table below has the figures",
                     "", html_of(tables::types(run)), "", "medium"}) +
         (run.regions.empty() && run.stps.empty() ? "" : html_of(tables::regions(run)));
}

std::string practice_part(const Figures& run) {
  if (run.practice.empty()) return "";
  return paragraph(
             "As reported, whatever the year of the figures; metrics that no two trusts report have no row. What "
             "the best did is theirs to tell.",
             "note") +
         html_of(tables::practice(run)) + html_of(tables::practice_by_region(run));
}

std::string trusts_part(const Figures& run) {
  if (run.rows.empty()) return "";
  std::string html = paragraph("Press a heading to sort by it.", "note screen-only");
  const std::size_t sides = run.origin.sides.size();
  for (std::size_t side = sides > 1 ? 1 : 0; side < sides; ++side)
    html += for_side(side, side + 1 == sides, html_of(tables::trusts_of_side(run, side)));
  for (const TrustRow& row : run.rows)
    for (const std::string& warning : row.warnings) html += paragraph("\u2020 " + row.code + ": " + warning, "note");
  return html;
}

}  // namespace uor::report::page
