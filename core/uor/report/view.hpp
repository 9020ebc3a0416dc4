// One trust of a run, read by the ids of its quantities.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/uor/tally/result.hpp"

namespace uor::report {

struct View {
  const model::Header& header;
  const tally::Summary& summary;

  std::size_t sides() const { return summary.sides.size(); }
  std::size_t months() const { return static_cast<std::size_t>(header.months); }
  /// Index of the month at which the rating is struck.
  std::size_t assessment() const { return static_cast<std::size_t>(header.assessment_month - 1); }
  /// Index of April of the financial year in which the rating is struck.
  std::size_t april() const { return assessment() / 12 * 12; }
  const tally::SideSummary& side(std::size_t index) const { return summary.sides[index]; }

  /// Where a quantity stands among those summarised; nothing when the run did not summarise it.
  std::optional<std::size_t> find(const std::string& id) const;
  const tally::Moments& moments(std::size_t quantity, std::size_t side, std::size_t month) const {
    return summary.sides[side].moments[quantity * months() + month];
  }
};

}  // namespace uor::report
