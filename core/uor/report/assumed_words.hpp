// How an unknown was filled, in words for readers who do not know the program's.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace uor::report {

/// How an assumption about a prompt begins; what follows says how it is drawn (unjudged_in_words).
inline constexpr std::string_view not_judged = "not judged, ";

/// "not reported, drawn from the national quartiles(6.1, 7.2, 8.4) truncated to [0, 40] percent" in words: "Not
/// reported. National figures stand in: half of the trials between 6.10 and 8.40 %, middle 7.20." What it does not
/// understand it returns as it is. `titles`: of fields by their ids, for those that a figure is a share of.
std::string assumed_in_words(const std::string& how, const std::map<std::string, std::string>& titles);

}  // namespace uor::report
