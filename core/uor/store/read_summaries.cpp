#include "core/uor/store/read_summaries.hpp"

#include <cmath>

#include "core/uor/store/check_summary.hpp"
#include "core/uor/store/checked_read.hpp"
#include "core/uor/store/summary_members.hpp"

namespace uor::store {

namespace {

Shape expected_shape(const AxisNames& axes, const model::Header& header) {
  const std::map<std::string, std::size_t> lengths = axis_lengths(header);
  Shape shape = {header.sides.size(), header.trusts.size()};
  for (const std::string& axis : axes) shape.push_back(lengths.at(axis));
  return shape;
}

/// Read before what they are scattered into is made, so that nothing is made by what the header merely claims.
template <typename Value>
struct ReadMember {
  SummaryMember<Value> member;
  std::size_t size = 0;  // values a side
  std::vector<Value> values;
};

template <typename Value>
std::vector<ReadMember<Value>> read_members(const H5::Group& root, const std::vector<SummaryMember<Value>>& members,
                                            const model::Header& header) {
  std::vector<ReadMember<Value>> read;
  for (const SummaryMember<Value>& member : members) {
    const std::size_t size = values_a_side(member.axes, header);
    if (size == 0 || (may_lack(member.name) && !has_member(root, member.name))) continue;
    read.push_back({member, size, read_array<Value>(root, member.name, expected_shape(member.axes, header))});
  }
  return read;
}

template <typename Value>
void scatter(const std::vector<ReadMember<Value>>& members, const model::Header& header,
             std::vector<tally::Summary>& summaries) {
  const std::size_t trusts = header.trusts.size();
  for (const ReadMember<Value>& one : members) {
    for (std::size_t side = 0; side < header.sides.size(); ++side) {
      for (std::size_t trust = 0; trust < trusts; ++trust) {
        one.member.scatter(one.values.data() + (side * trusts + trust) * one.size, summaries[trust].sides[side]);
      }
    }
  }
}

void read_implausible(const H5::Group& root, const model::Header& header, std::vector<tally::Summary>& summaries) {
  const Texts quantities = read_texts(root, "implausible");
  if (quantities.empty()) return;
  const auto counts = read_array<std::uint64_t>(root, "implausible_count", {summaries.size(), quantities.size()});
  const std::uint64_t values = header.trials * static_cast<std::uint64_t>(header.months) * header.sides.size();
  for (std::size_t trust = 0; trust < summaries.size(); ++trust) {
    for (std::size_t q = 0; q < quantities.size(); ++q) {
      const std::uint64_t count = counts[trust * quantities.size() + q];
      if (count > values)
        throw Impossible("'implausible_count' of '" + quantities[q] + "' is " + std::to_string(count) + " of " +
                         std::to_string(values) + " values");
      if (count > 0) summaries[trust].implausible[quantities[q]] = count;
    }
  }
}

/// Combined odds that a run counted.
void forget_unknown(std::vector<tally::Summary>& summaries) {
  for (tally::Summary& summary : summaries) {
    for (tally::SideSummary& side : summary.sides) {
      if (side.conditional && std::isnan((*side.conditional->combined)[0].value)) side.conditional->combined.reset();
    }
  }
}

}  // namespace

std::vector<tally::Summary> read_summaries(const H5::Group& root, const model::Header& header) {
  const auto trials = read_array<std::uint64_t>(root, "trust_trials", {header.trusts.size()});
  const auto counts = read_members(root, count_members(), header);
  const auto moments = read_members(root, moment_members(), header);
  const auto odds =
      read_members(root, header.in_closed_form ? odds_members() : std::vector<SummaryMember<double>>{}, header);
  std::vector<tally::Summary> summaries(header.trusts.size());
  for (std::size_t trust = 0; trust < summaries.size(); ++trust) {
    summaries[trust].trust = trust;
    summaries[trust].trials = trials[trust];
    summaries[trust].sides.assign(header.sides.size(), sized_side(header));
  }
  scatter(counts, header, summaries);
  scatter(moments, header, summaries);
  scatter(odds, header, summaries);
  forget_unknown(summaries);
  read_implausible(root, header, summaries);
  for (const tally::Summary& summary : summaries) check_summary(header, summary);
  return summaries;
}

}  // namespace uor::store
