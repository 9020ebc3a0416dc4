#include <fmt/format.h>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/headline.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/odds.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::page {

namespace {

/// Shorter than in a sentence: "<1 %".
std::string in_figures(double share) {
  std::string text = percent(share);
  if (text.starts_with("under ")) text.replace(0, 6, "<");
  if (text.starts_with("over ")) text.replace(0, 5, ">");
  return escaped(text);
}

std::string big_number(const std::string& who, const Odds& odds, std::size_t grade, std::uint64_t trials) {
  const analyse::Estimate& share = odds.rating[grade];
  const std::string sure = odds.fit_range ? analyse::percent_range(odds.fit_range->rating[grade])
                                          : "± " + analyse::error_figure(100 * share.standard_error, 1, trials, 100);
  return fmt::format("<div><dt>{}</dt><dd>{}<small>{}</small></dd></div>", escaped(who), in_figures(share.value),
                     escaped(sure));
}

std::string grade_card(const TrustPart& part, std::size_t side, std::size_t grade) {
  const Odds &baseline = part.trust.odds[0], &scenario = part.trust.odds[side];
  std::string html = fmt::format("<li class=\"rating-{}\"><h3>{}</h3><dl>", policy::rating_ids[grade],
                                 rating_name(static_cast<int>(grade) + 1));
  html += big_number("Baseline", baseline, grade, part.trust.trials);
  if (side > 0) html += big_number("Scenario", scenario, grade, part.trust.trials);
  html += "</dl>";
  if (side > 0)
    html += fmt::format("<p class=\"change\">Change {}</p>", escaped(points_with_error(scenario.change[grade])));
  return html + "</li>";
}

std::string fit_ranges_html(const TrustPart& part) {
  const tables::Table ranges = tables::fit_ranges(part.whole, part.whole_trust);
  return ranges.empty() ? "" : html_of(ranges);
}

std::string combined_html(const TrustPart& part) {
  const std::string title = "Combined with CQC's quality ratings";
  if (part.whole_trust.odds[0].combined_given)
    return details(title, html_of(tables::combined_odds(part.whole, part.whole_trust)));
  return paragraph(title +
                       ": left out, no combined ratings were given yet in the year and month in which this one is "
                       "struck.",
                   "note");
}

}  // namespace

std::string odds_table(const TrustPart& part) {
  return html_of(tables::rating_odds(part.whole, part.whole_trust)) +
         html_of(tables::one_number(part.whole, part.whole_trust)) + fit_ranges_html(part) + combined_html(part);
}

std::string odds_part(const TrustPart& part) {
  std::string html;
  const std::string published = published_words(part.trust);
  for (std::size_t side = 0; side < part.sides(); ++side) {
    if (side == 0 && part.sides() > 1) continue;
    std::string cards = "<ul class=\"odds\">";
    for (std::size_t grade = 0; grade < 4; ++grade) cards += grade_card(part, side, grade);
    html +=
        for_side(side, side == part.last_side(),
                 paragraph(headline(part.run, part.trust, side), "nhsuk-u-font-weight-bold lede") + cards + "</ul>");
  }
  if (const std::string today = today_words(part.trust); !today.empty())
    html +=
        paragraph(today + fmt::format(" The odds above are a forecast to month {}.", part.run.origin.assessment_month));
  if (!published.empty()) html += paragraph("Last published: " + published + ". It does not move these odds.", "note");
  const char* words =
      part.trust.odds[0].fit_range
          ? "Odds over simulated years; the small figures allow for the fit: nine in ten of the numbers that published "
            "ratings leave open give odds between them. \u00b1 is the error of the simulation, in percentage points."
          : "Odds over simulated years. The figure after ± is the standard error of the simulation, in percentage "
            "points; it says how sure the arithmetic is, not how sure the model is.";
  return html + paragraph(words, "note");
}

}  // namespace uor::report::page
