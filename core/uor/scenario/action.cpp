#include "core/uor/scenario/action.hpp"

#include <algorithm>

#include "core/uor/base/input_limits.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/scenario/check.hpp"
#include "core/uor/scenario/entries.hpp"

namespace uor::scenario {

namespace {

const EntryKeys entry_keys = {"lever", {"name", "title", "owner", "overlaps", "one_off_cost", "yearly_cost"}};

template <class Entry>
void follow(const Entry& entry, Action& action) {
  action.driver = entry.driver;
  action.where = entry.where;
  action.from_month = entry.from_month;
  action.to_month = entry.to_month;
  action.decided = entry.decided;
  action.who = entry.who;
}

}  // namespace

Actions::Read Actions::read(const TomlTable& table) {
  Read made;
  if (table.has("distribution")) {
    made.vary = read_vary(table, entry_keys);
    follow(*made.vary, made.action);
  } else {
    made.change = read_adjustment(table, entry_keys);
    follow(*made.change, made.action);
  }
  Action& action = made.action;
  action.name = table.text("name");
  check_name(action.name, "the name of [[action]]", table.where("name"));
  action.title = one_line(table.find_text("title").value_or(action.name));
  action.owner = one_line(table.find_text("owner").value_or(""));
  action.overlaps = one_line(table.find_text("overlaps").value_or(""));
  action.overlaps_where = table.where("overlaps");
  action.one_off_gbp_m = table.find_number("one_off_cost", {0, limits::change});
  action.yearly_gbp_m = table.find_number("yearly_cost", {0, limits::change});
  return made;
}

Actions::Actions(const TomlTable& root) {
  for (const TomlTable& table : root.find_tables("action")) {
    Read made = read(table);
    for (const Read& earlier : actions_) {
      if (earlier.action.name != made.action.name) continue;
      throw Error(table.where("name"), "two actions are named '" + made.action.name +
                                           "' (the other: " + to_string(earlier.action.where) + "), rename one");
    }
    actions_.push_back(std::move(made));
  }
}

void Actions::take(const Read& read, Variant& variant) {
  if (read.change) variant.adjustments.push_back(*read.change);
  if (read.vary) variant.varies.push_back(*read.vary);
  variant.actions.push_back(read.action);
}

void Actions::take_all(Variant& variant) const {
  for (const Read& one : actions_) take(one, variant);
}

void Actions::take_named(const TomlTable& level, Variant& level_variant) {
  std::vector<std::string> known, taken;
  for (const Read& one : actions_) known.push_back(one.action.name);
  for (const std::string& name : level.find_texts("actions").value_or(std::vector<std::string>{})) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end())
      throw Error(level.where("actions"), "level names the action '" + name + "', which no [[action]] has." +
                                              did_you_mean(name, known) + " Add it or correct the name");
    if (std::find(taken.begin(), taken.end(), name) != taken.end())
      throw Error(level.where("actions"), "the action '" + name + "' is named twice, delete one");
    taken.push_back(name);
    Read& one = actions_[static_cast<std::size_t>(found - known.begin())];
    one.taken = true;
    take(one, level_variant);
  }
}

void Actions::require_all_taken() const {
  for (const Read& one : actions_) {
    if (one.taken) continue;
    throw Error(one.action.where, "the action '" + one.action.name +
                                      "' is in no level (it would never act), name it in actions of a [[level]] or "
                                      "delete it");
  }
}

}  // namespace uor::scenario
