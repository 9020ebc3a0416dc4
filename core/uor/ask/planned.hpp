// A plan in pounds beside its odds.
#pragma once

#include <vector>

#include "core/uor/ask/decide_request.hpp"
#include "core/uor/report/pounds.hpp"

namespace uor::ask {

struct PlanAnswer {
  decide::PlanStudy study;
  report::Pounds together;
  std::vector<report::Pounds> alone;  // in the order of the study's actions
};

/// Each option of the scenario, of the workbook that is the subject, or of the result file. Error when there is none.
std::vector<PlanAnswer> plans(const Library& library, const DecideRequest& request);

/// What a run does to its trust, option by option; none where trusts are several.
std::vector<decide::PlannedOption> plan_in_words(const model::Inputs& inputs);
/// The same of a result file; none where it cannot be asked again.
std::vector<decide::PlannedOption> plan_in_words(const Library& library, const store::Result& result);

/// What each side brings against the baseline, on the inputs' first trust: in the year of the rating and in the year
/// after it, which is simulated too.
std::vector<report::Pounds> pounds_of_sides(const model::Inputs& inputs, const decide::Variants& sides,
                                            std::uint64_t trials, run::Workers& workers);

}  // namespace uor::ask
