// What is said of a prompt that nobody has judged, on screen, page and workbook alike.
#pragma once

#include <string>

#include "core/uor/base/distribution.hpp"

namespace uor {

/// "drawn between 1.7 and 3.3 around 2.5, because nobody has judged it": of the distribution that the run draws from.
std::string unjudged_in_words(const Distribution& drawn);

}  // namespace uor
