// Published ratings with what the model knows of each trust: what `fit` and `backtest` share.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "core/uor/fit/assessments.hpp"
#include "core/uor/fit/backtest.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::cli {

/// --assessments, --policy, --trials, --seed, --at-report-date and the plugins'.
void add_rated_options(Options& options);

struct RatedTrusts {
  policy::Policy policy;
  fit::Assessments assessments;
  std::vector<std::unique_ptr<std::vector<fit::Evidence>>> evidence;  // kept for the subjects
  std::vector<fit::Subject> subjects;
  std::vector<std::string> skipped;  // codes that are unknown, out of scope, or without a rating
  bool at_report_date = false;
  bool today = true;  // rated on the last twelve months as reported; else in month 12 of a simulated year
  std::string published_path, published_text;  // of which each trust knows what came out before its own report
};

/// Simulates the baseline of every rated trust. Error as of the files, and when no rated trust is known.
RatedTrusts rated_trusts(const Arguments& arguments);

/// The numbers of the rows, which are the priors of a fit.
fit::Numbers numbers_before(const policy::Policy& policy, const fit::Likelihood& likelihood);

}  // namespace uor::cli
