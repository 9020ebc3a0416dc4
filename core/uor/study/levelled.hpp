// Columns as levels of their order: what peeling counts.
#pragma once

#include <cstdint>
#include <vector>

#include "core/uor/study/column.hpp"

namespace uor::study {

/// Some trials of one column. Equal values share a level; levels hold about equally many trials.
class Levelled {
 public:
  static constexpr std::size_t levels = 1024;  // an edge is known to a thousandth of the trials

  Levelled(Column column, const std::vector<std::uint32_t>& trials);

  std::uint16_t at(std::size_t place) const { return level_[place]; }
  /// Halfway between the largest value below a level and the least of it or of later ones.
  double edge(std::size_t level) const;

 private:
  std::vector<double> sorted_;
  std::vector<std::uint16_t> level_;  // [place]: of the trial there
};

}  // namespace uor::study
