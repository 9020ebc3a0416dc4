// Reads a result file back: all that the screens and reports need without the trials, and the final ratings for
// pairing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::store {

struct Result {
  std::string path;
  model::Header header;
  std::vector<tally::Summary> summaries;  // one a trust, in the header's order
  std::optional<tally::Sector> sector;    // of several trusts
  std::string started, finished;          // UTC, ISO 8601
  double seconds = 0;                     // of simulation
};

/// Error, each with its own message, when there is no such file, or it is not HDF5, is cut short or damaged, is HDF5 of
/// another kind, is of a newer format version than this program knows, or was never finished.
Result read_result(const std::string& path);

enum class Final { rating, combined };

/// Grades 1..4 of one scenario and trust at the assessment month, by trial. Errors as read_result; std::out_of_range
/// when there is no such scenario or trust.
std::vector<std::uint8_t> read_final(const std::string& path, Final which, std::size_t side, std::size_t trust);

enum class Kept { score, metric, final_metric };

/// One row (a KLOE, or a metric, by its position in the header) of one scenario and trust in one month, from 0, by
/// trial; the month of final_metric is the assessment month, whatever is asked for. Errors as read_result;
/// std::out_of_range when there is no such row or the file keeps none of them.
std::vector<double> read_kept(const Result& result, Kept which, std::size_t side, std::size_t trust, std::size_t row,
                              std::size_t month);

/// One trial of one scenario and trust: final ratings, and each array that was kept, with the axes that remain
/// ([row][month] of metric_value, say). Errors as read_result; std::out_of_range when there is no such trial.
tally::Block read_trial(const Result& result, std::size_t side, std::size_t trust, std::uint64_t trial);

}  // namespace uor::store
