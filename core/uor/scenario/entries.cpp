#include "core/uor/scenario/entries.hpp"

#include <algorithm>
#include <utility>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/toml_distribution.hpp"
#include "core/uor/scenario/check.hpp"

namespace uor::scenario {

namespace {

/// A value of one of a few names, such as `as = "add"`.
template <class Value>
Value read_named(const TomlTable& table, const char* key, Value absent, std::optional<Value> (*named)(std::string_view),
                 const std::vector<std::string>& names) {
  const auto text = table.find_text(key);
  if (!text) return absent;
  if (const auto value = named(*text)) return *value;
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "\"" : ", \"") + name + "\"";
  throw Error(table.where(key), std::string("'") + key + "' in " + table.name() + " is \"" + *text +
                                    "\" (unknown), write one of " + list);
}

/// from_month and to_month, into an Adjustment or Vary.
template <class Entry>
void read_months(const TomlTable& table, Entry& entry) {
  entry.dated = table.has("from_month");
  entry.decided = table.find_flag("decided").value_or(false);
  entry.from_month = static_cast<int>(table.find_integer("from_month", 1, max_months).value_or(1));
  if (const auto to = table.find_integer("to_month", 1, max_months)) entry.to_month = static_cast<int>(*to);
  if (entry.to_month < entry.from_month) {
    throw Error(table.where("to_month"), "to_month is " + std::to_string(entry.to_month) + ", before from_month " +
                                             std::to_string(entry.from_month) + ", swap or correct them");
  }
}

double read_persistence(const TomlTable& table, Each each) {
  if (each != Each::ar1) {
    if (!table.has("persistence")) return 0.0;
    throw Error(table.where("persistence"), "persistence is given but each is \"" + std::string(name_of(each)) +
                                                "\" (it has no memory), write each = \"ar1\" or delete it");
  }
  const double persistence = table.number("persistence");
  if (!(persistence > -1.0 && persistence < 1.0)) {
    throw Error(table.where("persistence"),
                "persistence is " + show(persistence) + " (out of range), it must lie between -1 and 1, both excluded");
  }
  return persistence;
}

}  // namespace

Points read_points(const TomlTable& table) {
  return read_named(table, "points", Points::random, points_named, points_names());
}

namespace {

/// as = "at_most": what is drawn is a cap.
Hold read_hold(const TomlTable& table) {
  if (!table.is_text("as")) return Hold::no;
  const std::string as = table.text("as");
  return as == "at_most" ? Hold::at_most : as == "at_least" ? Hold::at_least : Hold::no;
}

/// trusts = ["RF4", "RHW"] and group = "Large".
For read_whom(const TomlTable& table) {
  For who;
  if (table.has("trusts")) {
    who.where = table.where("trusts");
    who.trusts = table.is_text("trusts") ? std::vector<std::string>{table.text("trusts")} : table.texts("trusts");
    if (who.trusts.empty()) throw Error(who.where, "trusts is empty (nobody would change), name codes or delete it");
    for (auto at = who.trusts.begin(); at != who.trusts.end(); ++at) {
      if (std::find(who.trusts.begin(), at, *at) != at)
        throw Error(who.where, "trust '" + *at + "' is listed twice, delete one");
    }
  }
  if (table.has("group")) {
    who.where = table.where("group");
    who.group = table.text("group");
  }
  return who;
}

Limits read_limits(const TomlTable& table) {
  Limits limits{table.find_number("at_least"), table.find_number("at_most")};
  if (limits.at_least && limits.at_most && *limits.at_least > *limits.at_most) {
    throw Error(table.where("at_least"), "at_least is " + show(*limits.at_least) + ", above at_most " +
                                             show(*limits.at_most) + " (no value is both), swap or correct them");
  }
  return limits;
}

void allow_only(const TomlTable& table, const EntryKeys& keys, std::vector<std::string> own) {
  own.emplace_back(keys.driver);
  own.insert(own.end(), keys.others.begin(), keys.others.end());
  table.allow_only(own);
}

}  // namespace

Adjustment read_adjustment(const TomlTable& table, const EntryKeys& keys) {
  allow_only(table, keys,
             {"set", "add", "multiply", "at_least", "at_most", "from_month", "to_month", "trusts", "group", "decided"});
  Adjustment adjustment;
  adjustment.driver = table.text(keys.driver);
  adjustment.where = table.where(keys.driver);
  int given = 0;
  for (const Operation operation : {Operation::set, Operation::add, Operation::multiply}) {
    const auto value = table.find_number(name_of(operation), {-limits::change, limits::change});
    if (!value) continue;
    adjustment.operation = operation;
    adjustment.value = *value;
    ++given;
  }
  adjustment.limits = read_limits(table);
  adjustment.operates = given > 0;
  if (given > 1 || (given == 0 && !adjustment.limits.any())) {
    throw Error(table.where(), table.name() + " of '" + adjustment.driver + "' has " +
                                   (given == 0 ? "none" : "several") +
                                   " of set, add and multiply, give exactly one, or at_most or at_least");
  }
  if (adjustment.operates && adjustment.operation == Operation::set && adjustment.limits.any()) {
    throw Error(table.where(adjustment.limits.at_most ? "at_most" : "at_least"),
                table.name() + " of '" + adjustment.driver +
                    "' has set and a limit (what is set needs none), delete one of them");
  }
  read_months(table, adjustment);
  adjustment.who = read_whom(table);
  return adjustment;
}

Vary read_vary(const TomlTable& table, const EntryKeys& keys) {
  std::vector<std::string> own = {"distribution", "as",      "each",   "persistence", "from_month", "to_month",
                                  "at_least",     "at_most", "trusts", "group",       "decided"};
  for (std::string& key : distribution_keys_beside(table)) own.push_back(std::move(key));
  allow_only(table, keys, std::move(own));
  Vary vary;
  vary.driver = table.text(keys.driver);
  vary.where = table.where(keys.driver);
  vary.distribution = read_distribution(table);
  vary.hold = read_hold(table);
  if (vary.hold == Hold::no)
    vary.operation =
        read_named(table, "as", vary.operation, operation_named, {"set", "add", "multiply", "at_most", "at_least"});
  vary.limits = read_limits(table);
  vary.each = read_named(table, "each", vary.each, each_named, {"run", "month", "ar1"});
  vary.persistence = read_persistence(table, vary.each);
  read_months(table, vary);
  vary.who = read_whom(table);
  return vary;
}

Correlate read_correlate(const TomlTable& table) {
  table.allow_only({"name", "drivers", "correlation"});
  Correlate group;
  group.name = table.text("name");
  group.where = table.where("name");
  check_name(group.name, "the name of " + table.name(), group.where);
  group.drivers = read_members(table);
  group.matrix = read_correlation(table, group.drivers.size());
  return group;
}

}  // namespace uor::scenario
