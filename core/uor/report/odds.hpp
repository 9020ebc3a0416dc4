// The odds of each rating on one side, with their Monte Carlo standard errors and their paired changes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/fit_range.hpp"
#include "core/uor/analyse/odds.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/view.hpp"

namespace uor::report {

struct Odds {
  Odds4 rating{};                                     // use of resources, at the assessment month
  Odds4 change{};                                     // to the baseline, paired by trial; 0 on the baseline
  Odds4 combined{};                                   // with CQC's quality ratings
  Odds4 quality{};                                    // CQC's quality rating
  analyse::Estimate good_or_better, below_good;       // shares of trials
  analyse::Estimate good_or_better_change;            // paired
  std::optional<analyse::FitRange> fit_range;         // allowing for the fit; none where nobody knows it
  std::optional<analyse::Range> fit_range_of_change;  // of good or better; none on the baseline
  analyse::Estimate expected_rating;                  // mean of 1 inadequate to 4 outstanding, after limits
  analyse::Estimate expected_rating_change;           // paired
  double expected_score = 0;                          // mean latent, before limits
  std::string latent;                                 // the same in words: "2.08, 0.22 below good"
  analyse::Estimate expected_score_change;            // paired
  bool combined_given = true;                         // false: nobody gave combined ratings yet when this is struck
  std::vector<Odds4> by_month;                        // [month]: were the rating struck then
  analyse::FromTo from_to{};                   // expected trials [baseline][this side]; on the diagonal on the baseline
  double trials_better = 0, trials_worse = 0;  // expected, than in the baseline
  std::string estimator, combined_estimator;   // "conditional" or "counted"
  int likeliest = 1;                           // 1 inadequate to 4 outstanding
};

/// One a side.
std::vector<Odds> odds_of(const View& view);

Json json_of(const Odds& odds);
/// {the four ratings and good_or_better: [5 %, 95 %]}; null where there is none.
Json json_of(const std::optional<analyse::FitRange>& range);
Json json_of(const std::optional<analyse::Range>& range);

}  // namespace uor::report
