#include <fmt/format.h>

#include <cmath>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

/// Coloured by the score that it rounds to.
std::string finance_score_cell(double score) {
  return fmt::format("<span class=\"score-{:.0f}\">{:.1f}</span>", std::round(score), score);
}

std::string score_table(const TrustPart& part, const ScoreBeside& score, std::size_t side) {
  Table table(fmt::format("{} by metric and month, \u201c{}\u201d: mean of trials, 1 best to 4", score.title,
                          part.title(side)));
  std::vector<std::string> head = {"Metric"};
  for (std::size_t month = 1; month <= score.mean[side].size(); ++month) head.push_back(month_name(month));
  table.head(head).with("data-finance-score");
  for (std::size_t metric = 0; metric < score.metrics.size(); ++metric) {
    std::vector<std::string> cells = {escaped(score.metric_titles[metric])};
    for (const Band& band : score.metrics[metric].sides[side]) cells.push_back(finance_score_cell(band.mean));
    table.row_html(cells);
  }
  std::vector<std::string> cells = {"<strong>" + escaped(score.title) + "</strong>"};
  for (const double mean : score.mean[side]) cells.push_back(finance_score_cell(mean));
  table.row_html(cells);
  return "<div class=\"scores\">" + table.html() + "</div>";
}

std::string score_tables(const TrustPart& part, const ScoreBeside& score) {
  std::string tables;
  if (score.share.empty() || score.share[0].empty()) return tables;
  for (std::size_t side = 0; side < part.sides(); ++side)
    tables += for_side(side, side == part.last_side(), score_table(part, score, side));
  return tables;
}

std::string money_cell(double gbp_m) { return std::isfinite(gbp_m) ? figure(gbp_m) : "not known"; }

std::string of_plan(const SchemeSide& scheme) {
  if (!(scheme.planned_gbp_m > 0)) return "\u2013";
  return fmt::format("{:.0f} %", 100 * scheme.delivered_gbp_m / scheme.planned_gbp_m);
}

std::string category_name(const std::string& category) {
  if (category == "nonpay") return "non-pay";
  if (category == "not_cash") return "not cash";
  if (category == "through_driver") return "through activity";
  return category;
}

void scheme_row(Table& table, const SchemeSide& scheme, const SchemeSide* baseline, const std::string& name) {
  table.row_html({name, escaped(category_name(scheme.category)), money_cell(scheme.planned_gbp_m),
                  baseline == nullptr ? "\u2013" : money_cell(baseline->delivered_gbp_m),
                  money_cell(scheme.delivered_gbp_m), of_plan(scheme), status_tag(scheme.status)});
}

std::string schemes_table(const TrustPart& part, std::size_t side) {
  const Schemes& schemes = part.trust.schemes;
  Table table(fmt::format("Savings by scheme, \u201c{}\u201d: £m, mean of trials", part.title(side)), 2);
  table.head({"Scheme", "Kind", "Plan", "Delivered, baseline", "Delivered", "Of plan", "Status"}).with("data-schemes");
  for (std::size_t i = 0; i < schemes.sides[side].size(); ++i) {
    const SchemeSide* baseline = i < schemes.sides[0].size() ? &schemes.sides[0][i] : nullptr;
    scheme_row(table, schemes.sides[side][i], baseline, escaped(schemes.sides[side][i].name));
  }
  scheme_row(table, schemes.totals[side], &schemes.totals[0], "<strong>Programme</strong>");
  return table.html();
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
    html += for_side(side, side == part.last_side(), schemes_table(part, side));
  return html;
}

}  // namespace uor::report::page
