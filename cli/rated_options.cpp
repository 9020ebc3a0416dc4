#include "cli/rated_options.hpp"

#include "cli/model_options.hpp"

namespace uor::cli {

void add_rated_options(Options& options) {
  add_value(options, "assessments", "FILE",
            "published ratings: a CSV with ods_code and uor_rating (default: those that ship)");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework)");
  add_value(options, "trials", "N", "trials a trust (default 512)");
  add_value(options, "seed", "S", "seed of all draws (default 1)");
  add_flag(options, "at-report-date", "only what was published when each trust was rated (the default)");
  add_flag(options, "hindsight", "what was published later too, whatever the date of the report");
  add_flag(options, "with-quality", "earlier quality ratings as evidence: the policy quality in place of framework");
  add_flag(options, "same-day-quality", "that, with the quality rating of the report itself: no forecast");
  add_flag(options, "forecast", "rated in month 12 of a simulated year, not on the last twelve months as reported");
  add_policy_set_option(options);
  add_plugin_options(options);
  add_scope_option(options);
}

}  // namespace uor::cli
