// How an unknown was filled, in words for readers who do not know the program's.
#pragma once

#include <map>
#include <string>

#include "core/uor/model/fact.hpp"

namespace uor::report {

/// "Not reported. National figures stand in: half of the trials between 6.1 and 8.4 %, middle 7.2." What a file of an
/// earlier program says stays as it is. `titles`: of fields by their ids, for those that a figure is a share of.
std::string assumed_in_words(const model::Fact& fact, const std::map<std::string, std::string>& titles);

}  // namespace uor::report
