#include "core/uor/store/summary_writer.hpp"

#include <limits>
#include <stdexcept>
#include <type_traits>

namespace uor::store {

namespace {

template <typename Value>
H5::DSetCreatPropList filled_with_unknown() {
  H5::DSetCreatPropList properties;
  const Value unknown = std::is_same_v<Value, double> ? std::numeric_limits<Value>::quiet_NaN() : Value{0};
  properties.setFillValue(memory_type<Value>(), &unknown);
  return properties;
}

// Writes `values` [scenario][...] where the array's second axis is `trust`.
template <typename Value>
void write_trust(const Array& array, std::size_t trust, const std::vector<Value>& values) {
  const H5::DataSpace file = array.space();
  std::vector<hsize_t> count(static_cast<std::size_t>(file.getSimpleExtentNdims()));
  file.getSimpleExtentDims(count.data());
  std::vector<hsize_t> start(count.size(), 0);
  start[1] = trust;
  count[1] = 1;
  file.selectHyperslab(H5S_SELECT_SET, count.data(), start.data());
  const hsize_t length = values.size();
  array.write(values.data(), memory_type<Value>(), H5::DataSpace(1, &length), file);
}

}  // namespace

template <typename Value>
void SummaryWriter::create(const std::vector<SummaryMember<Value>>& members, const model::Header& header,
                           std::vector<Table<Value>>& tables) {
  for (const SummaryMember<Value>& member : members) {
    AxisNames axes = {"scenario", "trust"};
    axes.insert(axes.end(), member.axes.begin(), member.axes.end());
    Array array = root_.add_array(member.name, member.title, axes, file_type<Value>(), filled_with_unknown<Value>());
    if (array) tables.push_back({member, std::move(array), values_a_side(member.axes, header)});
  }
}

SummaryWriter::SummaryWriter(LabelledGroup& root, const model::Header& header)
    : root_(root), sides_(header.sides.size()), trusts_(header.trusts.size()) {
  trials_ = root.add_array("trust_trials", "Trials of the trust", {"trust"}, file_type<std::uint64_t>(),
                           filled_with_unknown<std::uint64_t>());
  create(count_members(), header, counts_);
  create(moment_members(), header, moments_);
  if (header.in_closed_form) create(odds_members(), header, moments_);
}

template <typename Value>
void SummaryWriter::write(const std::vector<Table<Value>>& tables, const tally::Summary& summary) {
  for (const Table<Value>& table : tables) {
    std::vector<Value> values;
    for (const tally::SideSummary& side : summary.sides) table.member.gather(side, values);
    if (values.empty()) continue;  // the run has none of these
    if (values.size() != table.size * sides_) {
      throw std::logic_error("summary of trust " + std::to_string(summary.trust) + ": '" + table.member.name +
                             "' has " + std::to_string(values.size()) + " values, not " +
                             std::to_string(table.size * sides_));
    }
    write_trust(table.array, summary.trust, values);
  }
}

void SummaryWriter::add(const tally::Summary& summary) {
  if (summary.trust >= trusts_ || summary.sides.size() != sides_) {
    throw std::logic_error("summary of trust " + std::to_string(summary.trust) + " has " +
                           std::to_string(summary.sides.size()) + " sides: the header has " + std::to_string(trusts_) +
                           " trusts and " + std::to_string(sides_) + " sides");
  }
  const hsize_t one = 1, trust = summary.trust;
  const H5::DataSpace file = trials_.space();
  file.selectHyperslab(H5S_SELECT_SET, &one, &trust);
  trials_.write(&summary.trials, memory_type<std::uint64_t>(), H5::DataSpace(1, &one), file);
  write(counts_, summary);
  write(moments_, summary);
  for (const auto& [quantity, count] : summary.implausible) implausible_[quantity][summary.trust] = count;
}

void SummaryWriter::finish() {
  Texts quantities;
  std::vector<std::uint64_t> counts(trusts_ * implausible_.size(), 0);
  for (const auto& [quantity, by_trust] : implausible_) {
    for (const auto& [trust, count] : by_trust) counts[trust * implausible_.size() + quantities.size()] = count;
    quantities.push_back(quantity);
  }
  root_.add_axis("implausible", quantities, "Quantity with values outside its likely range");
  Array array = root_.add_array("implausible_count", "Values outside the quantity's likely range",
                                {"trust", "implausible"}, file_type<std::uint64_t>());
  if (array) array.write(counts.data(), memory_type<std::uint64_t>());
}

}  // namespace uor::store
