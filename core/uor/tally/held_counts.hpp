// Quantile counts of one trust between its pieces, without the bins that no value fell into.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/uor/tally/bins.hpp"
#include "core/uor/tally/tally.hpp"

namespace uor::tally {

/// Where trusts take turns, each holds its counts for the whole run. Of each column only the bins between the smallest
/// and the largest value so far are held, in 16 bits: about a tenth of Distributions.
class HeldCounts {
 public:
  /// Moves what one piece counted into here and leaves `piece` as start() makes it. `scales` are the trust's,
  /// as the columns: [side][summarised][month].
  void take(Distributions& piece, const std::vector<Scale>& scales);

  /// All that was taken, as one Distributions.
  Distributions all() const;

 private:
  static constexpr std::size_t inner_bins = bin_below;         // bins of values rise with the values
  static constexpr std::size_t tail = bin_count - inner_bins;  // below, above, not finite
  struct Column {
    double minimum, maximum;
    std::array<std::uint32_t, tail> tails{};
    std::uint16_t first = 0;             // bin of counts[0]
    std::vector<std::uint16_t> counts;   // adjacent bins
    std::vector<std::uint16_t> carried;  // bins that hold 65,536 more, once each time
  };
  static void widen(Column& column, std::size_t first, std::size_t last);
  static void move_inner(Column& column, const Scale& scale, std::uint16_t* counts);

  std::vector<Column> columns_;
  FarCounts far_;
};

}  // namespace uor::tally
