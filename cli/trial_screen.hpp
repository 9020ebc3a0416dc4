// One trial on a screen: what was drawn, the statement, metrics, scores, the rules that fired, the rating.
#pragma once

#include "cli/style.hpp"
#include "core/uor/ask/replay.hpp"

namespace uor::cli {

void print_trial(const ask::Replay& replay, const model::Inputs& inputs, const Style& style);

/// "Equal to the file: ..." or each column that differs.
void print_comparison(const ask::ReplayComparison& comparison, const std::string& path, const Style& style);

}  // namespace uor::cli
