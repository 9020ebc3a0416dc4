// One quantity by side and month, with its spread over trials.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/report/json.hpp"
#include "core/uor/report/view.hpp"

namespace uor::report {

/// Over trials, in the unit of the quantity; `standard_error` is of the mean.
struct Band {
  double mean = 0, standard_error = 0, sd = 0;
  double lower = 0, quarter = 0, median = 0, three_quarters = 0, upper = 0;  // 5, 25, 50, 75, 95 % of trials
};

Band band_of(const tally::Moments& moments, std::uint64_t trials);

struct Line {
  std::string id, title, unit;
  int polarity = 0;                                    // +1 higher is better, -1 lower is, 0 neither
  std::vector<std::vector<Band>> sides;                // [side][month]
  std::vector<std::vector<analyse::Estimate>> change;  // [side][month]: mean paired change to the baseline
};

/// Nothing when the run did not summarise the quantity.
std::optional<Line> line_of(const View& view, const std::string& id);

/// Those of `ids` that the run summarised, in that order.
std::vector<Line> lines_of(const View& view, const std::vector<std::string>& ids);

/// Sum over months first..last (indices, both included) of the means of a flow: the mean of the sum. 0 when the run did
/// not summarise the quantity.
double mean_sum(const View& view, const std::string& id, std::size_t side, std::size_t first, std::size_t last);

Json json_of(const Band& band);
Json json_of(const Line& line);

}  // namespace uor::report
