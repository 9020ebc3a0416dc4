#include "core/uor/graph/rules.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <string_view>

#include "core/uor/base/error.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::graph {

namespace {

/// What the host has for score nodes only: metrics come first, then what is published of them and compared with them.
bool is_offered_to_phase_two(const Quantity& quantity) {
  constexpr std::array<std::string_view, 3> prefixes = {"published.", "published_year_ago.", "benchmark."};
  return quantity.plugin == "host" && std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
           return quantity.id.starts_with(prefix);
         });
}

/// A season profile has its mean over the year, 1, at month 0.
bool is_profile(const Quantity& quantity) { return quantity.plugin == "host" && quantity.id.starts_with("profile."); }

bool has_month_zero(const Quantity& quantity, const Linked& linked, std::size_t index) {
  return quantity.kind == Kind::driver || linked.anchor_producer[index].has_value();
}

/// Month 1 is April, so a sum since April never looks at month 0 unless it ends in an earlier month.
bool needs_month_zero(const Link& read) {
  return read.lag != 0 || (read.window != 1 && read.window != UOR_YEAR_TO_DATE);
}

std::string in_words(const Link& read) {
  if (read.lag == UOR_AT_ANCHOR) return "at month 0";
  const std::string ago =
      read.lag == 0 ? "" : " " + std::to_string(read.lag) + (read.lag == 1 ? " month ago" : " months ago");
  if (read.window == 1) return "as it was" + ago;
  if (read.window == UOR_YEAR_TO_DATE) return "since April, ending" + ago;
  return "over " + std::to_string(read.window) + " months" + (ago.empty() ? "" : " that end" + ago);
}

/// How a quantity of phase 2 depends on what the host offers there, in ids: " (benchmark.x.median -> a -> b)"; nothing
/// when it does not. Reads of the past count: through them a benchmark reaches it in a later month.
std::string way_from_offered(const std::vector<Quantity>& quantities, const Linked& linked, std::size_t quantity) {
  std::map<std::size_t, std::size_t> next = {{quantity, quantity}};  // towards `quantity`
  std::deque<std::size_t> open = {quantity};
  for (; !open.empty() && !is_offered_to_phase_two(quantities[open.front()]); open.pop_front()) {
    const auto& producer = linked.month_producer[open.front()];
    if (!producer) continue;
    for (const Link& read : linked.nodes[*producer].reads) {
      if (next.emplace(read.quantity, open.front()).second) open.push_back(read.quantity);
    }
  }
  if (open.empty()) return "";
  std::size_t at = open.front();
  std::string way = quantities[at].id;
  while (at != quantity) {
    at = next.at(at);
    way += " -> " + quantities[at].id;
  }
  return " (" + way + ")";
}

void check_anchor_read(const Node& node, const Quantity& quantity, const Link& read, const Linked& linked) {
  if (is_offered_to_phase_two(quantity)) {
    throw Error(named(node) + " runs at the anchor and reads '" + quantity.id +
                "' (nothing is published or compared before month 1), read it in a node of phase 2");
  }
  if ((read.lag != 0 && read.lag != UOR_AT_ANCHOR) || read.window != 1) {
    throw Error(named(node) + " reads '" + quantity.id + "' " + in_words(read) +
                " (anchor nodes see month 0 only), read it at lag 0 with window 1");
  }
  if (!has_month_zero(quantity, linked, read.quantity) && !is_profile(quantity)) {
    throw Error(
        named(node) + " reads '" + quantity.id +
        "', which has no value at month 0 (anchor nodes read drivers, facts and what anchor nodes give), add '" +
        quantity.id + "' to the outputs of an anchor node of plugin '" + quantity.plugin + "'");
  }
}

void check_phase(const std::vector<Quantity>& quantities, const Node& node, const Link& read, const Linked& linked) {
  const Quantity& quantity = quantities[read.quantity];
  if (node.phase == 2) return;
  if (is_offered_to_phase_two(quantity)) {
    throw Error(named(node) + " is of phase 1 and reads '" + quantity.id +
                "' (benchmarks and published metrics are known in phase 2 only), declare the node as phase 2");
  }
  const auto& producer = linked.month_producer[read.quantity];
  if (producer && linked.nodes[*producer].node.phase == 2) {
    throw Error(named(node) + " is of phase 1 and reads '" + quantity.id + "', which " +
                named(linked.nodes[*producer].node) + " gives in phase 2" +
                way_from_offered(quantities, linked, read.quantity) + ", declare the node as phase 2");
  }
}

void check_month_read(const Node& node, const Quantity& quantity, const Link& read, const Linked& linked) {
  const bool is_mean_profile = is_profile(quantity) && read.lag == UOR_AT_ANCHOR;
  if (needs_month_zero(read) && !has_month_zero(quantity, linked, read.quantity) && !is_mean_profile) {
    if (quantity.plugin == "host") {
      throw Error(named(node) + " reads '" + quantity.id + "' " + in_words(read) +
                  ", but the host offers it for this month only, read it at lag 0 with window 1");
    }
    throw Error(named(node) + " reads '" + quantity.id + "' " + in_words(read) +
                ", but no anchor node gives its value at month 0, add '" + quantity.id +
                "' to the outputs of an anchor node of plugin '" + quantity.plugin + "'");
  }
  const bool is_anchor_only = linked.anchor_producer[read.quantity] && !linked.month_producer[read.quantity];
  if (is_anchor_only && read.lag != UOR_AT_ANCHOR) {
    throw Error(named(node) + " reads '" + quantity.id + "' in the month, but only " +
                named(linked.nodes[*linked.anchor_producer[read.quantity]].node) +
                " gives it, read it at the anchor (lag UOR_AT_ANCHOR)");
  }
}

void check_metric_phase(const std::vector<Quantity>& quantities, const WiredNode& wired) {
  if (wired.node.phase != 2) return;
  for (const std::size_t q : wired.writes) {
    if (quantities[q].kind != Kind::metric) continue;
    throw Error(named(wired.node) + " gives the metric '" + quantities[q].id +
                "' in phase 2 (metrics are published before scoring), write it in a node of phase 1");
  }
}

}  // namespace

void check_rules(const std::vector<Quantity>& quantities, const Linked& linked) {
  for (const WiredNode& wired : linked.nodes) {
    check_metric_phase(quantities, wired);
    for (const Link& read : wired.reads) {
      if (!wired.node.anchor) check_phase(quantities, wired.node, read, linked);
      const auto check = wired.node.anchor ? check_anchor_read : check_month_read;
      check(wired.node, quantities[read.quantity], read, linked);
    }
  }
}

std::vector<History> histories(const std::vector<Quantity>& quantities, const Linked& linked) {
  constexpr int longest_year_to_date = 12;
  std::vector<History> result(quantities.size());
  for (const WiredNode& wired : linked.nodes) {
    if (wired.node.anchor) continue;
    for (const Link& read : wired.reads) {
      History& history = result[read.quantity];
      history.anchor = history.anchor || needs_month_zero(read);
      if (read.lag == UOR_AT_ANCHOR) continue;
      const int window = read.window == UOR_YEAR_TO_DATE ? longest_year_to_date : read.window;
      history.depth = std::max(history.depth, read.lag + window - 1);
    }
  }
  return result;
}

}  // namespace uor::graph
