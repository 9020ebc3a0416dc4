#include "core/uor/decide/goal.hpp"

#include <algorithm>

namespace uor::decide {

namespace {

constexpr std::array<std::string_view, goal_count> names = {"requires_improvement", "good", "outstanding"};

}  // namespace

std::string_view name_of(Goal goal) { return names[static_cast<std::size_t>(goal)]; }

std::optional<Goal> goal_named(std::string_view name) {
  std::string word(name);
  std::replace(word.begin(), word.end(), ' ', '_');
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) return {};
  return static_cast<Goal>(found - names.begin());
}

std::vector<std::string> goal_names() { return {names.begin(), names.end()}; }

}  // namespace uor::decide
