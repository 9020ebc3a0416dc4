#include "core/uor/store/sector_store.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/uor/store/checked_read.hpp"
#include "core/uor/tally/sector.hpp"

namespace uor::store {
namespace {

constexpr const char *histogram_name = "sector_count", *held_name = "sector_held",
                     *mean_se_name = "sector_held_mean_se";

template <typename Value>
void write_array(LabelledGroup& root, const std::string& name, const std::string& title, const AxisNames& axes,
                 const std::vector<Value>& values) {
  const Array array = root.add_array(name, title, axes, file_type<Value>());
  if (array) array.write(values.data(), memory_type<Value>());
}

void add_axes(LabelledGroup& root, const tally::Sector& sector) {
  std::vector<std::int32_t> held(sector.trusts + 1);
  std::iota(held.begin(), held.end(), 0);
  root.add_axis("trusts_held", held, "Number of trusts that hold a rating");
  root.add_axis("type", sector.types, "Type of trust");
  root.add_companion("type", "type_trusts",
                     std::vector<std::int32_t>(sector.type_trusts.begin(), sector.type_trusts.end()));
}

void write_spread(LabelledGroup& root, const tally::Sector& sector) {
  std::vector<std::uint64_t> histogram;
  std::vector<double> mean, sd, quantiles, independent, held, mean_se;
  for (const tally::SectorSide& side : sector.sides) {
    for (std::size_t rating = 0; rating < 4; ++rating) {
      const tally::CountSpread spread = tally::spread_of(side, rating);
      histogram.insert(histogram.end(), side.count[rating].begin(), side.count[rating].end());
      held.insert(held.end(), side.held[rating].begin(), side.held[rating].end());
      mean_se.push_back(side.mean_se[rating]);
      mean.push_back(spread.mean);
      sd.push_back(spread.sd);
      quantiles.insert(quantiles.end(), spread.quantiles.begin(), spread.quantiles.end());
    }
    independent.insert(independent.end(), side.independent_sd.begin(), side.independent_sd.end());
  }
  const AxisNames axes = {"scenario", "rating"};
  write_array(root, histogram_name, "Trials in which so many trusts hold the rating",
              {"scenario", "rating", "trusts_held"}, histogram);
  write_array(root, held_name, "Probability that so many trusts hold the rating", {"scenario", "rating", "trusts_held"},
              held);
  write_array(root, mean_se_name, "Standard error of the mean number", axes, mean_se);
  write_array(root, "sector_count_mean", "Mean number of trusts with the rating", axes, mean);
  write_array(root, "sector_count_sd", "Standard deviation of the number of trusts with the rating", axes, sd);
  write_array(root, "sector_count_quantile", "Quantiles of the number of trusts with the rating",
              {"scenario", "rating", "quantile"}, quantiles);
  write_array(root, "sector_independent_sd", "Its standard deviation, were trusts independent", axes, independent);
}

void write_expected(LabelledGroup& root, const tally::Sector& sector) {
  std::vector<double> by_type, migration;
  for (const tally::SectorSide& side : sector.sides) {
    for (const auto& type : side.by_type) by_type.insert(by_type.end(), type.begin(), type.end());
    for (const auto& from : side.from_to) migration.insert(migration.end(), from.begin(), from.end());
  }
  write_array(root, "sector_by_type", "Expected number of trusts of the type with the rating",
              {"scenario", "type", "rating"}, by_type);
  write_array(root, "sector_migration", "Expected number of trusts from the baseline's rating to this scenario's",
              {"scenario", "from", "to"}, migration);
}

/// The name of the array, and what it holds.
struct ErrorArray {
  const char *name, *title;
  double tally::SectorErrors::*error;
};
constexpr std::array<ErrorArray, 4> error_arrays = {{
    {"sector_good_or_better_se", "Standard error of the share rated good or better, of all trusts",
     &tally::SectorErrors::good_or_better},
    {"sector_good_or_better_change_se", "Standard error of its paired change to the baseline",
     &tally::SectorErrors::good_or_better_change},
    {"sector_expected_rating_se", "Standard error of the mean rating of all trusts, 1 to 4",
     &tally::SectorErrors::expected_rating},
    {"sector_expected_rating_change_se", "Standard error of its paired change to the baseline",
     &tally::SectorErrors::expected_rating_change},
}};

void write_errors(LabelledGroup& root, const tally::Sector& sector) {
  for (const ErrorArray& array : error_arrays) {
    std::vector<double> values;
    for (const tally::SectorSide& side : sector.sides) values.push_back(side.error.*array.error);
    write_array(root, array.name, array.title, {"scenario"}, values);
  }
}

/// Empty where the file is of an earlier program.
std::vector<tally::SectorErrors> read_errors(const H5::Group& root, std::size_t sides) {
  constexpr double most_error = 3;  // of ratings 1 to 4, and of shares
  std::vector<tally::SectorErrors> errors(sides);
  for (const ErrorArray& one : error_arrays) {
    if (!has_member(root, one.name)) return {};
    const std::vector<double> values = read_array<double>(root, one.name, {sides});
    for (std::size_t side = 0; side < sides; ++side) {
      if (values[side] < 0 || values[side] > most_error)  // NaN: unknown
        throw Impossible("'" + std::string(one.name) + "' is " + std::to_string(values[side]));
      errors[side].*one.error = values[side];
    }
  }
  return errors;
}

}  // namespace

void write_sector(LabelledGroup& root, const tally::Sector& sector) {
  add_axes(root, sector);
  write_spread(root, sector);
  write_expected(root, sector);
  write_errors(root, sector);
}

namespace {

/// Each [bins] counts every trial once.
void check_histograms(const std::vector<std::uint64_t>& values, std::size_t bins, std::uint64_t trials) {
  for (std::size_t first = 0; first < values.size(); first += bins) {
    std::uint64_t left = trials;
    for (std::size_t bin = first; bin < first + bins; ++bin) {
      if (values[bin] > left) throw Impossible("'" + std::string(histogram_name) + "' counts more than all trials");
      left -= values[bin];
    }
    if (left > 0) throw Impossible("'" + std::string(histogram_name) + "' counts fewer than all trials");
  }
}

}  // namespace

namespace {

/// Of odds in closed form; empty where the run counts.
std::vector<tally::SectorHeld> read_held(const H5::Group& root, const model::Header& header, std::size_t bins) {
  std::vector<tally::SectorHeld> held(header.in_closed_form ? header.sides.size() : 0);
  if (held.empty()) return held;
  const auto shares = read_array<double>(root, held_name, {held.size(), 4, bins});
  const auto errors = read_array<double>(root, mean_se_name, {held.size(), 4});
  for (std::size_t row = 0; row < held.size() * 4; ++row) {
    std::vector<double>& share = held[row / 4].share[row % 4];
    const auto first = shares.begin() + static_cast<std::ptrdiff_t>(row * bins);
    share.assign(first, first + static_cast<std::ptrdiff_t>(bins));
    const double sum = std::accumulate(share.begin(), share.end(), 0.0);
    const bool sound = std::all_of(share.begin(), share.end(), [](double p) { return p >= 0 && p <= 1 + 1e-9; });
    if (!sound || std::abs(sum - 1) > 1e-9) throw Impossible("'" + std::string(held_name) + "' is no probability");
    if (!(errors[row] >= 0 && errors[row] <= static_cast<double>(bins)))
      throw Impossible("'" + std::string(mean_se_name) + "' is " + std::to_string(errors[row]));
    held[row / 4].mean_se[row % 4] = errors[row];
  }
  return held;
}

}  // namespace

std::optional<tally::Sector> read_sector(const H5::Group& root, const model::Header& header,
                                         const std::vector<tally::Summary>& summaries) {
  if (!has_member(root, histogram_name)) return {};
  const std::size_t sides = header.sides.size(), bins = summaries.size() + 1;
  const auto values = read_array<std::uint64_t>(root, histogram_name, {sides, 4, bins});
  check_histograms(values, bins, header.trials);
  std::vector<std::array<tally::CountHistogram, 4>> counts(sides);
  auto next = values.cbegin();
  for (auto& side : counts) {
    for (tally::CountHistogram& histogram : side) {
      histogram.assign(next, next + static_cast<std::ptrdiff_t>(bins));
      next += static_cast<std::ptrdiff_t>(bins);
    }
  }
  return tally::make_sector(header, summaries, counts, read_errors(root, sides), read_held(root, header, bins));
}

std::uint64_t sector_bytes(const model::Header& header) {
  if (header.trusts.size() < 2) return 0;
  constexpr std::uint64_t arrays_bytes = 8 * 1024;  // of HDF5 itself
  return arrays_bytes + header.sides.size() * 4 * (header.trusts.size() + 1) * 2 * sizeof(std::uint64_t);
}

}  // namespace uor::store
