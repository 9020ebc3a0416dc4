// Limits on the rating and characteristics of the framework, each with the share of trials in which it holds.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/context.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/view.hpp"

namespace uor::report {

struct Holding {
  std::string id, title;
  std::string rating;    // of a characteristic: the rating it is typical of; of a limit: the best it allows
  std::string kloe;      // that its conditions are about, or ""
  std::string standing;  // of the rule
  std::vector<std::string> quantities;   // that its conditions read
  std::vector<analyse::Estimate> share;  // [side], of trials, at the assessment month
};

std::vector<Holding> limiters_of(const View& view, const policy::Policy& policy);
std::vector<Holding> characteristics_of(const View& view, const policy::Policy& policy);

Json json_of(const Holding& holding);

}  // namespace uor::report
