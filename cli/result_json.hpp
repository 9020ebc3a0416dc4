// A run as one JSON object.
#pragma once

#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/uor/analyse/odds.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/decide/planned.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::cli {

/// Indices of ratings, outstanding first, as JSON lists them.
inline constexpr std::array<std::size_t, 4> best_first = {3, 2, 1, 0};

/// What the run took, beside what it found.
struct Performance {
  double seconds = 0;
  int threads = 0;            // 0: not known
  double search_seconds = 0;  // before it, to find the number of trials
};

/// {outstanding, good, requires_improvement, inadequate}: shares, and their Monte Carlo standard errors with that of
/// good_or_better.
nlohmann::ordered_json json_of_shares(const analyse::Shares4& shares);
nlohmann::ordered_json json_of_shares(const analyse::Odds4& odds);
nlohmann::ordered_json json_of_shares(const tally::Counts4& counts);
nlohmann::ordered_json json_of_standard_errors(const analyse::Odds4& odds, const analyse::Estimate& good_or_better);

/// Adds good_or_better and expected_rating (the mean rating after limits, 1 to 4) of one trust on one side to `object`,
/// each with _standard_error, and _change to the baseline with _change_standard_error, paired.
void add_one_numbers(nlohmann::ordered_json& object, const tally::SideSummary& summary, std::size_t side);

/// {mean, cut, distance, words, cuts}: the mean latent, before limits, and how far it is from the next rating; cut and
/// distance are null where a file does not say its cuts.
nlohmann::ordered_json json_of_latent(double latent, const std::array<double, 3>& cuts);

/// {version, commit, scenario, question, months, assessment_month, trials, seed, seconds, trials_per_second, threads,
/// out, stop (see stop_screen.hpp), plan (see plan_lines.hpp), notes, sector (of several trusts; see sector_json.hpp),
/// trusts: [...], results:
/// [...]}; results has one entry a trust and side, the baseline before its variants. Shares sum to 1 over the four
/// ratings; migration is expected trials, rows baseline and columns scenario, from inadequate to outstanding, with the
/// ratings as margins; estimator says how odds were made (analyse/odds.hpp). expected_score is the mean latent.
/// combined is null where no combined ratings were given yet. A figure that is not finite is null.
nlohmann::ordered_json json_of_run(const ask::Library& library, const model::Header& header,
                                   const std::vector<decide::PlannedOption>& plan,
                                   const std::vector<tally::Summary>& summaries, const tally::Sector* sector,
                                   const Performance& performance, const std::string& out);

}  // namespace uor::cli
