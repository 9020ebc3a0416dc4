#include <fmt/format.h>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/schemes.hpp"
#include "core/uor/report/tables/score_beside.hpp"

namespace uor::report::page {

namespace {

std::string score_tables(const TrustPart& part, const ScoreBeside& score) {
  std::string html;
  if (score.share.empty() || score.share[0].empty()) return html;
  for (std::size_t side = 0; side < part.sides(); ++side)
    html += for_side(
        side, side == part.last_side(),
        "<div class=\"scores\">" + html_of(tables::score_beside(part.run, part.trust, score, side)) + "</div>");
  return html;
}

}  // namespace

std::string finance_score_part(const TrustPart& part) {
  const ScoreBeside& score = part.trust.score_beside;
  if (score.share.empty() || score.share[0].empty()) return "";  // no plugin of the run gives one
  std::string tables = score_tables(part, score);
  for (const ScoreBeside& further : part.trust.more_beside) tables += score_tables(part, further);
  return paragraph(
             "The score of the oversight framework, 1 best to 4 worst. It is shown beside the rating, not blended "
             "with it.",
             "note") +
         chart_html({"finance-score", "Share of trials with each finance score",
                     "Stacked areas: the share of trials with each finance score by month; the table has the means", "",
                     ""}) +
         tables;
}

std::string schemes_part(const TrustPart& part) {
  const Schemes& schemes = part.trust.schemes;
  if (schemes.sides.empty() || schemes.sides[0].empty()) return paragraph("The run has no savings schemes.");
  std::string html;
  if (schemes.typical)
    html += paragraph("The trust stated no schemes: a typical programme stands in for its own.", "note");
  html +=
      paragraph(fmt::format("Green from {:.0f} % of plan delivered, amber from {:.0f} %, red below; means of trials.",
                            part.rules.green_from_percent, part.rules.amber_from_percent),
                "note");
  html += chart_html({"schemes", "Planned and delivered, £m",
                      "Bars by scheme: plan, delivered in the baseline and in the scenario; the table has the figures",
                      "", "", "", "tall"});
  for (std::size_t side = 0; side < part.sides(); ++side)
    html += for_side(side, side == part.last_side(), html_of(tables::schemes(part.run, part.trust, side)));
  return html;
}

}  // namespace uor::report::page
