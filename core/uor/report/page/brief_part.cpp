#include <fmt/format.h>

#include "core/uor/policy/policy.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::page {

namespace {

std::string list(const std::string& heading, const std::vector<std::string>& sentences) {
  if (sentences.empty()) return "";
  std::string html = "<h4>" + heading + "</h4><ul>";
  for (const std::string& sentence : sentences) html += "<li>" + escaped(true_minus(sentence)) + "</li>";
  return html + "</ul>";
}

std::string kloe(const KloeBrief& brief) {
  std::string html = "<article><h3>" + escaped(brief.title) + "</h3>";
  html += paragraph(fmt::format("Score most often rounds to {} ({} of trials).", lower(rating_name(brief.likeliest)),
                                percent(brief.share)));
  html += list("Strengths", brief.strengths) + list("Areas for improvement", brief.improvements) +
          list("Over twelve months, as reported", brief.changes);
  if (brief.strengths.empty() && brief.improvements.empty())
    html += paragraph("No reported metric stands out against national quartiles.");
  if (brief.not_known > 0)
    html += paragraph(fmt::format("{} of its {} metrics {} not known of this trust.", brief.not_known, brief.metrics,
                                  brief.not_known == 1 ? "is" : "are"),
                      "note");
  return html + "</article>";
}

/// Names the side: a board must not take a scenario for its own position.
std::string proposal(const TrustPart& part, const Brief& brief, std::size_t side) {
  const auto grade = static_cast<std::size_t>(brief.proposed - 1);
  const std::string rating = lower(rating_name(brief.proposed));
  if (side == 0) return fmt::format("Proposed rating: {}, with odds of {}.", rating, percent(brief.odds[grade].value));
  return fmt::format(
      "With \u201c{}\u201d, proposed rating: {}, with odds of {}; in the baseline the odds of {} are {}. "
      "What follows is with the scenario.",
      part.title(side), rating, percent(brief.odds[grade].value), rating,
      percent(part.trust.odds[0].rating[grade].value));
}

}  // namespace

std::string brief_part(const TrustPart& part) {
  std::string html;
  for (std::size_t side = part.sides() > 1 ? 1 : 0; side < part.sides(); ++side) {
    const Brief brief = brief_of(part.trust, part.rules, side, part.assessment());
    std::string kloes;
    for (const KloeBrief& one : brief.kloes) kloes += kloe(one);
    html += for_side(side, side == part.last_side(),
                     paragraph(proposal(part, brief, side), "nhsuk-u-font-weight-bold") + "<div class=\"brief\">" +
                         kloes + "</div>");
  }
  return html + paragraph(
                    "Strengths and areas for improvement follow by rule from the metrics and the framework's "
                    "characteristics of each rating (policies/report.toml); nothing here is written by hand. Figures "
                    "and national medians are " +
                        part.trust.prices + ".",
                    "note");
}

}  // namespace uor::report::page
