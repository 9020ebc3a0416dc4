// Peeling and pasting on the trials that a box is found with.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/uor/study/levelled.hpp"
#include "core/uor/study/prim.hpp"

namespace uor::study {

/// From which level to which, both inside. [column]
struct Limits {
  std::vector<std::uint16_t> low, high;
};

class Peeling {
 public:
  Peeling(std::span<const Column> columns, Column outcome, const std::vector<std::uint32_t>& trials);

  /// Once.
  void peel(const PrimRule& rule);
  /// What the trials left hold after each peel, from all of them on.
  const std::vector<Caught>& path() const { return path_; }
  /// The limits on the way with the largest sum of outcome - level, with each edge moved to where that is largest.
  Limits best(double level) const;
  Box box_of(const Limits& limits) const;

 private:
  /// Levels at one end of a column that hold a peel of trials.
  struct End {
    std::size_t column = 0, count = 0;
    std::uint16_t to = 0;  // the first level inside, then the last
    bool low = true;
    double sum = 0;
  };
  std::optional<End> end_of(std::size_t column, bool low, std::size_t least) const;
  std::optional<End> best_end(const PrimRule& rule) const;
  void take(const End& end);
  void drop(std::uint32_t place);
  void note();
  bool move_edges(Limits& limits, std::size_t column, double level) const;
  std::vector<double> excess_by_level(const Limits& limits, std::size_t column, double level) const;
  bool holds(const Limits& limits, std::size_t column, std::size_t place) const;

  std::vector<Levelled> columns_;
  std::vector<double> outcome_;        // [place]
  std::vector<std::uint32_t> left_;    // places
  std::vector<std::uint32_t> counts_;  // [column][level], of those left
  std::vector<double> sums_;           // the same of the outcome
  double sum_ = 0, total_ = 0;         // outcome of those left, and of all
  Limits limits_;
  std::vector<Limits> steps_;  // after each peel, from none on
  std::vector<Caught> path_;
};

}  // namespace uor::study
