// A run as one JSON object.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/uor/ask/library.hpp"
#include "core/uor/decide/planned.hpp"
#include "core/uor/report/result_json.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// What the run took, beside what it found.
struct Performance {
  double seconds = 0;
  int threads = 0;            // 0: not known
  double search_seconds = 0;  // before it, to find the number of trials
};

/// {version, commit, scenario, question, months, assessment_month, trials, seed, seconds, trials_per_second, threads,
/// out, stop (see stop_screen.hpp), plan (see plan_lines.hpp), notes, sector (of several trusts; see sector_json.hpp),
/// trusts: [...], results: [...]}; results has one entry a trust and side (report/result_json.hpp), the baseline before
/// its variants, each with `pounds` against the baseline. A figure that is not finite is null.
nlohmann::ordered_json json_of_run(const ask::Library& library, const model::Header& header,
                                   const std::vector<decide::PlannedOption>& plan,
                                   const std::vector<tally::Summary>& summaries, const tally::Sector* sector,
                                   const Performance& performance, const std::string& out);

}  // namespace uor::cli
