#include "cli/decide_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace uor::cli {

std::string odds_text(double odds) { return fmt::format("{:.1f} %", 100 * odds); }

std::string points_text(const study::Figure& change) {
  constexpr double sure = 2;  // errors
  if (change.value == 0 && change.error == 0) return "none";
  if (std::abs(change.value) <= sure * change.error) return "not distinguishable from 0";
  return fmt::format("{:+.2f} ±{:.2f}", 100 * change.value, 100 * change.error);
}

std::string index_text(const study::Figure& index) {
  if (index.value <= 0) return fmt::format("0 ±{:.3f}", index.error);
  return fmt::format("{:.3f} ±{:.3f}", index.value, index.error);
}

std::string goal_text(decide::Goal goal) {
  std::string word(name_of(goal));
  std::replace(word.begin(), word.end(), '_', ' ');
  return goal == decide::Goal::outstanding ? word : word + " or better";
}

}  // namespace uor::cli
