// One trust's results on a screen.
#pragma once

#include "cli/trust_blocks.hpp"
#include "core/uor/ask/library.hpp"

namespace uor::cli {

/// "cip_slippage: what it asks", months, trials and seed: once a run, above the trusts.
void print_run_heading(const model::Header& header, const Style& style);

/// Everything a user must be told about one trust, at most screen_width columns wide.
void print_trust_screen(const TrustView& view, const ask::Library& library);

/// Levers too late for the visit and other notes of the run: once a run, below the trusts.
void print_notes(const model::Header& header, const Style& style);

}  // namespace uor::cli
