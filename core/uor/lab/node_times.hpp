// What each node of a plugin takes, again and again, so that two plugins can be held against each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/uor/host/catalogue.hpp"
#include "core/uor/lab/conformance.hpp"

namespace uor::lab {

/// A node over the twelve months of a year (an anchor node over its one month), each repetition a figure of its own.
struct NodeTimes {
  std::string node;
  std::vector<double> real_ns, cpu_ns;  // a trial and month; [repetition]
  std::uint64_t calls = 0;              // of the node in one repetition
};

struct TimesRule {
  std::size_t trials = 512;      // the batch of a run
  std::size_t repetitions = 15;  // enough for a U test to tell 5 % on a quiet machine
};

/// Calls through the C boundary with inputs spread over their likely ranges, as cost_of(). The repetitions of all nodes
/// take turns, so that what slows the machine down for a while slows all. Error as Plugin::evaluate.
std::vector<NodeTimes> node_times(const host::Plugin& plugin, const Supplies& supplies, const TimesRule& rule = {});

}  // namespace uor::lab
