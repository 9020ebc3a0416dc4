// Odds and their changes on the screens of questions.
#pragma once

#include <string>

#include "core/uor/decide/goal.hpp"
#include "core/uor/study/column.hpp"

namespace uor::cli {

/// "17.8 %".
std::string odds_text(double odds);
/// "+2.3 ±0.1" in points; "not distinguishable from 0" within two errors of it.
std::string points_text(const study::Figure& change);
/// "0.153 ±0.004"; what is below nought by chance is "0 ±0.004".
std::string index_text(const study::Figure& index);
/// "good or better".
std::string goal_text(decide::Goal goal);

}  // namespace uor::cli
