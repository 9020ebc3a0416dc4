// A run of several trusts: how many hold each rating, by type, and each trust's odds in a row.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/report/odds.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::report {

/// The number of trusts with one rating on one side, over trials.
struct HeldCount {
  tally::CountSpread spread;
  double standard_error = 0;      // of the mean
  double spread_ratio = 0;        // sd over what it would be if trusts were independent; NaN where nothing varies
  std::vector<double> histogram;  // expected trials in which 0, 1, 2, ... trusts hold it
};

struct SectorFigures {
  std::size_t trusts = 0;
  std::uint64_t trials = 0;
  std::vector<std::array<HeldCount, 4>> held;                 // [side][rating]
  std::vector<std::array<std::array<double, 4>, 4>> from_to;  // [side][from][to]: expected trusts
  std::vector<std::string> types;
  std::vector<std::uint64_t> type_trusts;
  std::vector<std::vector<std::array<double, 4>>> by_type;  // [side][type][rating]: expected trusts
  std::vector<analyse::SectorOdds> odds;                    // [side]: all trusts together
};

SectorFigures figures_of_sector(const tally::Sector& sector);

/// One trust in the table of a run.
struct TrustRow {
  std::string code, name, type, region, stp;
  int metrics_reported = 0;
  std::vector<Odds4> rating;  // [side]
  bool in_scope = true;
  std::vector<std::string> warnings;
  std::vector<analyse::Estimate> good_or_better;         // [side]: share of trials
  std::vector<analyse::Estimate> good_or_better_change;  // [side]: paired, to the baseline
  std::vector<analyse::Estimate> expected_rating;        // [side]: mean rating after limits, 1 to 4
  std::vector<double> expected_score;                    // [side]: mean latent, before limits
  std::vector<analyse::Estimate> expected_change;        // [side]: of the latent, paired
};

/// A row without odds yet, of a trust as a header or a report's figures have it.
template <typename Trust>
TrustRow row_about(const Trust& trust) {
  TrustRow row;
  row.code = trust.code;
  row.name = trust.name;
  row.type = trust.type;
  row.region = trust.region;
  row.stp = trust.stp;
  row.metrics_reported = trust.metrics_reported;
  row.in_scope = trust.in_scope;
  row.warnings = trust.warnings;
  return row;
}

/// In the order of what the last side moved most (of a baseline alone, the lowest odds first): by the size of the
/// paired change of good or better, equals by name, then by code.
std::vector<TrustRow> trust_rows(const model::Header& header, const std::vector<tally::Summary>& summaries);

/// Positions of `rows` in that order, for another side.
std::vector<std::size_t> order_of_rows(const std::vector<TrustRow>& rows, std::size_t side);

Json json_of(const HeldCount& held);
Json json_of(const SectorFigures& sector);
Json json_of(const TrustRow& row);

}  // namespace uor::report
