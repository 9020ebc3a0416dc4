#include "core/uor/base/toml.hpp"

#include <algorithm>
#include <utility>

namespace uor {

namespace {

Where place_of(const toml::source_region& region, const std::string& path) {
  return {path, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string inside(const std::string& name) { return name.empty() ? "" : " in " + name; }

}  // namespace

TomlTable::TomlTable(std::shared_ptr<const std::string> path, std::shared_ptr<const toml::table> table,
                     std::string name)
    : path_(std::move(path)), table_(std::move(table)), name_(std::move(name)) {}

TomlTable TomlTable::parse(const std::string& text, const std::string& path) {
  try {
    auto root = std::make_shared<const toml::table>(toml::parse(std::string_view(text), std::string_view(path)));
    return {std::make_shared<const std::string>(path), std::move(root), ""};
  } catch (const toml::parse_error& failure) {
    throw Error(place_of(failure.source(), path), "not valid TOML (" + std::string(failure.description()) +
                                                      "), text needs quotes and every line is key = value");
  }
}

TomlTable TomlTable::child(const toml::table& table, std::string name) const {
  return {path_, std::shared_ptr<const toml::table>(table_, &table), std::move(name)};
}

Where TomlTable::place(const toml::node& node) const {
  Where where = place_of(node.source(), *path_);
  if (where.line == 0) where.line = where.column = 1;
  return where;
}

Where TomlTable::where() const { return place(*table_); }

Where TomlTable::where(std::string_view key) const {
  const toml::node* node = find(key);
  return node ? place(*node) : where();
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::pair<std::pair<int, int>, std::string>> placed;
  for (const auto& [key, node] : *table_) {
    const Where where = place_of(key.source(), *path_);
    placed.push_back({{where.line, where.column}, std::string(key.str())});
  }
  std::sort(placed.begin(), placed.end());
  std::vector<std::string> keys;
  for (auto& entry : placed) keys.push_back(std::move(entry.second));
  return keys;
}

void TomlTable::allow_only(const std::vector<std::string>& allowed) const {
  for (const std::string& key : keys()) {
    if (std::find(allowed.begin(), allowed.end(), key) != allowed.end()) continue;
    std::string list;
    for (const std::string& name : allowed) list += (list.empty() ? "" : ", ") + name;
    const std::string near = did_you_mean(key, allowed);
    throw Error(place_of(table_->find(key)->first.source(), *path_),
                "unknown key " + quoted(key) + inside(name_) + "." + (near.empty() ? " Known keys: " + list : near));
  }
}

}  // namespace uor
