// Every member of a side's summary as an array: its name, its axes, and the way there and back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/store/layout.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::store {

/// In the file the array has the axes scenario and trust before these.
template <typename Value>
struct SummaryMember {
  std::string name, title;
  AxisNames axes;
  /// Appends the member's values, the last axis fastest; none when the run has none of them.
  void (*gather)(const tally::SideSummary&, std::vector<Value>&);
  /// Sets the member from as many values; vectors have their sizes already (see sized_side).
  void (*scatter)(const Value*, tally::SideSummary&);
};

/// Whether a file may be without this member, since it was written before the member was there.
bool may_lack(const std::string& member);

std::vector<SummaryMember<std::uint64_t>> count_members();
std::vector<SummaryMember<double>> moment_members();
/// Odds in closed form: those of a run that has them.
std::vector<SummaryMember<double>> odds_members();

/// Product of the lengths of `axes`.
std::size_t values_a_side(const AxisNames& axes, const model::Header& header);

/// A summary of one side with vectors of the sizes that the header asks for.
tally::SideSummary sized_side(const model::Header& header);

}  // namespace uor::store
