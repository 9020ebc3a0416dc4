// What `uor rate` shows: today's odds of one trust, taken apart.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/fit_range.hpp"
#include "core/uor/analyse/odds.hpp"
#include "core/uor/analyse/rating_parts.hpp"
#include "core/uor/analyse/year_change.hpp"
#include "core/uor/ask/unknowns.hpp"
#include "core/uor/model/known_metrics.hpp"
#include "core/uor/report/received.hpp"
#include "core/uor/report/support.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::ask {

struct RatedMetric {
  analyse::ScoredPart part;
  std::string title, kloe_title, unit, source;  // source: "reported", "derived" or "drawn"
  double median = 0;                            // national, in the prices of the value
  analyse::YearChange change;
  int quarter = 0;            // national, 1 best to 4 worst; 0 without polarity
  bool score_beside = false;  // its score is part of one that is shown beside the rating, 1 best
};

struct RatedLimiter {
  std::string id, title;
  std::uint64_t fired = 0;
  analyse::Shares4 without{};
};

/// The odds in a month of the simulated year, without what they are made of.
struct Forecast {
  int month = 0;
  std::string label;  // "2019-03"
  analyse::Odds4 rating{};
  analyse::Estimate good_or_better;
  std::string estimator;
  tally::Counts4 beside{};
  double expected_score = 0;
};

struct RateStudy {
  std::string code, name;
  int assessment_month = 0;
  model::KnownMetrics known;         // of the initial metrics
  int closed_months = 0;             // with today's odds: 0 is last year's outturn
  std::string label;                 // "2018-03": the month that today's odds stand on
  bool ships = false;                // the figures are those that ship, not of one year
  bool indicative = false;           // of a pilot year, in which ratings were not published
  std::optional<Forecast> forecast;  // with today's odds
  trust::PublishedRatings published;
  std::string threshold_words;  // below which change a metric is steady
  std::uint64_t trials = 0, seed = 0;
  Points points = Points::random;
  analyse::Odds4 rating{};
  std::optional<analyse::FitRange> fit_range;  // allowing for the fit
  std::string estimator;                       // of all its odds: "conditional" or "counted"
  analyse::Shares4 without_limiters{};
  double expected_score = 0;  // mean latent
  analyse::Estimate expected_rating, good_or_better;
  std::array<double, 3> cuts{};
  std::vector<std::string> warnings, notes;  // of the trust, and of the run
  tally::Counts4 beside{};                   // the score beside the rating, 1 best to 4 worst, at the assessment month
  std::vector<analyse::TermShare> terms;
  std::vector<RatedMetric> metrics;
  std::vector<analyse::ScoredPart> others;
  std::vector<RatedLimiter> limiters;            // those that fire, the costliest first
  std::vector<Unknown> unknowns;                 // worth most first
  std::map<std::string, std::string> titles;     // of terms and other parts, by id
  std::vector<report::ReceivedRating> received;  // the ratings that the trust receives
  report::SupportNeeds support;                  // by the rules that ship; empty where nobody asked for them
  std::string prices;                            // the month whose prices values and medians are in: "March 2019"
};

/// Today's odds of the one trust in `inputs`, taken apart (model/today.hpp), and those of its baseline in `month`.
RateStudy study_today(const model::Inputs& inputs, const trust::Fields& fields, int month);

/// Today's odds alone, and what they stand on.
struct TodayOdds {
  analyse::Odds4 rating{};
  std::string basis;
};
TodayOdds odds_today(const model::Inputs& inputs);

/// "last year's outturn as reported, to March 2018; no month is closed"; of what ships, that not all of it is so new.
std::string words_of_today(int closed_months, const std::string& label, bool ships);

/// Runs the baseline of the one trust in `inputs`, rated in its assessment month.
RateStudy study_rating(const model::Inputs& inputs, const trust::Fields& fields);

}  // namespace uor::ask
