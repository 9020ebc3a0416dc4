// Month 0 as the lines of the finance report read it in which `uor check` echoes a trust file.
#pragma once

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "core/uor/policy/shown.hpp"

namespace uor::cli {

/// Month 0 at the medians, by quantity (run::month_zero). NaN: no such quantity, or no terms.
struct MonthZero {
  std::map<std::string, double> values;

  double operator[](const std::string& id) const {
    const auto found = values.find(id);
    return found == values.end() ? std::nan("") : found->second;
  }
  double year(const std::string& id) const { return 12 * (*this)[id]; }
  double of(const std::vector<policy::Term>& terms) const;
};

}  // namespace uor::cli
