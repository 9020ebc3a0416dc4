// What KLOE scores would be were one quantity otherwise: the scoring nodes of the assessment month, called again.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/uor/run/engine.hpp"

namespace uor::run {

/// Columns of one month by quantity, each as a row of Columns: aligned, [count] with count a multiple of lane_count.
using ColumnsById = std::map<std::string, const double*>;

/// The nodes of phase 2 that lead to the KLOE scores, for one trust in the assessment month. Only scoring is done
/// again: activity, money and limiters stay as the run made them.
class ScoreNodes {
 public:
  /// `trust` is an index into inputs.trusts.
  ScoreNodes(const model::Inputs& inputs, std::size_t trust);
  ~ScoreNodes();
  ScoreNodes(ScoreNodes&&) noexcept;

  /// Quantities that must be among the columns given to scores_with(): all that the nodes read, and the KLOE scores.
  const std::vector<std::string>& reads() const;

  /// What goes into the node of each KLOE's score on the scale 1..4 (unit "score"), in the node's order.
  const std::vector<std::vector<std::string>>& parts() const;

  /// Whether a change of the quantity reaches a KLOE score through scoring alone.
  bool reaches_a_score(const std::string& quantity) const;

  /// KLOE scores with `quantity` replaced by `column` and everything else as in `columns`. [kloe][trial]. A node that
  /// reads what changes at another month than this one keeps what it read. Error (Fault::run) when a plugin fails.
  std::vector<std::vector<double>> scores_with(const std::string& quantity, const double* column,
                                               const ColumnsById& columns, std::size_t count) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace uor::run
