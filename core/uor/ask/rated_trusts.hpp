// Published ratings with what the model knows of each trust: what `fit` and `backtest` share.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/ask/model_request.hpp"
#include "core/uor/fit/assessments.hpp"
#include "core/uor/fit/backtest.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::ask {

inline constexpr std::uint64_t fewest_rated_trials = 8, most_rated_trials = 1'000'000, most_rated_seed = 1ull << 62;

struct RatedRequest {
  std::optional<std::string> assessments;  // a CSV with ods_code and uor_rating; those that ship
  std::uint64_t trials = 512;              // a trust
  std::optional<std::uint64_t> seed;
  bool at_report_date = false;    // asked for in words: then every rating needs its date
  bool hindsight = false;         // what is known now, not only what was published when each trust was rated
  bool same_day_quality = false;  // the quality rating of the report itself in place of an earlier one: hindsight
  bool forecast = false;          // rated in month 12 of a simulated year, not on the last twelve months as reported
  bool any_scope = false;         // trusts outside the framework's scope too
  ModelRequest model;
};

struct RatedTrusts {
  policy::Policy policy;
  fit::Assessments assessments;
  std::vector<std::unique_ptr<std::vector<fit::Evidence>>> evidence;  // kept for the subjects
  std::vector<fit::Subject> subjects;
  std::vector<std::string> skipped;  // codes that are unknown, out of scope, or without a rating
  bool at_report_date = true;
  bool today = true;  // rated on the last twelve months as reported; else in month 12 of a simulated year
  std::string published_path, published_text;  // of which each trust knows what came out before its own report
};

/// Simulates the baseline of every rated trust. Error as of the files, and when no rated trust is known.
RatedTrusts rated_trusts(const Library& library, const RatedRequest& request);

/// The numbers of the rows, which are the priors of a fit.
fit::Numbers numbers_before(const policy::Policy& policy, const fit::Likelihood& likelihood);

}  // namespace uor::ask
