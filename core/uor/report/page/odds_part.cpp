#include <fmt/format.h>

#include <cmath>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/words.hpp"

namespace uor::report::page {

namespace {

/// Shorter than in a sentence: "<1 %".
std::string in_figures(double share) {
  std::string text = percent(share);
  if (text.starts_with("under ")) text.replace(0, 6, "<");
  if (text.starts_with("over ")) text.replace(0, 5, ">");
  return escaped(text);
}

std::string big_number(const std::string& who, const analyse::Estimate& share, std::uint64_t trials) {
  return fmt::format("<div><dt>{}</dt><dd>{}<small>± {}</small></dd></div>", escaped(who), in_figures(share.value),
                     escaped(analyse::error_figure(100 * share.standard_error, 1, trials, 100)));
}

std::string grade_card(const TrustPart& part, std::size_t side, std::size_t grade) {
  const Odds &baseline = part.trust.odds[0], &scenario = part.trust.odds[side];
  std::string html = fmt::format("<li class=\"rating-{}\"><h3>{}</h3><dl>", policy::rating_ids[grade],
                                 rating_name(static_cast<int>(grade) + 1));
  html += big_number("Baseline", baseline.rating[grade], part.trust.trials);
  if (side > 0) html += big_number("Scenario", scenario.rating[grade], part.trust.trials);
  html += "</dl>";
  if (side > 0)
    html += fmt::format("<p class=\"change\">Change {}</p>", escaped(points_with_error(scenario.change[grade])));
  return html + "</li>";
}

std::string change_in_words(const Odds& odds) {
  const analyse::Estimate& change = odds.good_or_better_change;
  if (analyse::within_two_errors(change))
    return "the odds of good or better do not change beyond the error of the simulation";
  return fmt::format("the odds of good or better {} by {:.1f} ± {} percentage points, from {} to {}",
                     change.value > 0 ? "rise" : "fall", 100 * std::abs(change.value),
                     analyse::error_figure(100 * change.standard_error, 1),
                     percent(odds.good_or_better.value - change.value), percent(odds.good_or_better.value));
}

std::string headline(const TrustPart& part, std::size_t side) {
  const Odds& odds = part.trust.odds[side];
  const std::string rating = lower(rating_name(odds.likeliest));
  const double share = odds.rating[static_cast<std::size_t>(odds.likeliest - 1)].value;
  if (side == 0) return fmt::format("The likeliest rating is {}, with odds of {}.", rating, percent(share));
  return fmt::format("With \u201c{}\u201d the likeliest rating is {}, with odds of {}; {}.", part.title(side), rating,
                     percent(share), change_in_words(odds));
}

std::string odds_cell(const analyse::Estimate& share, std::uint64_t trials) {
  return fmt::format("{:.1f} ± {}", 100 * share.value,
                     analyse::error_figure(100 * share.standard_error, 1, trials, 100));
}

std::vector<std::string> odds_row(const std::string& title, const Odds4& odds, std::uint64_t trials) {
  std::vector<std::string> cells = {title};
  for (const analyse::Estimate& share : odds) cells.push_back(odds_cell(share, trials));
  return cells;
}

std::string rating_cell(const analyse::Estimate& rating) {
  return fmt::format("{:.3f} ± {}", rating.value, analyse::error_figure(rating.standard_error, 3));
}

/// The odds of good or better, the mean rating after limits, and the latent before them.
std::string one_number_table(const TrustPart& part) {
  Table table("Good or better and the mean rating, ± standard error; changes are paired trial by trial");
  table.head({"Side", "Good or better, % of trials", "Change in points", "Expected rating, 1 to 4", "Change",
              "Latent, before limits"});
  for (std::size_t side = 0; side < part.whole_trust.odds.size(); ++side) {
    const Odds& odds = part.whole_trust.odds[side];
    const bool baseline = side == 0;
    table.row({part.whole.origin.side_titles[side], odds_cell(odds.good_or_better, part.trust.trials),
               baseline ? "\u2013" : points_with_error(odds.good_or_better_change), rating_cell(odds.expected_rating),
               baseline ? "\u2013" : rating_change_with_error(odds.expected_rating_change), odds.latent});
  }
  return table.html() +
         paragraph(
             "Expected rating: the mean of 1 inadequate to 4 outstanding as trials are rated. The latent is what "
             "the rating is struck from before limits apply, beside the rating that begins next.",
             "note");
}

std::string combined_html(const TrustPart& part, const Table& combined) {
  const std::string title = "Combined with CQC's quality ratings";
  if (part.whole_trust.odds[0].combined_given) return details(title, combined.html());
  return paragraph(title +
                       ": left out, no combined ratings were given yet in the year and month in which this one is "
                       "struck.",
                   "note");
}

}  // namespace

std::string odds_table(const TrustPart& part) {
  Table rating("Use of resources rating: percent of trials, ± standard error");
  rating.head({"Side", "Inadequate", "Requires improvement", "Good", "Outstanding"});
  Table combined("Combined with CQC's quality ratings: percent of trials, ± standard error");
  combined.head({"Side", "Inadequate", "Requires improvement", "Good", "Outstanding"});
  for (std::size_t side = 0; side < part.whole_trust.odds.size(); ++side) {
    const Odds& odds = part.whole_trust.odds[side];
    const std::string& title = part.whole.origin.side_titles[side];
    rating.row(odds_row(title, odds.rating, part.trust.trials));
    combined.row(odds_row(title, odds.combined, part.trust.trials));
  }
  return rating.html() + one_number_table(part) + combined_html(part, combined);
}

std::string odds_part(const TrustPart& part) {
  std::string html;
  const std::string published = published_words(part.trust);
  for (std::size_t side = 0; side < part.sides(); ++side) {
    if (side == 0 && part.sides() > 1) continue;
    std::string cards = "<ul class=\"odds\">";
    for (std::size_t grade = 0; grade < 4; ++grade) cards += grade_card(part, side, grade);
    html += for_side(side, side == part.last_side(),
                     paragraph(headline(part, side), "nhsuk-u-font-weight-bold lede") + cards + "</ul>");
  }
  if (const std::string today = today_words(part.trust); !today.empty())
    html +=
        paragraph(today + fmt::format(" The odds above are a forecast to month {}.", part.run.origin.assessment_month));
  if (!published.empty()) html += paragraph("Last published: " + published + ". It does not move these odds.", "note");
  return html + paragraph(
                    "Shares of simulated years. The figure after ± is the standard error of the simulation, in "
                    "percentage points; it says how sure the arithmetic is, not how sure the model is.",
                    "note");
}

}  // namespace uor::report::page
