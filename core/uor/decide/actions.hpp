// A plan, taken apart: today's odds, each action alone, all together, and each one's share of the change.
#pragma once

#include "core/uor/decide/attribute.hpp"
#include "core/uor/decide/planned.hpp"

namespace uor::decide {

struct ActionAlone {
  PlannedAction planned;
  study::Figure change;  // of the goal's odds, were it the only one
  study::Figure share;   // of the change with all of them
};

struct PlanStudy {
  std::string name, title;  // of the option
  int assessment_month = 12;
  Goal goal = Goal::good;
  std::uint64_t trials = 0;
  study::Figure today, together, change;
  std::vector<ActionAlone> actions;
  std::size_t orders = 0;  // as Attributed
};

/// The option with each of its players alone.
Variants sides_alone(const scenario::Variant& option);

/// One option of the inputs' scenario on its first trust.
PlanStudy study_plan(const model::Inputs& inputs, const scenario::Variant& option, Goal goal, std::uint64_t trials,
                     run::Workers& workers);

}  // namespace uor::decide
