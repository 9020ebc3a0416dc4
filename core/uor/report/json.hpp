// How the figures of a report are written as JSON: keys keep their order, a figure that is not finite is null.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "core/uor/analyse/probability.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::report {

using Json = nlohmann::ordered_json;

/// {value, standard_error}.
inline Json json_of(const analyse::Estimate& estimate) {
  return {{"value", estimate.value}, {"standard_error", estimate.standard_error}};
}

using Odds4 = std::array<analyse::Estimate, 4>;  // inadequate, requires improvement, good, outstanding

/// {inadequate, requires_improvement, good, outstanding}, each {value, standard_error}.
inline Json json_of(const Odds4& odds) {
  Json object;
  for (std::size_t grade = 0; grade < odds.size(); ++grade) object[policy::rating_ids[grade]] = json_of(odds[grade]);
  return object;
}

/// One entry an element, each as json_of writes it.
template <typename Range>
Json json_list(const Range& range) {
  Json list = Json::array();
  for (const auto& element : range) list.push_back(json_of(element));
  return list;
}

/// Null where nothing is known.
inline Json number_or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(); }
inline Json numbers_or_null(const std::vector<std::optional<double>>& values) {
  Json list = Json::array();
  for (const std::optional<double>& value : values) list.push_back(number_or_null(value));
  return list;
}

}  // namespace uor::report
