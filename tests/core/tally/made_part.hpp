// A part whose trial t has the value t in one column and the rating "good".
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/uor/tally/part.hpp"

namespace uor::test {

inline constexpr tally::Scale made_scale = {1000.25, 0.7};

inline tally::Tally piece_of(std::uint64_t first, std::size_t trials, tally::Distributions* distributions = nullptr) {
  std::vector<double> values(trials);
  std::iota(values.begin(), values.end(), static_cast<double>(first));
  std::vector<std::uint16_t> bins(trials);
  tally::Tally tally;
  tally.sums.start(1, trials);
  const tally::Extremes found = tally.sums.add(0, values.data(), nullptr, made_scale, 0, trials, bins.data());
  if (distributions != nullptr) {
    distributions->add(0, values.data(), bins.data(), trials, found, made_scale);
    distributions->passed(trials);
  }
  tally.counts.resize(1);
  tally.counts[0].start(0, 1, 0, 0, 1);
  tally.counts[0].rating[2] = trials;
  tally.implausible.assign(1, trials);
  return tally;
}

/// Trials first .. first + trials - 1 of trust 0.
inline tally::Part made_part(std::uint64_t first, std::uint64_t trials) {
  tally::Part part(tally::PartShape{1, 0, 1, 1, 0, 0, 1}, 0, first);
  part.distributions.start(1);
  for (std::uint64_t done = 0; done < trials;) {
    const std::uint64_t piece = std::min<std::uint64_t>(1024, trials - done);
    part.add(piece_of(first + done, piece, &part.distributions), piece);
    done += piece;
  }
  return part;
}

}  // namespace uor::test
