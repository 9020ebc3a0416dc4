// Numbers of the figures that a page carries: as many digits as a chart can show.
#pragma once

#include <cmath>

#include "core/uor/report/json.hpp"

namespace uor::report::page {

/// Every number that is no integer, rounded to six significant digits: a page is then half as large.
inline Json shortened(Json json) {
  constexpr int digits = 6;
  if (json.is_number_float()) {
    const double value = json.get<double>();
    if (!std::isfinite(value) || value == 0) return json;
    const double scale = std::pow(10.0, digits - 1 - static_cast<int>(std::floor(std::log10(std::abs(value)))));
    return std::isfinite(scale) ? Json(std::round(value * scale) / scale) : json;
  }
  if (json.is_structured())
    for (auto& element : json) element = shortened(std::move(element));
  return json;
}

}  // namespace uor::report::page
