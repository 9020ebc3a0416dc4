// Ids and codes in comma-separated values.
#pragma once

#include <string>
#include <string_view>

namespace uor::cli {

/// As csv_text writes it; without quotes while it has letters, digits, underscores and points only.
std::string csv_word(std::string_view text);

}  // namespace uor::cli
