#include "core/uor/report/page/between_part.hpp"

#include <fmt/format.h>

#include "core/uor/report/page/changes_html.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/between.hpp"
#include "core/uor/report/tables/headings.hpp"

namespace uor::report::page {

namespace {

using tables::Comparisons;

std::string obstacles(const std::vector<Figures>& runs) {
  std::string html;
  for (const Figures& run : runs)
    if (run.against_first && !run.against_first->why_not.empty()) html += paragraph(run.against_first->why_not + ".");
  return html;
}

std::string long_html(const tables::Table& table) { return "<div class=\"long\">" + html_of(table) + "</div>"; }

std::string notes_of(const Comparisons& all) {
  std::string html;
  for (const AgainstFirst* one : all)
    for (const std::string& note : one->notes) html += paragraph("Note: " + note + ".", "note");
  return html;
}

std::string facts_table(const TrustDiffers& trust, const AgainstFirst& one) {
  std::string html = paragraph(trust.name + ": " + in_words(trust.differs));
  for (const tables::Table& table : {tables::facts_that_differ(trust, one), tables::what_else_differs(trust, one)})
    if (!table.empty()) html += long_html(table);
  return html;
}

/// Also of runs whose results cannot be set beside each other.
std::string what_differs(const std::vector<Figures>& runs) {
  std::string html;
  for (const Figures& run : runs)
    for (std::size_t i = 0; run.against_first && i < run.against_first->differs.size(); ++i)
      html += facts_table(run.against_first->differs[i], *run.against_first);
  return html.empty() ? "" : section("between-differs", tables::heading_of("between-differs"), html);
}

std::string pair_chooser(const Comparisons& all) {
  if (all.size() < 2) return "";
  std::string options;
  for (std::size_t i = 0; i < all.size(); ++i)
    options += fmt::format("<option value=\"{}\"{}>{}</option>", i + 1, i + 1 == all.size() ? " selected" : "",
                           escaped(tables::side_label(all[i]->to, all[i]->from)));
  return "<div class=\"choose\" hidden><label class=\"nhsuk-label\" for=\"side-between\">Against the first run, "
         "show</label><select class=\"nhsuk-select\" id=\"side-between\" data-choose-side>" +
         options + "</select></div>\n";
}

std::string from_to(const std::vector<tables::ChangesPart>& parts) {
  std::string html;
  for (std::size_t side = 1; side <= parts.size(); ++side)
    html += for_side(side, side == parts.size(), from_to_html(tables::from_to_between(parts[side - 1])));
  return chart_html({"changed-from-to", "From the first run's rating (left) to the other's (right)",
                     "Flows from the ratings of the first run to those of the other; the table below has the figures",
                     "", html});
}

std::string compared_trust(const Comparisons& all, std::size_t trust) {
  const std::vector<tables::ChangesPart> parts = tables::parts_of(all, trust);
  const TrustChanges& about = all.front()->trusts[trust];
  std::string html = parts.size() > 1 ? changes_overview(parts) : "";
  html += changes_html(parts) + from_to(parts);
  return fmt::format("<article data-trust=\"{}\" aria-label=\"{}\">{}</article>\n", trust, escaped(about.name),
                     section("between-" + about.code, about.name + " " + about.code, html));
}

std::string sector_html(const Comparisons& all) {
  std::string counts, trusts;
  for (std::size_t side = 1; side <= all.size(); ++side) {
    if (!all[side - 1]->sector) return "";
    counts += for_side(side, side == all.size(), html_of(tables::changed_counts(*all[side - 1])));
    trusts += for_side(side, side == all.size(), html_of(tables::moved_trusts(*all[side - 1])));
  }
  return section("between-sector", tables::heading_of("between-sector"),
                 chart_html({"changed-counts", "Change of the number of trusts with each rating",
                             "Bars with the error of each: how many more or fewer trusts hold each rating; the table "
                             "has the figures",
                             "", "", "", "medium"}) +
                     counts) +
         section("between-trusts", "Which trusts moved?",
                 paragraph("Press a heading to sort by it.", "note screen-only") + trusts);
}

}  // namespace

std::string between_part(const std::vector<Figures>& runs) {
  if (runs.size() < 2) return "";
  const Comparisons all = tables::comparisons_of(runs);
  std::string html = "<div class=\"run\" data-between><h1>" + tables::heading_of("between") + "</h1>\n";
  if (!all.empty())
    html += paragraph(
                "All runs have the same draws: each change is taken trial by trial, and ± is its paired standard "
                "error. Black lines reach two standard errors to either side. Of key lines and metrics blue is "
                "for the better, orange for the worse.",
                "lede") +
            long_html(tables::compared(all));
  html += notes_of(all) + obstacles(runs) + what_differs(runs);
  if (all.empty()) return html + "</div>\n";
  html += pair_chooser(all) + sector_html(all);
  for (std::size_t trust = 0; trust < all.front()->trusts.size(); ++trust) html += compared_trust(all, trust);
  return html + "</div>\n";
}

}  // namespace uor::report::page
