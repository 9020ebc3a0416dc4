// How many of the initial metrics a trust reports, how many follow from other figures that it reports, and how many are
// drawn: as a run wrote them down.
#pragma once

#include <cstddef>

#include "core/uor/model/header.hpp"

namespace uor::model {

struct KnownMetrics {
  std::size_t reported = 0, derived = 0, all = 0;
  std::size_t carried = 0;  // of those reported: on another basis, and carried over

  std::size_t drawn() const { return all - reported - derived; }
};

/// Of trust number `trust`, by what the run says that it assumed.
KnownMetrics known_metrics(const Header& header, std::size_t trust);

}  // namespace uor::model
