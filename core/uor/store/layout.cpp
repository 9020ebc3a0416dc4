#include "core/uor/store/layout.hpp"

#include <algorithm>

#include "core/uor/base/column.hpp"

namespace uor::store {

namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 20;
constexpr std::size_t buffer_bytes = std::size_t{32} << 20;
constexpr std::size_t least_trials = 256;
constexpr std::size_t wide_chunk_bytes = std::size_t{32} << 10;

// Trials a chunk: as many as both limits allow, spread evenly, so that the last chunk is nearly full too.
std::size_t chunk_trials(std::size_t trials, std::size_t value_bytes, std::size_t chunk_rows, std::size_t rows) {
  const std::size_t by_chunk = chunk_bytes / (value_bytes * chunk_rows);
  const std::size_t by_buffer = buffer_bytes / (value_bytes * rows);
  const std::size_t most = std::max(std::min(by_chunk, by_buffer), least_trials);
  if (trials <= most) return trials;
  const std::size_t pieces = (trials + most - 1) / most;
  return round_up((trials + pieces - 1) / pieces, lane_count);
}

// Few trials make small chunks, each of which costs an entry and a call: further rows and scenarios then share one.
void widen(TrialShape& shape, std::size_t bytes) {
  constexpr std::size_t trust_axis = 1;
  for (std::size_t axis = shape.lengths.size() - 1; axis-- > 0;) {
    if (axis == trust_axis || shape.chunk[axis] == shape.lengths[axis]) continue;
    const std::size_t length = shape.lengths[axis];
    const std::size_t fit = std::clamp<std::size_t>(wide_chunk_bytes / bytes, 1, length),
                      pieces = (length + fit - 1) / fit;
    shape.chunk[axis] = (length + pieces - 1) / pieces;  // spread evenly
    bytes *= shape.chunk[axis];
  }
}

// Chunks of a trust and of so many trials, and the values in them, with those at the ends filled up.
void count_chunks(TrialShape& shape, std::uint64_t trusts) {
  shape.chunks = trusts;
  std::uint64_t chunk_values = 1;
  for (std::size_t axis = 0; axis < shape.lengths.size(); ++axis) {
    chunk_values *= shape.chunk[axis];
    if (axis != 1) shape.chunks *= (shape.lengths[axis] + shape.chunk[axis] - 1) / shape.chunk[axis];
  }
  shape.stored_values = shape.chunks * chunk_values;
}

}  // namespace

std::map<std::string, std::size_t> axis_lengths(const model::Header& header) {
  return {{"scenario", header.sides.size()},
          {"trust", header.trusts.size()},
          {"month", static_cast<std::size_t>(header.months)},
          {"trial", header.trials},
          {"kloe", header.kloes.size()},
          {"metric", header.metrics.size()},
          {"driver", header.drivers.size()},
          {"quantity", header.quantities.size()},
          {"summarised", header.summarised.size()},
          {"limiter", header.limiters.size()},
          {"characteristic", header.characteristics.size()},
          {"rating", 4},
          {"from", 4},
          {"to", 4},
          {"better_than", 3},
          {"fit_draw", header.fit_draws},
          {"finance_score", 4},
          {"score_beside", header.more_beside.size()},
          {"replicate", replicates_of(header.points)},
          {"statistic", std::tuple_size_v<tally::Benchmarks4>},
          {"quantile", tally::quantile_levels.size()}};
}

std::vector<TrialArray<std::uint8_t>> rating_arrays(const model::Header& header) {
  std::vector<TrialArray<std::uint8_t>> arrays = {{"rating_final",
                                                   "Use-of-resources rating at the assessment month",
                                                   {"scenario", "trust", "trial"},
                                                   &tally::Block::final_rating},
                                                  {"combined_final",
                                                   "Combined rating at the assessment month",
                                                   {"scenario", "trust", "trial"},
                                                   &tally::Block::final_combined}};
  if (header.keep.ratings) {
    arrays.push_back({"rating_by_month",
                      "Use-of-resources rating, were it struck in the month",
                      {"scenario", "trust", "month", "trial"},
                      &tally::Block::rating});
  }
  return arrays;
}

std::vector<TrialArray<double>> value_arrays(const model::Header& header) {
  std::vector<TrialArray<double>> arrays;
  const auto keep = [&](bool kept, const char* name, const char* title, const char* axis,
                        std::vector<double> tally::Block::*values) {
    if (kept) arrays.push_back({name, title, {"scenario", "trust", axis, "month", "trial"}, values});
  };
  keep(header.keep.scores, "score", "Score of the key line of enquiry", "kloe", &tally::Block::score);
  if (header.keep.metrics) {
    arrays.push_back({"metric_final",
                      "Value of the metric at the assessment month",
                      {"scenario", "trust", "metric", "trial"},
                      &tally::Block::final_metric});
  }
  keep(header.keep.metrics_by_month, "metric_value", "Value of the metric", "metric", &tally::Block::metric);
  keep(header.keep.drivers, "driver_value", "Value of the driver", "driver", &tally::Block::driver);
  keep(header.keep.quantities, "quantity_value", "Value of the quantity", "quantity", &tally::Block::quantity);
  return arrays;
}

TrialShape shape_of(const AxisNames& axes, std::size_t value_bytes, const model::Header& header) {
  const std::map<std::string, std::size_t> lengths = axis_lengths(header);
  TrialShape shape;
  shape.rows = 1;
  std::size_t chunk_rows = 1;
  for (const std::string& axis : axes) {
    const std::size_t length = lengths.at(axis);
    shape.lengths.push_back(length);
    shape.chunk.push_back(axis == "month" ? length : 1);
    if (axis != "trust" && axis != "trial") shape.rows *= length;
    if (axis == "month") chunk_rows = length;
  }
  if (shape.rows * header.trials * header.trusts.size() == 0) return shape;
  shape.chunk.back() = chunk_trials(header.trials, value_bytes, chunk_rows, shape.rows);
  if (shape.chunk.back() == header.trials) widen(shape, value_bytes * chunk_rows * header.trials);
  count_chunks(shape, header.trusts.size());
  return shape;
}

}  // namespace uor::store
