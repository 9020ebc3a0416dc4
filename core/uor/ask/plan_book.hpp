// A plan as a workbook: what it does and brings, what it would take, what the odds hang on, what to find out.
#pragma once

#include <string>
#include <vector>

#include "core/uor/ask/planned.hpp"
#include "core/uor/base/partial_file.hpp"

namespace uor::ask {

struct PlanBook {
  std::string code;  // of the trust
  std::vector<PlanAnswer> plans;
  decide::Solution solution;
  decide::Sensitivity sensitivity;
};

/// Answers on the plan of the request, on the odds that are asked for, and on what they hang on.
PlanBook plan_book(const Library& library, const DecideRequest& request, double odds);

/// Sheets Plan, Pounds, To reach RATING, Sensitivity with its tornado, and Visit; where the file lies then. Error
/// (Fault::run) when it cannot be written.
std::string write_plan_book(PartialFile file, const PlanBook& answers);

}  // namespace uor::ask
