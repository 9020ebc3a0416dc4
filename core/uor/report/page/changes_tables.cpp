#include "core/uor/report/page/changes_tables.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

using analyse::Basis;
using analyse::Change;

std::string error_words(const std::string& figure, Basis basis) {
  switch (basis) {
    case Basis::paired:
      return "± " + figure;
    case Basis::bound:
      return "± at most " + figure;
    case Basis::independent:
      return "± " + figure + ", unpaired";
    case Basis::unknown:
      break;
  }
  return "± not known";
}

std::string plain_signed_decimals(double value, int digits) {
  const std::string text = fmt::format("{:.{}f}", std::abs(value), digits);
  if (text.find_first_of("123456789") == std::string::npos) return text;
  return (value < 0 ? "\u2212" : "+") + text;
}

std::string points(const Change& share) { return change_with_error(share, 100, 1); }

std::string tenths(double share) { return fmt::format("{:.1f}", 100 * share); }

std::string side_words(const ChangesPart& part) {
  return fmt::format("from \u201c{}\u201d to \u201c{}\u201d", part.from, part.to);
}

std::string ratings_table(const ChangesPart& part) {
  Table table("Odds of each rating, percent of trials, " + side_words(part));
  table.head({"Rating", "From", "To", "Change in points, paired"}).with("data-changed-ratings");
  for (std::size_t grade = 4; grade-- > 0;) {
    const Change& share = part.changes.rating[grade];
    table.row({rating_name(static_cast<int>(grade) + 1), tenths(share.from), tenths(share.to), points(share)});
  }
  const Change& better = part.changes.good_or_better;
  table.row({"Good or better", tenths(better.from), tenths(better.to), points(better)});
  return table.html();
}

std::string changed_kloes_table(const ChangesPart& part) {
  Table table("Key lines of enquiry, what moved most first, " + side_words(part));
  table.head({"Key line of enquiry", "Mean score, from", "To", "Change", "Below good, % of trials, from", "To",
              "Change in points"});
  for (const MovedKloe& kloe : part.changes.kloes) {
    std::vector<std::string> cells = {kloe.title, "\u2013", "\u2013", "\u2013"};
    if (kloe.score) {
      const Change& score = kloe.score->change;
      cells = {kloe.title, fmt::format("{:.2f}", score.from), fmt::format("{:.2f}", score.to),
               change_with_error(score, 1, 3)};
    }
    cells.insert(cells.end(), {tenths(kloe.below_good.from), tenths(kloe.below_good.to), points(kloe.below_good)});
    table.row(cells);
  }
  return table.html();
}

std::string changed_metrics_table(const ChangesPart& part) {
  if (part.changes.metrics.empty()) return "";
  Table table("Metrics, mean of trials, what moved most against how far trusts lie apart first, " + side_words(part));
  table.head({"Metric", "From", "To", "Change", "In distances between national quartiles", ""});
  for (const Moved& moved : part.changes.metrics) {
    const Change& mean = moved.change;
    const std::string change = signed_figure(mean.change), error = figure(mean.standard_error);
    const bool shows = change != figure(0) || error != figure(0);
    table.row({moved.title + ", " + unit_name(moved.unit), figure(mean.from), figure(mean.to),
               shows ? change + " " + error_words(error, mean.basis) : "no change",
               plain_signed_decimals(moved.standardised, 2), verdict(moved.better)});
  }
  return table.html();
}

std::string rules_table(const ChangesPart& part) {
  if (part.changes.rules.empty()) return paragraph("No limit and no characteristic holds in other trials.", "note");
  Table table("Limits and characteristics that hold in other trials, percent of trials, " + side_words(part));
  table.head({"Rule", "From", "To", "Change in points"});
  for (const MovedRule& rule : part.changes.rules)
    table.row({(rule.limit ? "Limit: " : "") + rule.title, tenths(rule.share.from), tenths(rule.share.to),
               points(rule.share)});
  return table.html();
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
                     "", by_side(parts, changed_metrics_table), "", "tall"});
}

}  // namespace

std::string change_with_error(const Change& change, double scale, int digits) {
  if (!std::isfinite(change.change)) return "not known";
  const double error = std::isfinite(change.standard_error) ? scale * change.standard_error : 0;
  if (analyse::shows_no_change(scale * change.change, error, digits)) return "no change";
  return plain_signed_decimals(scale * change.change, digits) + " " +
         error_words(analyse::error_figure(scale * change.standard_error, digits), change.basis);
}

std::string changes_in_words(const Changes& changes) {
  const Change& better = changes.good_or_better;
  if (std::abs(better.change) <= 2 * better.standard_error || better.change == 0)
    return fmt::format("The odds of good or better do not change beyond the error of the simulation ({} to {}).",
                       percent(better.from), percent(better.to));
  return fmt::format("The odds of good or better {} by {:.1f} ± {} percentage points, from {} to {}.",
                     better.change > 0 ? "rise" : "fall", 100 * std::abs(better.change),
                     analyse::error_figure(100 * better.standard_error, 1), percent(better.from), percent(better.to));
}

std::string changes_overview(const std::vector<ChangesPart>& parts) {
  Table table(fmt::format("Change of the odds from \u201c{}\u201d, percentage points, ± paired standard error",
                          parts.front().from));
  table.head({"To", "Inadequate", "Requires improvement", "Good", "Outstanding", "Good or better", "Expected rating"})
      .with("data-changed-odds");
  for (const ChangesPart& part : parts) {
    std::vector<std::string> cells = {part.to};
    for (const Change& share : part.changes.rating) cells.push_back(points(share));
    cells.push_back(points(part.changes.good_or_better));
    cells.push_back(change_with_error(part.changes.expected_rating, 1, 3));
    table.row(cells);
  }
  return chart_html({"changed-odds", "Change of the odds of good or better, percentage points",
                     "Bars with the error of each: how much the odds of good or better change; the table below has "
                     "every rating",
                     "", table.html(), "", parts.size() > 4 ? "tall" : "medium"});
}

std::string changes_html(const std::vector<ChangesPart>& parts) {
  std::string html = by_side(parts, [](const ChangesPart& part) {
    return paragraph(
        fmt::format("From \u201c{}\u201d to \u201c{}\u201d. {}", part.from, part.to, changes_in_words(part.changes)));
  });
  html += "<div class=\"two\">";
  html += chart_html({"changed-ratings", "Change of the odds of each rating, percentage points",
                      "Bars with the error of each: how much the odds of each rating change; the table below has the "
                      "figures",
                      "", by_side(parts, ratings_table), "", "medium"});
  html += chart_html({"changed-kloes", "Change of each key line's mean score, 1 to 4",
                      "Bars with the error of each: how much the mean score of each key line of enquiry changes; the "
                      "table below has the figures",
                      "", by_side(parts, changed_kloes_table), "", "medium"});
  html += "</div>" + metrics_html(parts);
  return html + details("Limits and characteristics that hold more or less often", by_side(parts, rules_table));
}

std::string from_to_table(const tally::Migration& pairs, const std::string& caption) {
  Table table(caption);
  table.head({"From", "Inadequate", "Requires improvement", "Good", "Outstanding"}).with("data-from-to");
  for (std::size_t from = 0; from < 4; ++from) {
    std::vector<std::string> cells = {rating_name(static_cast<int>(from) + 1)};
    for (std::size_t to = 0; to < 4; ++to) {
      const std::uint64_t count = pairs[from][to];
      const char* style = from == to ? "stay" : count == 0 ? "none" : to > from ? "better" : "worse";
      cells.push_back(fmt::format("<span class=\"{}\">{}</span>", style, grouped(count)));
    }
    table.row_html(cells);
  }
  return "<div class=\"from-to\">" + table.html() + "</div>";
}

}  // namespace uor::report::page
