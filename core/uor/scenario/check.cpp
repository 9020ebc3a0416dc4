#include "core/uor/scenario/check.hpp"

#include <map>
#include <string_view>

namespace uor::scenario {

namespace {

constexpr std::string_view baseline_name = "baseline";

/// The part that changes and varies have in common, in the order in which a run applies them.
struct Entry {
  const std::string* driver;
  Operation operation;
  bool varies;
  int from_month, to_month;
  const Where* where;
  const For* who;
  bool holds_only;  // a cap or a floor, which goes well with anything before it
};

std::vector<Entry> entries_of(const Variant& variant) {
  std::vector<Entry> entries;
  for (const Adjustment& c : variant.adjustments) {
    entries.push_back({&c.driver, c.operation, false, c.from_month, c.to_month, &c.where, &c.who, !c.operates});
  }
  for (const Vary& v : variant.varies) {
    entries.push_back({&v.driver, v.operation, true, v.from_month, v.to_month, &v.where, &v.who, v.hold != Hold::no});
  }
  return entries;
}

bool overlap(const Entry& a, const Entry& b) { return a.from_month <= b.to_month && b.from_month <= a.to_month; }

bool contradict(const Entry& earlier, const Entry& later) {
  if (*earlier.driver != *later.driver || !overlap(earlier, later) || earlier.who->apart_from(*later.who)) return false;
  if (earlier.holds_only != later.holds_only) return !earlier.varies && earlier.holds_only && !later.varies;
  if (later.holds_only) return earlier.varies == later.varies;
  if (later.operation == Operation::set) return true;
  return earlier.varies == later.varies && (later.varies || earlier.operation == later.operation);
}

void check_variants(const Scenario& scenario) {
  for (const Variant& variant : scenario.variants) {
    const Where where{scenario.path};
    if (variant.name == baseline_name) {
      throw Error(where,
                  "a side with changes is named 'baseline' (the name of the paired run without them), rename it");
    }
    check_entries(variant);
  }
}

void check_correlations(const Scenario& scenario) {
  std::map<std::string, Where> names, drivers;
  for (const Correlate& group : scenario.correlations) {
    if (const auto [at, added] = names.emplace(group.name, group.where); !added) {
      throw Error(group.where, "the group '" + group.name + "' is already in line " + std::to_string(at->second.line) +
                                   " (duplicate), rename it");
    }
    for (const std::string& driver : group.drivers) {
      if (const auto [at, added] = drivers.emplace(driver, group.where); !added) {
        throw Error(group.where, "driver '" + driver + "' is already in the group of line " +
                                     std::to_string(at->second.line) + " (one group a driver), merge the groups");
      }
    }
  }
}

}  // namespace

void check_name(const std::string& name, const std::string& what, const Where& where) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
  if (name.empty() || name.find_first_not_of(allowed) != std::string::npos) {
    throw Error(where,
                what + " is \"" + name +
                    "\" (a short name is needed), use letters, digits, '_', '-' and '.', and put words in title");
  }
}

void check_entries(const Variant& variant) {
  const std::vector<Entry> entries = entries_of(variant);
  for (std::size_t later = 0; later < entries.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (!contradict(entries[earlier], entries[later])) continue;
      throw Error(*entries[later].where, "driver '" + *entries[later].driver +
                                             "' is already changed in the same months (" +
                                             to_string(*entries[earlier].where) + ", side '" + variant.name +
                                             "'), delete one or separate their months");
    }
  }
}

void check_months(const Variant& variant, int months) {
  for (const Entry& entry : entries_of(variant)) {
    if (entry.from_month > months) {
      throw Error(*entry.where, "from_month is " + std::to_string(entry.from_month) + " but the run has " +
                                    std::to_string(months) +
                                    " months (the entry would never act), lower it or raise months in [run]");
    }
  }
}

void check_months(const Scenario& scenario) {
  for (const Variant& variant : scenario.variants) check_months(variant, scenario.run.months);
}

void check_scenario(const Scenario& scenario) {
  check_variants(scenario);
  check_correlations(scenario);
}

}  // namespace uor::scenario
