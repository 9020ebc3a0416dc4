#include "core/uor/base/quantity.hpp"

#include <array>

namespace uor {

std::string_view name_of(Kind kind) {
  static constexpr std::array<std::string_view, 4> names = {"driver", "intermediate", "metric", "score"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Behaviour behaviour) {
  static constexpr std::array<std::string_view, 4> names = {"flow", "stock", "rate", "ytd"};
  return names[static_cast<std::size_t>(behaviour)];
}

}  // namespace uor
