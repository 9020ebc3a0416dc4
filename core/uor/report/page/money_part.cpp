#include <fmt/format.h>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/pounds.hpp"
#include "core/uor/report/tables/statement.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::page {

namespace {

std::string line_chart(const TrustPart& part, const Line& line) {
  return chart_html({"line", fmt::format("{}, {}", line.title, unit_name(line.unit)),
                     line.title + " by month, mean and middle 90 % of trials; the table below has the figures", "",
                     html_of(tables::line(part.run, part.trust, line)), line.id, "medium"});
}

std::string line_charts(const TrustPart& part, const std::vector<Line>& lines, const std::vector<std::string>& ids) {
  std::string html;
  for (const std::string& id : ids)
    for (const Line& line : lines)
      if (line.id == id) html += line_chart(part, line);
  return "<div class=\"two\">" + html + "</div>";
}

std::string year_statement(const TrustPart& part) {
  const Statement& statement = part.trust.statement;
  std::string html;
  for (std::size_t side = 0; side < statement.sides.size(); ++side) {
    const std::string step = statement.steps[side].empty() ? "" : paragraph(statement.steps[side], "note");
    html += for_side(side, side == part.last_side(),
                     step + details("Statement by month", html_of(tables::statement(part.run, part.trust, side))));
  }
  return html;
}

std::string control_total_words(const TrustPart& part) {
  for (const Line& line : part.trust.money.fund_terms) {
    if (line.id != part.trust.money.control_total_met) continue;
    const auto met = [&](std::size_t side) { return percent(line.sides[side][part.assessment()].mean); };
    if (part.sides() == 1)
      return paragraph(fmt::format("The control total is met at the rating in {} of trials.", met(0)));
    std::string html;
    for (std::size_t side = 1; side < part.sides(); ++side)
      html +=
          for_side(side, side == part.last_side(),
                   paragraph(fmt::format("The control total is met at the rating in {} of trials in the baseline and "
                                         "in {} in the scenario.",
                                         met(0), met(side))));
    return html;
  }
  return "";
}

std::string pounds_table(const TrustPart& part) {
  const tables::Table table = tables::pounds(part.run, part.trust);
  return table.empty() ? "" : html_of(table);
}

}  // namespace

std::string statements_part(const TrustPart& part) {
  const std::vector<Line>& lines = part.trust.money.statements;
  if (lines.empty()) return paragraph("The run did not summarise the statements.");
  return paragraph(
             "Each month's figure, not a running total. Lines are means, bands hold nine trials in ten; closed "
             "months are the accounts and have no band.",
             "note") +
         year_statement(part) + line_charts(part, lines, part.trust.money.on_page);
}

std::string bridge_part(const TrustPart& part) {
  const Bridge& bridge = part.trust.bridge;
  if (bridge.sides.empty()) return paragraph("The run did not summarise what the bridge needs.");
  return paragraph(
             fmt::format("{} to {}, £m, means of trials, so that the steps add up. A deficit is below zero. The "
                         "underlying position leaves out sustainability funding, one-off benefits and savings that "
                         "do not recur, and counts recurrent savings for the full year.",
                         month_name(bridge.first_month + 1), month_name(bridge.last_month + 1)),
             "note") +
         chart_html({"bridge", "From plan to forecast to underlying surplus, £m",
                     "Steps from the planned surplus to the forecast and the underlying one; the table below has the "
                     "figures",
                     "", html_of(tables::bridge(part.run, part.trust)), "", "tall"}) +
         pounds_table(part) +
         (part.trust.own_forecast.sides.empty() ? "" : html_of(tables::own_forecast(part.run, part.trust)));
}

std::string fund_part(const TrustPart& part) {
  if (part.trust.money.fund.empty()) return paragraph("The run did not summarise sustainability funding.");
  return control_total_words(part) +
         chart_html({"fund", "Sustainability funding earned, £m",
                     "Bars by quarter, baseline and scenario; the table below has the figures", "",
                     html_of(tables::fund(part.run, part.trust)), "", "medium"});
}

std::string support_part(const TrustPart& part) {
  if (part.trust.money.support.empty()) return paragraph("The run did not summarise interim support.");
  return line_charts(part, part.trust.money.support, part.trust.money.on_page);
}

}  // namespace uor::report::page
