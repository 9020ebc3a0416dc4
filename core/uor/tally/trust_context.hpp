// What threads share of one trust while its trials are run and added up.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/parameters.hpp"
#include "core/uor/tally/histogram.hpp"

namespace uor::tally {

/// Everything of one trust that threads share.
struct TrustContext {
  std::size_t index;
  std::string code;
  const model::DriverSource* source;
  model::ParameterTable parameters;
  std::vector<double> peers;  // peer median of each of Plan::published
  std::vector<Scale> scales;  // [side][summarised][month], from the pilot
};

}  // namespace uor::tally
