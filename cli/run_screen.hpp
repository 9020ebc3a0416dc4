// A whole run on a screen, straight from the engine or from a result file.
#pragma once

#include <vector>

#include "cli/style.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/decide/planned.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// Of many levels: the last ones beside the baseline, or every one.
enum class Levels { last, all };

/// Heading, the plan in words, then each trust in full (or the sector when they are many), then the notes. `sector` may
/// be null: then many trusts are a line each.
void print_run(const ask::Library& library, const model::Header& header, const std::vector<decide::PlannedOption>& plan,
               const std::vector<tally::Summary>& summaries, const tally::Sector* sector, const Style& style,
               Levels levels = Levels::last);

}  // namespace uor::cli
