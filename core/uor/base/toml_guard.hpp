// What is looked for in TOML text before its parser sees it: nesting that the parser would follow by recursion, bytes
// that it mishandles, and keys that are given twice.
#pragma once

#include <functional>
#include <string_view>

#include "core/uor/base/error.hpp"

namespace uor {

/// What messages call a line and column of the text.
using PlaceOf = std::function<Where(int line, int column)>;

/// Error for text above limits::toml_bytes, deeper than limits::toml_depth (tables, lists, dotted keys), with bytes
/// that are not UTF-8, with control characters, or with characters outside quotes and comments that TOML does not have
/// there. Error for a key or a table that is given twice, naming both places.
void guard_toml(std::string_view text, const PlaceOf& place_of);

}  // namespace uor
