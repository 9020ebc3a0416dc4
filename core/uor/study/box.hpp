// A box in the space of some columns: where trials with a property gather.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "core/uor/study/column.hpp"

namespace uor::study {

/// One column between two values.
struct BoxSide {
  std::size_t column = 0;
  double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
  double chance = 0;  // that the trials that this side leaves out would differ as much from the others by luck
};

/// Of an outcome between 0 and 1 in each trial: a property, or its probability.
struct Caught {
  double mass = 0;      // share of the trials that the box holds
  double density = 0;   // mean outcome of those
  double coverage = 0;  // share of the whole outcome that they have
};

struct Box {
  std::vector<BoxSide> sides;
  Caught training, held_out;  // on the trials that it was found with, and on the others
};

bool inside(const Box& box, std::span<const Column> columns, std::size_t trial);

/// "savings delivery below 72 % and occupancy above 88 %", in the order of the sides; "always" of a box without sides.
std::string sentence_of(const Box& box, const std::vector<std::string>& titles,
                        const std::function<std::string(std::size_t column, double value)>& words_of);

}  // namespace uor::study
