#include "core/uor/store/check_trials.hpp"

#include <algorithm>
#include <cmath>

namespace uor::store {

namespace {

constexpr hsize_t most_bytes_read = hsize_t{64} << 20;

template <typename Value>
std::vector<Value> read_unless_large(const H5::Group& root, const TrialArray<Value>& described,
                                     const model::Header& header) {
  const Shape shape = trial_shape(described.axes, header);
  hsize_t bytes = sizeof(Value);
  for (const hsize_t length : shape) {
    if (length == 0) return {};  // left out
    if (__builtin_mul_overflow(bytes, length, &bytes)) throw Impossible("'" + described.name + "' fits in no file");
  }
  const CheckedArray array(root, described.name);
  array.require_shape(shape);
  return bytes <= most_bytes_read ? array.values<Value>() : std::vector<Value>();
}

/// [scenario][trust][trial]
void check_counted(const std::vector<std::uint8_t>& grades, const model::Header& header,
                   const std::vector<tally::Summary>& summaries, const std::string& name,
                   tally::Counts4 tally::SideCounts::*counted) {
  const std::uint8_t* next = grades.data();
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    for (std::size_t trust = 0; trust < header.trusts.size(); ++trust) {
      tally::Counts4 counts{};
      for (std::uint64_t trial = 0; trial < header.trials; ++trial) ++counts[static_cast<std::size_t>(*next++ - 1)];
      if (counts == summaries[trust].sides[side].*counted) continue;
      throw Impossible("'" + name + "' of trust '" + header.trusts[trust].code + "', scenario '" + header.sides[side] +
                       "' has other ratings than the summary counts");
    }
  }
}

/// [scenario][trust][metric][trial], of the assessment month: within the range that the summary tells, but for
/// rounding.
void check_final(const std::vector<double>& values, const model::Header& header,
                 const std::vector<tally::Summary>& summaries) {
  const std::size_t months = static_cast<std::size_t>(header.months);
  const std::size_t assessment = static_cast<std::size_t>(header.assessment_month) - 1;
  const double* next = values.data();
  for (std::size_t side = 0; side < header.sides.size(); ++side) {
    for (std::size_t trust = 0; trust < header.trusts.size(); ++trust) {
      for (const Quantity& metric : header.metrics) {
        const double* const end = next + header.trials;
        const auto summarised = std::find_if(header.summarised.begin(), header.summarised.end(),
                                             [&](const Quantity& q) { return q.id == metric.id; });
        if (summarised == header.summarised.end()) {
          next = end;
          continue;
        }
        const auto row = static_cast<std::size_t>(summarised - header.summarised.begin());
        const tally::Moments& all = summaries[trust].sides[side].moments[row * months + assessment];
        const double hair = 1e-6 * std::max({1.0, std::abs(all.minimum), std::abs(all.maximum)});
        for (; next != end; ++next) {
          if (*next >= all.minimum - hair && *next <= all.maximum + hair) continue;
          throw Impossible("'metric_final' of trust '" + header.trusts[trust].code + "', scenario '" +
                           header.sides[side] + "' has " + std::to_string(*next) + " of '" + metric.id +
                           "', outside 'value_minimum' to 'value_maximum'");
        }
      }
    }
  }
}

}  // namespace

Shape trial_shape(const AxisNames& axes, const model::Header& header) {
  const std::map<std::string, std::size_t> lengths = axis_lengths(header);
  Shape shape;
  for (const std::string& axis : axes) shape.push_back(lengths.at(axis));
  return shape;
}

void require_grades(const std::vector<std::uint8_t>& grades, const std::string& name) {
  for (const std::uint8_t grade : grades) {
    if (grade < 1 || grade > 4)
      throw Impossible("'" + name + "' holds the grade " + std::to_string(grade) + ", which is none of 1 to 4");
  }
}

void check_trials(const H5::Group& root, const model::Header& header, const std::vector<tally::Summary>& summaries) {
  for (const TrialArray<std::uint8_t>& array : rating_arrays(header)) {
    const std::vector<std::uint8_t> grades = read_unless_large(root, array, header);
    require_grades(grades, array.name);
    if (grades.empty()) continue;
    if (array.name == "rating_final") check_counted(grades, header, summaries, array.name, &tally::SideCounts::rating);
    if (array.name == "combined_final")
      check_counted(grades, header, summaries, array.name, &tally::SideCounts::combined);
  }
  for (const TrialArray<double>& array : value_arrays(header)) {
    const std::vector<double> values = read_unless_large(root, array, header);
    if (array.name == "metric_final" && !values.empty()) check_final(values, header, summaries);
  }
}

}  // namespace uor::store
