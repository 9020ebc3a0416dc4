#include "core/uor/base/toml.hpp"

#include <algorithm>
#include <utility>

#include "core/uor/base/toml_guard.hpp"
#include "core/uor/base/written.hpp"

namespace uor {

namespace {

std::string quoted_key(std::string_view text) { return "'" + visible(text) + "'"; }

std::string inside_table(const std::string& name) { return name.empty() ? "" : " in " + name; }

}  // namespace

Where TomlTable::File::place_of(int line, int column) const {
  const auto index = static_cast<std::size_t>(std::max(line, 1)) - 1;
  if (index < places.size() && !places[index].empty()) return {places[index]};
  return {path, line, column};
}

Where TomlTable::File::place_of(const toml::source_region& region) const {
  return place_of(static_cast<int>(region.begin.line), static_cast<int>(region.begin.column));
}

TomlTable::TomlTable(std::shared_ptr<const File> file, std::shared_ptr<const toml::table> table, std::string name)
    : file_(std::move(file)), table_(std::move(table)), name_(std::move(name)) {}

namespace {

/// Lines that end in a carriage return alone, as old programs of the Macintosh write them, end in a line feed.
std::string with_line_feeds(const std::string& text) {
  std::string lines = text;
  for (std::size_t at = lines.find('\r'); at != std::string::npos; at = lines.find('\r', at + 1))
    if (at + 1 == lines.size() || lines[at + 1] != '\n') lines[at] = '\n';
  return lines;
}

/// A text ends at U+0000 for half of what reads it: nothing may hold one.
bool holds_zero(std::string_view text) { return text.find('\0') != std::string_view::npos; }

/// The first place of a text or key with U+0000 in what stands in `node`.
const toml::source_region* zero_in(const toml::node& node) {
  if (const auto* text = node.as_string()) return holds_zero(text->get()) ? &node.source() : nullptr;
  const toml::source_region* found = nullptr;
  if (const auto* list = node.as_array())
    for (auto at = list->begin(); at != list->end() && found == nullptr; ++at) found = zero_in(*at);
  if (const auto* table = node.as_table())
    for (auto at = table->begin(); at != table->end() && found == nullptr; ++at)
      found = holds_zero(at->first.str()) ? &at->first.source() : zero_in(at->second);
  return found;
}

/// Takes away the value at the keys from `depth` on, and what is empty without it.
void leave_out(toml::table& table, const std::vector<std::string>& keys, std::size_t depth) {
  toml::table* inner = depth + 1 < keys.size() ? table[keys[depth]].as_table() : nullptr;
  if (inner != nullptr) leave_out(*inner, keys, depth + 1);
  if (inner == nullptr || inner->empty()) table.erase(keys[depth]);
}

}  // namespace

TomlTable TomlTable::parse(const std::string& given, const std::string& path, LinePlaces places,
                           const KeyPaths& left_out) {
  const auto file = std::make_shared<const File>(File{path, std::move(places)});
  const std::string text = with_line_feeds(given);
  guard_toml(text, [&](int line, int column) { return file->place_of(line, column); });
  try {
    auto root = std::make_shared<toml::table>(toml::parse(std::string_view(text), std::string_view(path)));
    if (const toml::source_region* zero = zero_in(*root); zero != nullptr)
      throw Error(file->place_of(*zero), "holds the character U+0000 (which ends a text), delete it");
    for (const std::vector<std::string>& keys : left_out) leave_out(*root, keys, 0);
    return {file, std::move(root), ""};
  } catch (const toml::parse_error& failure) {
    throw Error(file->place_of(failure.source()), "not valid TOML (" + std::string(failure.description()) +
                                                      "), text needs quotes and every line is key = value");
  }
}

TomlTable TomlTable::child(const toml::table& table, std::string name) const {
  return {file_, std::shared_ptr<const toml::table>(table_, &table), std::move(name)};
}

Where TomlTable::place(const toml::node& node) const {
  Where where = file_->place_of(node.source());
  if (where.file == file_->path && where.line == 0) where.line = where.column = 1;
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
    const toml::source_position& begin = key.source().begin;
    placed.push_back({{static_cast<int>(begin.line), static_cast<int>(begin.column)}, std::string(key.str())});
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
    throw Error(
        file_->place_of(table_->find(key)->first.source()),
        "unknown key " + quoted_key(key) + inside_table(name_) + "." + (near.empty() ? " Known keys: " + list : near));
  }
}

}  // namespace uor
