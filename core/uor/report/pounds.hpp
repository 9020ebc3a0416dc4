// What one side brings against another, in pounds that foot: means over trials, GBP m.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/policy/shown.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/view.hpp"

namespace uor::report {

struct PoundsLine {
  std::string id, title;
  bool total = false;                     // what the others add up to
  double year_gbp_m = 0;                  // April to the month of the rating
  std::optional<double> full_year_gbp_m;  // the year after it, April to March; none where the run does not reach so far
};

struct Pounds {
  std::size_t first_month = 0, last_month = 0;  // indices of the year
  std::vector<PoundsLine> lines;                // empty when the runs did not summarise what they are made of
};

/// One side of a run.
struct SideView {
  View view;
  std::size_t side = 0;
};

/// `to` less `from`: of one trust, over the same months.
Pounds pounds_of(const SideView& from, const SideView& to, const policy::Shown& rows);

Json json_of(const PoundsLine& line);
Json json_of(const Pounds& pounds);

}  // namespace uor::report
