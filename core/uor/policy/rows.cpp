#include "core/uor/policy/rows.hpp"

#include <algorithm>
#include <cctype>

namespace uor::policy {

namespace {

const std::vector<std::string> standings = {"verified", "derived", "unverified", "assumed"};

}  // namespace

void Draft::refuse(const std::string& what, const Where& where, const Claim& before) {
  throw Error(where, what + " is already given in " + to_string(before.where) + " (duplicate), delete one");
}

void Draft::claim(const std::string& what, const Where& where) {
  const auto before = claimed_.find(what);
  if (before != claimed_.end() && before->second.layer == layer_) refuse(what, where, before->second);
  std::erase_if(claimed_, [&](const auto& one) { return one.second.owner == what; });
  claimed_[what] = {where, layer_, ""};
}

void Draft::claim_for(const std::string& owner, const std::string& what, const Where& where) {
  const auto [at, added] = claimed_.emplace(what, Claim{where, layer_, owner});
  if (!added) refuse(what, where, at->second);
}

void Draft::release(const std::string& what) {
  claimed_.erase(what);
  std::erase_if(claimed_, [&](const auto& one) { return one.second.owner == what; });
  std::erase_if(policy.sources, [&](const Source& source) { return source.what == what; });
}

bool Draft::is_newer_than_fit(const std::string& what) const {
  const auto row = claimed_.find(what), fit = claimed_.find("[fit]");
  return row != claimed_.end() && fit != claimed_.end() && row->second.layer > fit->second.layer;
}

bool Draft::is_of_this_layer(const std::string& what) const {
  const auto row = claimed_.find(what);
  return row != claimed_.end() && row->second.layer == layer_;
}

Source Draft::read_source(const TomlTable& table, const std::string& what) {
  for (const char* key : {"standing", "source"}) {
    if (table.has(key)) continue;
    throw Error(table.where(), what + " has no " + key +
                                   " (every number needs both), add standing = \"assumed\" and source = \"...\"");
  }
  Source source;
  source.what = what;
  source.standing = *standing_named(standings[read_choice(table, "standing", standings)]);
  source.text = table.text("source");
  source.where = table.where();
  put(policy.sources, source, &Source::what);
  return source;
}

bool is_policy_year(const std::string& year) {
  const auto digit = [&](std::size_t i) { return std::isdigit(static_cast<unsigned char>(year[i])) != 0; };
  if (year.size() != 7 || year[4] != '/') return false;
  for (const std::size_t i : {0u, 1u, 2u, 3u, 5u, 6u}) {
    if (!digit(i)) return false;
  }
  return (std::stoi(year.substr(0, 4)) + 1) % 100 == std::stoi(year.substr(5));
}

std::size_t read_choice(const TomlTable& table, std::string_view key, const std::vector<std::string>& names) {
  const std::string text = table.text(key);
  const auto at = std::find(names.begin(), names.end(), text);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  throw Error(table.where(key), "'" + std::string(key) + "' in " + table.name() + " is \"" + text + "\" (unknown)." +
                                    did_you_mean(text, names) + " Known: " + list);
}

}  // namespace uor::policy
