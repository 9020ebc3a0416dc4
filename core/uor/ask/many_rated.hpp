// Today's odds of many trusts that are loaded together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/analyse/odds.hpp"
#include "core/uor/ask/loaded.hpp"

namespace uor::ask {

struct ManyRequest {
  LoadRequest load;
  std::uint64_t trials = 4096;  // a trust; multiples of whole_trials are Sobol points, others random
  std::optional<std::uint64_t> seed;
  ModelRequest model;
};

struct RatedTrust {
  std::string code, name, region, stp;
  int metrics_reported = 0;
  int closed_months = 0;  // with today's odds: 0 is last year's outturn
  analyse::Odds4 rating{};
  analyse::Estimate good_or_better{};
  double finance_score = 0;  // mean, 1 best to 4 worst; NaN where there is none
  trust::PublishedRatings published = {};
  std::vector<std::string> warnings = {};
};

struct ManyRated {
  std::vector<RatedTrust> trusts;  // in the order in which they were loaded
  std::vector<std::string> left_out, notes;
  std::uint64_t trials = 0, seed = 0;
};

/// Error as load_trusts() and of the policy.
ManyRated ratings_of(const Library& library, const ManyRequest& request);

}  // namespace uor::ask
