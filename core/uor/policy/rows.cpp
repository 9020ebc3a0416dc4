#include "core/uor/policy/rows.hpp"

#include <algorithm>
#include <cctype>

namespace uor::policy {

namespace {

const std::vector<std::string> standings = {"verified", "derived", "unverified", "assumed"};

}  // namespace

void Draft::claim(const std::string& what, const Where& where) {
  const auto [at, added] = claimed_.emplace(what, where);
  if (!added) {
    throw Error(where, what + " is already given in " + to_string(at->second) + " (duplicate), delete one");
  }
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
  policy.sources.push_back(source);
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
