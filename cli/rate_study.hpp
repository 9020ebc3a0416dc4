// What `uor rate` shows: today's odds of one trust, taken apart.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "cli/unknowns.hpp"
#include "core/uor/analyse/probability.hpp"
#include "core/uor/analyse/rating_parts.hpp"

namespace uor::cli {

struct RatedMetric {
  analyse::ScoredPart part;
  std::string title, kloe_title, unit, source;  // source: "reported", "derived" or "drawn"
  double median = 0;                            // national, in the prices of the value
};

struct RatedLimiter {
  std::string id, title;
  std::uint64_t fired = 0;
  run::Counts4 without{};
};

struct RateStudy {
  std::string code, name;
  int assessment_month = 0, metrics_reported = 0;
  std::uint64_t trials = 0, seed = 0;
  run::Counts4 rating{}, without_limiters{};
  double expected_score = 0;  // mean latent
  analyse::Estimate expected_rating, good_or_better;
  std::array<double, 3> cuts{};
  std::vector<std::string> warnings, notes;  // of the trust, and of the run
  run::Counts4 finance_score{};              // 1 best to 4 worst, at the assessment month
  std::vector<analyse::TermShare> terms;
  std::vector<RatedMetric> metrics;
  std::vector<analyse::ScoredPart> others;
  std::vector<RatedLimiter> limiters;         // those that fire, the costliest first
  std::vector<Unknown> unknowns;              // worth most first
  std::map<std::string, std::string> titles;  // of terms and other parts, by id
  std::string prices;                         // the month whose prices values and medians are in: "March 2019"
};

/// Runs the baseline of the one trust in `inputs`.
RateStudy study_rating(const run::Inputs& inputs, const trust::Fields& fields);

}  // namespace uor::cli
