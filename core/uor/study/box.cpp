#include "core/uor/study/box.hpp"

#include <algorithm>
#include <cmath>

namespace uor::study {

bool inside(const Box& box, std::span<const Column> columns, std::size_t trial) {
  return std::all_of(box.sides.begin(), box.sides.end(), [&](const BoxSide& side) {
    const double value = columns[side.column][trial];
    return value >= side.low && value <= side.high;
  });
}

std::string sentence_of(const Box& box, const std::vector<std::string>& titles,
                        const std::function<std::string(std::size_t column, double value)>& words_of) {
  std::string text;
  for (const BoxSide& side : box.sides) {
    const bool low = std::isfinite(side.low), high = std::isfinite(side.high);
    text += (text.empty() ? "" : " and ") + titles[side.column];
    if (low && high) text += " between " + words_of(side.column, side.low) + " and ";
    if (low != high) text += low ? " above " : " below ";
    text += words_of(side.column, high ? side.high : side.low);
  }
  return text.empty() ? "always" : text;
}

}  // namespace uor::study
