#include "core/uor/model/own_figures.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/model/today.hpp"
#include "core/uor/trust/month.hpp"

namespace uor::model {
namespace {

const std::string& year_of(const trust::Trust& trust, const Inputs& inputs) {
  return trust.policy_year.empty() ? inputs.policy.default_year : trust.policy_year;
}

std::string words(int month, const std::string& year) { return trust::date_in_words(iso_month(month, year)); }

}  // namespace

void check_figure_months(const Inputs& inputs) {
  const scenario::RunSettings& run = inputs.scenario.run;
  const int struck = run.today ? 12 : run.assessment_month.value_or(run.months);
  for (const trust::Trust& trust : inputs.trusts) {
    const std::string& year = year_of(trust, inputs);
    for (const auto& [id, reported] : trust.reported) {
      const int month = month_of_run(reported.month, year);
      if (month <= struck) continue;
      throw Error(reported.where,
                  fmt::format("{} is of {}, after the rating ({}, month {} of {}), correct the month{}", id,
                              trust::date_in_words(reported.month), words(struck, year), struck, year,
                              trust.policy_year.empty() ? " or give the policy_year" : " or the policy_year"));
    }
  }
}

std::vector<std::string> figure_notes(const trust::Trust& trust, const Inputs& inputs, const Plan& plan) {
  const std::string& year = year_of(trust, inputs);
  const int struck = plan.today ? month_now(trust, year) : plan.assessment_month;
  std::vector<std::string> notes;
  for (const policy::Metric& metric : inputs.policy.metrics) {
    const auto found = trust.reported.find(metric.id);
    if (found == trust.reported.end() || found->second.month.empty()) continue;
    const int month = month_of_run(found->second.month, year);
    const int known = struck - (plan.publication_lag ? metric.lag_months : 0);
    const std::string says = found->second.source.empty() ? "" : ", " + found->second.source;
    const std::string of =
        fmt::format("{}: {} is of {}{}", trust.code, metric.id, trust::date_in_words(found->second.month), says);
    notes.push_back(month > known
                        ? fmt::format("{}: fresher than what is published by the rating ({}), it counts {:.0f} % "
                                      "against that",
                                      of, words(known, year), 100 * plan.fresh_credibility)
                        : fmt::format("{}: no fresher than what is published by the rating ({}), so without "
                                      "credit",
                                      of, words(known, year)));
  }
  return notes;
}

}  // namespace uor::model
