// The trials that a result file holds: final ratings, and what was kept.
#include <H5Cpp.h>

#include <stdexcept>

#include "core/uor/store/check_trials.hpp"
#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/layout.hpp"
#include "core/uor/store/read_result.hpp"
#include "core/uor/store/result_file.hpp"

namespace uor::store {

namespace {

/// [scenario][trust]...[trial] of one scenario and trust; std::out_of_range when the array has no such row.
template <typename Value>
std::vector<Value> read_rows(const CheckedArray& array, Shape start, Shape count, std::size_t side, std::size_t trust) {
  start[0] = side;
  start[1] = trust;
  count[0] = count[1] = 1;
  return array.part<Value>(start, count);
}

/// The values of one trial; none when the array is not there.
template <typename Value>
std::vector<Value> read_one(const H5::Group& root, const TrialArray<Value>& described, const model::Header& header,
                            std::size_t side, std::size_t trust, std::uint64_t trial) {
  if (!has_member(root, described.name)) return {};
  const CheckedArray array(root, described.name);
  array.require_shape(trial_shape(described.axes, header));
  Shape start(array.shape().size(), 0), count = array.shape();
  start.back() = trial;
  count.back() = 1;
  return read_rows<Value>(array, start, count, side, trust);
}

/// The name of what is kept, over which rows, and whether it has months.
struct KeptArray {
  const char* name;
  const char* rows;
  bool monthly;
};

KeptArray described(Kept which) {
  switch (which) {
    case Kept::score:
      return {"score", "kloe", true};
    case Kept::metric:
      return {"metric_value", "metric", true};
    case Kept::final_metric:
      break;
  }
  return {"metric_final", "metric", false};
}

}  // namespace

std::vector<std::uint8_t> read_final(const std::string& path, Final which, std::size_t side, std::size_t trust) {
  const std::string name = which == Final::rating ? "rating_final" : "combined_final";
  std::vector<std::uint8_t> grades;
  with_result(path, [&](const H5::H5File& file) {
    const H5::Group root = file.openGroup("/");
    const CheckedArray array(root, name);
    array.require_shape({read_texts(root, "scenario").size(), read_texts(root, "trust").size(),
                         read_attribute<std::uint64_t>(root.getId(), "trials", 1)});
    grades = read_rows<std::uint8_t>(array, {0, 0, 0}, array.shape(), side, trust);
    require_grades(grades, name);
  });
  return grades;
}

std::vector<double> read_kept(const Result& result, Kept which, std::size_t side, std::size_t trust, std::size_t row,
                              std::size_t month) {
  const KeptArray kept = described(which);
  std::vector<double> values;
  with_result(result.path, [&](const H5::H5File& file) {
    const H5::Group root = file.openGroup("/");
    if (!has_member(root, kept.name))
      throw std::out_of_range("'" + result.path + "' keeps no '" + std::string(kept.name) + "'");
    const CheckedArray array(root, kept.name);
    AxisNames axes = {"scenario", "trust", kept.rows};
    if (kept.monthly) axes.push_back("month");
    axes.push_back("trial");
    array.require_shape(trial_shape(axes, result.header));
    Shape start(axes.size(), 0), count(axes.size(), 1);
    start[2] = row;
    if (kept.monthly) start[3] = month;
    count.back() = array.shape().back();
    values = read_rows<double>(array, start, count, side, trust);
  });
  return values;
}

tally::Block read_trial(const Result& result, std::size_t side, std::size_t trust, std::uint64_t trial) {
  tally::Block block;
  block.trust = trust;
  block.first_trial = trial;
  block.count = 1;
  with_result(result.path, [&](const H5::H5File& file) {
    const H5::Group root = file.openGroup("/");
    for (const TrialArray<std::uint8_t>& array : rating_arrays(result.header)) {
      block.*array.values = read_one<std::uint8_t>(root, array, result.header, side, trust, trial);
      require_grades(block.*array.values, array.name);
    }
    for (const TrialArray<double>& array : value_arrays(result.header))
      block.*array.values = read_one<double>(root, array, result.header, side, trust, trial);
  });
  return block;
}

}  // namespace uor::store
