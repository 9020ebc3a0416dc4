// A run of several trusts: how many hold each rating, by type, and each trust's odds in a row.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/uor/report/json.hpp"
#include "core/uor/report/odds.hpp"
#include "core/uor/run/sector.hpp"

namespace uor::report {

/// The number of trusts with one rating on one side, over trials.
struct HeldCount {
  run::CountSpread spread;
  double standard_error = 0;  // of the mean
  double spread_ratio = 0;    // sd over what it would be if trusts were independent; NaN where nothing varies
  run::CountHistogram histogram;
};

struct SectorFigures {
  std::size_t trusts = 0;
  std::uint64_t trials = 0;
  std::vector<std::array<HeldCount, 4>> held;                 // [side][rating]
  std::vector<std::array<std::array<double, 4>, 4>> from_to;  // [side][from][to]: expected trusts
  std::vector<std::string> types;
  std::vector<std::uint64_t> type_trusts;
  std::vector<std::vector<std::array<double, 4>>> by_type;  // [side][type][rating]: expected trusts
};

SectorFigures figures_of_sector(const run::Sector& sector);

/// One trust in the table of a run.
struct TrustRow {
  std::string code, name, type;
  int metrics_reported = 0;
  std::vector<Odds4> rating;                       // [side]
  std::vector<double> expected_score;              // [side]
  std::vector<analyse::Estimate> expected_change;  // [side]: paired, to the baseline
  std::vector<double> below_good;                  // [side]: share of trials
};

std::vector<TrustRow> trust_rows(const run::Header& header, const std::vector<run::Summary>& summaries);

Json json_of(const HeldCount& held);
Json json_of(const SectorFigures& sector);
Json json_of(const TrustRow& row);

}  // namespace uor::report
