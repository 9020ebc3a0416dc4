// What differs between two sides, as players who take part or not.
#pragma once

#include <string>
#include <vector>

#include "core/uor/scenario/scenario.hpp"

namespace uor::decide {

/// All that two sides do otherwise to one driver, or their savings schemes.
struct Player {
  std::string id;  // the driver's, or "schemes"
};

inline constexpr const char* schemes_player = "schemes";

/// Drivers that the sides change otherwise, in the order in which `to`, then `from`, names them; schemes last.
std::vector<Player> players_between(const scenario::Variant& from, const scenario::Variant& to);

/// `from` with what `to` does to the drivers of those who take part. [player]
scenario::Variant with_players(const scenario::Variant& from, const scenario::Variant& to,
                               const std::vector<Player>& players, const std::vector<bool>& taking_part);

}  // namespace uor::decide
