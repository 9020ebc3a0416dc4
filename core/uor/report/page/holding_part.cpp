#include <fmt/format.h>

#include <algorithm>

#include "core/uor/policy/no_single_metric.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

std::string share_cell(const analyse::Estimate& share) {
  return fmt::format("<span class=\"held\" style=\"--share:{:.3f}\">{:.1f}</span>", share.value, 100 * share.value);
}

bool ever_holds(const Holding& holding) {
  return std::any_of(holding.share.begin(), holding.share.end(), [](const auto& share) { return share.value > 0; });
}

std::vector<std::string> side_heads(const TrustPart& part, std::vector<std::string> head) {
  for (std::size_t side = 0; side < part.sides(); ++side) head.push_back(part.title(side));
  return head;
}

std::string holding_rows(const TrustPart& part, const std::string& caption, const std::string& rating) {
  Table table(caption);
  table.head(side_heads(part, {"Characteristic"})).with("data-characteristics");
  for (const Holding& holding : part.trust.characteristics) {
    if (holding.rating != rating) continue;
    std::vector<std::string> cells = {escaped(holding.title)};
    for (const analyse::Estimate& share : holding.share) cells.push_back(share_cell(share));
    table.row_html(cells);
  }
  return table.empty() ? "" : table.html();
}

std::string odds_without(const std::optional<Study>& study, const std::string& id) {
  if (!study) return "";
  for (const LimiterCost& limiter : study->limiters)
    if (limiter.id == id) return percent(limiter.without[2] + limiter.without[3]);
  return "";
}

}  // namespace

std::string limits_part(const TrustPart& part) {
  const bool studied = part.trust.study.has_value();
  Table table("Limits on the rating: percent of trials in which each applies");
  std::vector<std::string> head = side_heads(part, {"Limit"});
  if (studied) head.push_back("Good or better in the baseline without it");
  table.head(head).with("data-limits");
  for (const Holding& limit : part.trust.limiters) {
    if (!ever_holds(limit)) continue;
    std::vector<std::string> cells = {escaped(limit.title)};
    for (const analyse::Estimate& share : limit.share) cells.push_back(share_cell(share));
    if (studied) cells.push_back(odds_without(part.trust.study, limit.id));
    table.row_html(cells);
  }
  if (table.empty()) return paragraph("No limit on the rating applies in any trial.");
  return paragraph(
             "Rules that hold the rating down whatever the score says, in the trials in which they did. Where a rule's "
             "condition holds, assessors act on it with a probability that is assumed or fitted to published ratings: "
             "a condition that always holds need not limit every trial.",
             "note") +
         paragraph(policy::no_single_metric, "note") + table.html();
}

std::string characteristics_part(const TrustPart& part) {
  std::string html = paragraph(
      "What the framework describes as typical of each rating, and in how many per cent of trials "
      "it is so at the rating. Several can hold at once, also of different ratings.",
      "note");
  for (std::size_t grade = 4; grade-- > 0;) {
    const std::string name = rating_name(static_cast<int>(grade) + 1);
    html += holding_rows(part, "Typical of " + name + ": percent of trials", policy::rating_ids[grade]);
  }
  return html;
}

}  // namespace uor::report::page
