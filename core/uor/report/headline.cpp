#include "core/uor/report/headline.hpp"

#include <fmt/format.h>

#include <cmath>

#include "core/uor/analyse/error_figure.hpp"
#include "core/uor/analyse/expected.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report {

namespace {

/// "the odds of good or better rise by 4.2 ± 0.1 percentage points, from 43 % to 47 %".
std::string movement(double change, double error, double from, double to) {
  return fmt::format("the odds of good or better {} by {:.1f} ± {} percentage points, from {} to {}",
                     change > 0 ? "rise" : "fall", 100 * std::abs(change), analyse::error_figure(100 * error, 1),
                     percent(from), percent(to));
}

std::string change_in_words(const Odds& odds) {
  const analyse::Estimate &change = odds.good_or_better_change, &now = odds.good_or_better;
  if (analyse::within_two_errors(change))
    return "the odds of good or better do not change beyond the error of the simulation";
  return movement(change.value, change.standard_error, now.value - change.value, now.value);
}

}  // namespace

std::string lede(const Origin& origin) {
  return fmt::format("{} months from April, rated in month {} ({}). {} simulated years a trust, seed {}.",
                     origin.months, origin.assessment_month,
                     month_name(static_cast<std::size_t>(origin.assessment_month)), grouped(origin.trials),
                     origin.seed);
}

std::string headline(const Figures& run, const TrustFigures& trust, std::size_t side) {
  const Odds& odds = trust.odds[side];
  const std::string rating = lower(rating_name(odds.likeliest));
  const auto likeliest = static_cast<std::size_t>(odds.likeliest - 1);
  std::string share = percent(odds.rating[likeliest].value);
  if (odds.fit_range)
    share += fmt::format(" ({} % allowing for the fit)", analyse::percent_range(odds.fit_range->rating[likeliest]));
  if (side == 0) return fmt::format("The likeliest rating is {}, with odds of {}.", rating, share);
  return fmt::format("With \u201c{}\u201d the likeliest rating is {}, with odds of {}; {}.",
                     run.origin.side_titles[side], rating, share, change_in_words(odds));
}

std::string changes_in_words(const Changes& changes) {
  const analyse::Change& better = changes.good_or_better;
  if (std::abs(better.change) <= 2 * better.standard_error || better.change == 0)
    return fmt::format("The odds of good or better do not change beyond the error of the simulation ({} to {}).",
                       percent(better.from), percent(better.to));
  return capital(movement(better.change, better.standard_error, better.from, better.to)) + ".";
}

std::string moves_in_words(const TrustFigures& trust, std::size_t side) {
  const Odds& odds = trust.odds[side];
  const auto share = [&](double trials, const char* no_trial) {
    if (trials == 0) return std::string(no_trial);
    return percent(trials / static_cast<double>(trust.trials)) + " of trials";
  };
  return fmt::format(
      "Every trial is run twice with the same luck, once without and once with the scenario: {} come out "
      "a rating lower or more, {} a rating higher or more, the others do not move.",
      share(odds.trials_worse, "no trials"), share(odds.trials_better, "none"));
}

}  // namespace uor::report
