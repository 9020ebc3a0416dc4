#include <fmt/format.h>

#include "core/uor/base/decimals.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

std::string line_table(const TrustPart& part, const Line& line) {
  Table table(fmt::format("{}, {} by month: mean of trials (5 to 95 % of them)", line.title, unit_name(line.unit)));
  std::vector<std::string> head = {"Side"};
  for (std::size_t month = 1; month <= line.sides[0].size(); ++month) head.push_back(month_name(month));
  table.head(head);
  for (std::size_t side = 0; side < part.sides(); ++side) {
    std::vector<std::string> cells = {part.title(side)};
    for (const Band& band : line.sides[side])
      cells.push_back(fmt::format("{} ({} to {})", figure(band.mean), figure(band.lower), figure(band.upper)));
    table.row(cells);
  }
  return table.html();
}

std::string line_chart(const TrustPart& part, const Line& line) {
  return chart_html({"line", fmt::format("{}, {}", line.title, unit_name(line.unit)),
                     line.title + " by month, mean and middle 90 % of trials; the table below has the figures", "",
                     line_table(part, line), line.id, "medium"});
}

std::string line_charts(const TrustPart& part, const std::vector<Line>& lines, const std::vector<std::string>& ids) {
  std::string html;
  for (const std::string& id : ids)
    for (const Line& line : lines)
      if (line.id == id) html += line_chart(part, line);
  return "<div class=\"two\">" + html + "</div>";
}

std::string two_decimals(double value) { return true_minus(decimals(value, 2)); }

/// The statement of the first year: months and the year that they add up to.
std::string year_table(const TrustPart& part, std::size_t side) {
  const Statement& statement = part.trust.statement;
  Table table(fmt::format("Statement of the first year, \u201c{}\u201d: £m, mean of trials", part.title(side)));
  std::vector<std::string> head = {"Line"};
  for (std::size_t month = 1; month <= statement.sides[side][0].mean.size(); ++month)
    head.push_back(month_name(month) + (month <= statement.closed_months ? " (closed)" : ""));
  head.push_back("All months");
  table.head(head).with("data-statement");
  for (const StatementRow& row : statement.sides[side]) {
    const auto strong = [&](const std::string& text) { return row.total ? "<strong>" + text + "</strong>" : text; };
    std::vector<std::string> cells = {strong(escaped(row.title))};
    for (const double mean : row.mean) cells.push_back(strong(two_decimals(mean)));
    cells.push_back(strong(two_decimals(row.year_gbp_m)));
    table.row_html(cells);
  }
  return table.html();
}

std::string year_statement(const TrustPart& part) {
  const Statement& statement = part.trust.statement;
  std::string html;
  for (std::size_t side = 0; side < statement.sides.size(); ++side) {
    const std::string step = statement.steps[side].empty() ? "" : paragraph(statement.steps[side], "note");
    html += for_side(side, side == part.last_side(), step + details("Statement by month", year_table(part, side)));
  }
  return html;
}

std::string forecast_table(const TrustPart& part) {
  const auto& sides = part.trust.own_forecast.sides;
  Table table("From your forecast of the year to ours, £m, mean of trials");
  std::vector<std::string> head = {"Line"};
  for (std::size_t side = 0; side < part.sides(); ++side) head.push_back(part.title(side));
  table.head(head).with("data-own-forecast");
  for (std::size_t step = 0; step < sides[0].size(); ++step) {
    const bool total = sides[0][step].total;
    const auto strong = [&](const std::string& text) { return total ? "<strong>" + text + "</strong>" : text; };
    std::vector<std::string> cells = {strong(escaped(sides[0][step].title))};
    for (const auto& side : sides) {
      const double value = side[step].mean_gbp_m;
      cells.push_back(strong(total ? two_decimals(value) : true_minus(signed_decimals(value, 2))));
    }
    table.row_html(cells);
  }
  return table.html();
}

std::string bridge_table(const TrustPart& part) {
  Table table("From plan to underlying surplus, £m, mean of trials");
  std::vector<std::string> head = {"Step"};
  for (std::size_t side = 0; side < part.sides(); ++side) head.push_back(part.title(side));
  table.head(head).with("data-bridge");
  const auto& sides = part.trust.bridge.sides;
  for (std::size_t step = 0; step < sides[0].size(); ++step) {
    const bool total = sides[0][step].total;
    const auto strong = [&](const std::string& text) {
      return total ? "<strong>" + escaped(text) + "</strong>" : escaped(text);
    };
    std::vector<std::string> cells = {strong(sides[0][step].title)};
    for (const auto& side : sides)
      cells.push_back(strong(total ? figure(side[step].mean_gbp_m) : signed_figure(side[step].mean_gbp_m)));
    table.row_html(cells);
  }
  return table.html();
}

std::string quarter_name(const Quarter& quarter) {
  return quarter.first_month == quarter.last_month
             ? month_name(quarter.first_month + 1)
             : month_name(quarter.first_month + 1) + " to " + month_name(quarter.last_month + 1);
}

std::string fund_table(const TrustPart& part) {
  Table table("Sustainability funding earned by quarter, £m, mean of trials");
  std::vector<std::string> head = {"Side"};
  for (const Quarter& quarter : part.trust.money.fund) head.push_back(quarter_name(quarter));
  head.push_back("Earned since April at the last month shown, mean (5 to 95 %)");
  table.head(head).with("data-fund");
  for (std::size_t side = 0; side < part.sides(); ++side) {
    std::vector<std::string> cells = {part.title(side)};
    for (const Quarter& quarter : part.trust.money.fund) cells.push_back(figure(quarter.earned_gbp_m[side]));
    const Band& band = part.trust.money.fund.back().earned_since_april[side];
    cells.push_back(fmt::format("{} ({} to {})", figure(band.mean), figure(band.lower), figure(band.upper)));
    table.row(cells);
  }
  return table.html();
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
                     "", bridge_table(part), "", "tall"}) +
         (part.trust.own_forecast.sides.empty() ? "" : forecast_table(part));
}

std::string fund_part(const TrustPart& part) {
  if (part.trust.money.fund.empty()) return paragraph("The run did not summarise sustainability funding.");
  return control_total_words(part) +
         chart_html({"fund", "Sustainability funding earned, £m",
                     "Bars by quarter, baseline and scenario; the table below has the figures", "", fund_table(part),
                     "", "medium"});
}

std::string support_part(const TrustPart& part) {
  if (part.trust.money.support.empty()) return paragraph("The run did not summarise interim support.");
  return line_charts(part, part.trust.money.support, part.trust.money.on_page);
}

}  // namespace uor::report::page
