// Shapley shares of a change: what each player adds, on average over all orders in which they could join.
#pragma once

#include <vector>

#include "core/uor/study/coalition.hpp"
#include "core/uor/study/column.hpp"

namespace uor::study {

struct Attribution {
  double from = 0, to = 0;  // nobody takes part; all do
  Figure total;             // to - from
  /// [player]: adds up to the total, but for rounding (1e-12 of values about 1); exactly 0, error 0, of a player who
  /// changes nothing.
  std::vector<Figure> shares;
  /// [player * players + other]: what the two bring together beyond what each brings, on average over coalitions of
  /// others (Grabisch and Roubens 1999); 0 on the diagonal.
  std::vector<Figure> interactions;
  std::size_t players() const { return shares.size(); }
};

/// Of the values of all coalitions, indexed by them: a number of them that is a power of two (assert).
Attribution shapley(std::span<const double> values);

/// The same of columns, one number a trial, which are paired trial by trial: so shares have errors. Memory: about
/// players^2 / 2 numbers a trial, however many coalitions.
class ShapleySum {
 public:
  ShapleySum(std::size_t players, std::size_t trials);
  /// Each coalition once, in any order.
  void add(Coalition coalition, Column values);
  /// Once all were added (assert).
  Attribution result() const;

 private:
  bool idle(std::size_t player) const;
  void add_weighted(std::size_t row, double weight, Column values);
  Figure with_error(std::size_t row, double value) const;

  std::size_t players_, trials_, added_ = 0;
  std::vector<double> means_;         // [coalition]
  std::vector<std::uint64_t> marks_;  // [coalition]: hash of its column
  std::vector<double> rows_;          // [player, then pair, then total][trial]
};

}  // namespace uor::study
