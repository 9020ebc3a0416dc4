// Which quantities a scenario moved most, on one scale.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/uor/analyse/probability.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

struct Mover {
  std::size_t quantity = 0;  // index into Header::summarised
  Estimate change;           // mean paired change at the assessment month, in the quantity's unit
  double baseline_mean = 0;
  double standardised = 0;  // size_of_change()
  int better = 0;           // +1 the change is for the better, -1 for the worse, 0 no polarity
};

/// The summarised quantities of `side` (1 or more) that changed, the largest |standardised| first, at most `limit`;
/// equals by title. Only metrics unless `kinds` says otherwise.
std::vector<Mover> biggest_movers(const model::Header& header, const tally::Summary& summary, std::size_t side,
                                  std::size_t limit, const std::vector<Kind>& kinds = {Kind::metric});

}  // namespace uor::analyse
