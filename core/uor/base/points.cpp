#include "core/uor/base/points.hpp"

#include <array>

namespace uor {

namespace {

constexpr std::array<std::string_view, 3> names = {"random", "lhs", "sobol"};

}  // namespace

std::string_view name_of(Points points) { return names[static_cast<std::size_t>(points)]; }

std::optional<Points> points_named(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Points>(i);
  }
  return std::nullopt;
}

std::vector<std::string> points_names() { return {names.begin(), names.end()}; }

}  // namespace uor
