// What changes bring in pounds, line by line.
#pragma once

#include <string>
#include <vector>

#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/trust_blocks.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/report/pounds.hpp"

namespace uor::cli {

struct NamedPounds {
  std::string name;
  report::Pounds pounds;
};

/// A row each in the year and, where it was simulated, in a full year; empty where nothing is known of any.
Lines pounds_block(const std::vector<NamedPounds>& changes, const Style& style);

/// Each scenario of a run against its baseline. [side - 1]
std::vector<NamedPounds> pounds_of_run(const model::Header& header, const tally::Summary& summary,
                                       const ask::Library& library);

}  // namespace uor::cli
