// From-to tables read the other way.
#pragma once

#include "core/uor/analyse/odds.hpp"

namespace uor::analyse {

/// What goes from each rating to each, as it goes back.
inline FromTo turned_round(const FromTo& pairs) {
  FromTo turned{};
  for (std::size_t from = 0; from < 4; ++from)
    for (std::size_t to = 0; to < 4; ++to) turned[to][from] = pairs[from][to];
  return turned;
}

}  // namespace uor::analyse
