// A tidy table as comma-separated values.
#pragma once

#include <string>

#include "core/uor/store/long_table.hpp"

namespace uor::cli {

/// A line of names, then a line a row; a number that is not known is an empty cell.
std::string csv_of(const store::LongTable& table);

}  // namespace uor::cli
