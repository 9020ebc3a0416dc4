// A plan, taken apart: today's odds, each action alone, all together, and each one's share of the change.
#pragma once

#include "core/uor/decide/attribute.hpp"

namespace uor::decide {

struct ActionAlone {
  std::string driver, title, words;
  int from_month = 1;    // in which it first acts
  study::Figure change;  // of the goal's odds, were it the only one
  study::Figure share;   // of the change with all of them
};

struct PlanStudy {
  std::string name, title;  // of the option
  Goal goal = Goal::good;
  std::uint64_t trials = 0;
  study::Figure today, together, change;
  std::vector<ActionAlone> actions;
  std::size_t orders = 0;  // as Attributed
};

/// One option of the inputs' scenario on its first trust.
PlanStudy study_plan(const model::Inputs& inputs, const scenario::Variant& option, Goal goal, std::uint64_t trials,
                     run::Workers& workers);

}  // namespace uor::decide
