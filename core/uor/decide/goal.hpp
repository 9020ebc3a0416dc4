// Which odds a question is about.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace uor::decide {

/// A rating at least as good as this one.
enum class Goal : std::size_t { requires_improvement, good, outstanding };

inline constexpr std::size_t goal_count = 3;

/// "requires_improvement", "good", "outstanding": what options write.
std::string_view name_of(Goal goal);
/// Of a name, or of the rating in words ("requires improvement").
std::optional<Goal> goal_named(std::string_view name);
std::vector<std::string> goal_names();

}  // namespace uor::decide
