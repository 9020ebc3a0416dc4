#include "core/uor/report/page/changes_html.hpp"

#include <fmt/format.h>

#include "core/uor/report/headline.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/table_html.hpp"

namespace uor::report::page {

namespace {

using tables::ChangesPart;

std::string rules_html(const ChangesPart& part) {
  if (part.changes.rules.empty()) return paragraph("No limit and no characteristic holds in other trials.", "note");
  return html_of(tables::changed_rules(part));
}

template <typename TableOf>
std::string by_side(const std::vector<ChangesPart>& parts, TableOf table_of) {
  std::string html;
  for (std::size_t side = 1; side <= parts.size(); ++side)
    html += for_side(side, side == parts.size(), table_of(parts[side - 1]));
  return html;
}

bool any_metric(const std::vector<ChangesPart>& parts) {
  for (const ChangesPart& part : parts)
    if (!part.changes.metrics.empty()) return true;
  return false;
}

std::string metrics_html(const std::vector<ChangesPart>& parts) {
  if (!any_metric(parts)) return paragraph("No metric moves.");
  const std::string words = by_side(parts, [](const ChangesPart& part) {
    return part.changes.metrics.empty() ? paragraph("No metric moves.") : std::string();
  });
  return words +
         chart_html({"changed-metrics", "Metrics, what moved most first, in distances between the national quartiles",
                     "Bars: the change of each metric's mean in distances between the national quartiles, for "
                     "the better or the worse; the table below has the figures in their units",
                     "",
                     by_side(parts,
                             [](const ChangesPart& part) {
                               return part.changes.metrics.empty() ? "" : html_of(tables::changed_metrics(part));
                             }),
                     "", "tall"});
}

}  // namespace

std::string changes_overview(const std::vector<ChangesPart>& parts) {
  return chart_html({"changed-odds", "Change of the odds of good or better, percentage points",
                     "Bars with the error of each: how much the odds of good or better change; the table below has "
                     "every rating",
                     "", html_of(tables::changed_odds(parts)), "", parts.size() > 4 ? "tall" : "medium"});
}

std::string changes_html(const std::vector<ChangesPart>& parts) {
  std::string html = by_side(parts, [](const ChangesPart& part) {
    return paragraph(
        fmt::format("From \u201c{}\u201d to \u201c{}\u201d. {}", part.from, part.to, changes_in_words(part.changes)));
  });
  html += "<div class=\"two\">";
  html +=
      chart_html({"changed-ratings", "Change of the odds of each rating, percentage points",
                  "Bars with the error of each: how much the odds of each rating change; the table below has the "
                  "figures",
                  "", by_side(parts, [](const ChangesPart& part) { return html_of(tables::changed_ratings(part)); }),
                  "", "medium"});
  html += chart_html({"changed-kloes", "Change of each key line's mean score, 1 to 4",
                      "Bars with the error of each: how much the mean score of each key line of enquiry changes; the "
                      "table below has the figures",
                      "", by_side(parts, [](const ChangesPart& part) { return html_of(tables::changed_kloes(part)); }),
                      "", "medium"});
  html += "</div>" + metrics_html(parts);
  return html + details("Limits and characteristics that hold more or less often", by_side(parts, rules_html));
}

std::string from_to_html(const tables::Table& table) { return "<div class=\"from-to\">" + html_of(table) + "</div>"; }

}  // namespace uor::report::page
