#include "core/uor/policy/set_number.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace uor::policy {
namespace {

/// Where one number stands: in which file, and from which line and column.
struct Place {
  std::size_t file;
  toml::source_position at;
  double value;
};
using Numbers = std::map<std::string, Place>;  // by path

std::string joined(const std::string& path, std::string_view part) {
  return path.empty() ? std::string(part) : path + "." + std::string(part);
}

/// The name of a row of an array of tables, or its position from 1.
std::string name_of_row(const toml::table& row, std::size_t position) {
  for (const char* key : {"id", "question", "field", "name"}) {
    if (const auto* name = row.get_as<std::string>(key)) return name->get();
  }
  return std::to_string(position + 1);
}

bool is_left_out(const KeyPaths& left_out, const std::string& path) {
  return std::any_of(left_out.begin(), left_out.end(), [&](const std::vector<std::string>& keys) {
    std::string other;
    for (const std::string& key : keys) other = joined(other, key);
    return other == path;
  });
}

void collect(const toml::node& node, const std::string& path, std::size_t file, Numbers& numbers) {
  if (const auto* table = node.as_table()) {
    for (const auto& [key, value] : *table) collect(value, joined(path, key.str()), file, numbers);
  } else if (const auto* list = node.as_array()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      const toml::node& item = *list->get(i);
      const auto* row = item.as_table();
      collect(item, joined(path, row == nullptr ? std::to_string(i + 1) : name_of_row(*row, i)), file, numbers);
    }
  } else if (node.is_number() && path != "schema") {
    numbers[path] = {file, node.source().begin, *node.value<double>()};
  }
}

/// Of `lowest` and the layers below it; where several state a number, the one that counts.
Numbers numbers_of(const PolicyFiles& files, std::size_t lowest) {
  Numbers numbers;
  for (std::size_t layer = files.layers(); layer-- > lowest;) {
    for (std::size_t file = 0; file < files.files.size(); ++file) {
      if (files.files[file].layer != layer) continue;
      Numbers own;
      collect(toml::parse(std::string_view(files.files[file].text)), "", file, own);
      for (const auto& [path, place] : own)
        if (!is_left_out(files.files[file].left_out, path)) numbers[path] = place;
    }
  }
  return numbers;
}

/// Position in the text: columns count characters, of which UTF-8 has bytes.
std::size_t offset_of(const std::string& text, const toml::source_position& at) {
  std::size_t offset = 0;
  for (std::uint32_t line = 1; line < at.line; ++line) offset = text.find('\n', offset) + 1;
  for (std::uint32_t column = 1; column < at.column; ++column) {
    ++offset;
    while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) ++offset;
  }
  return offset;
}

std::string written(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
  std::string text(buffer, end.ptr);
  // what is a whole number may stand where only whole numbers may, and TOML knows no "1e+05" without a point before it
  return text.find_first_of(".en") == std::string::npos || value != std::round(value) ? text : show(value);
}

void replace_number(PolicyFiles& files, const Place& place, double value) {
  std::string& text = files.files[place.file].text;
  const std::size_t begin = offset_of(text, place.at);
  const std::size_t end = std::min(text.find_first_not_of("0123456789+-._eEinfaxob", begin), text.size());
  text.replace(begin, end - begin, written(value));
}

struct Option {
  Where where;
  std::string path;
  double value = 0;
  std::string text = {};  // as it was given
  std::string file = {};  // that gives it; empty: an option
};

Option parse_option(const std::string& option) {
  Option parsed;
  parsed.text = option;
  parsed.where = {"--policy-set " + option};
  const std::size_t equals = option.rfind('=');
  constexpr const char* form = ", write PATH=VALUE, as in fit.cuts.good=2.4";
  if (equals == std::string::npos || equals == 0) {
    throw Error(parsed.where, std::string(equals == 0 ? "no path" : "no '='") + " (malformed)" + form);
  }
  parsed.path = option.substr(0, equals);
  const std::string text = option.substr(equals + 1);
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), parsed.value);
  if (failure != std::errc() || end != text.data() + text.size() || !std::isfinite(parsed.value)) {
    throw Error(parsed.where, "'" + text + "' is not a finite number" + form);
  }
  return parsed;
}

/// Paths of numbers that start alike, for a path that stops too early.
std::string paths_below(const std::string& path, const Numbers& numbers) {
  std::string list;
  int count = 0;
  for (auto at = numbers.lower_bound(path + "."); at != numbers.end() && at->first.starts_with(path + "."); ++at) {
    if (++count > 6) return list + ", ...";
    list += (list.empty() ? "" : ", ") + at->first;
  }
  return list;
}

std::string find_path(const Option& option, const Numbers& numbers) {
  for (const char* last : {"", ".probability", ".value", ".coefficient", ".weight"}) {
    if (numbers.contains(option.path + last)) return option.path + last;
  }
  constexpr std::string_view earlier = "rating.weights.";  // where weights of key lines stood
  if (option.path.starts_with(earlier)) {
    const std::string path = "kloe." + option.path.substr(earlier.size()) + ".weight";
    if (numbers.contains(path)) return path;
  }
  if (const std::string below = paths_below(option.path, numbers); !below.empty()) {
    throw Error(option.where,
                "the policy has no number '" + option.path + "' but several below it, name one of " + below);
  }
  std::vector<std::string> paths;
  for (const auto& [path, place] : numbers) paths.push_back(path);
  const std::string near = did_you_mean(option.path, paths);
  throw Error(option.where, "the policy has no number '" + option.path + "'." +
                                (near.empty() ? " Paths are such as fit.cuts.good, rating.judgement.sd, "
                                                "metric.dna_rate.median (docs/guide/your-scenario.md)"
                                              : near));
}

/// The path in [fit] of the number that replaces a row's; empty when none does.
std::string replaced_by(const std::string& path, const Numbers& numbers) {
  std::string fitted;
  const auto moved = [&](std::string_view from, std::string_view to, std::string_view last) {
    if (path.starts_with(from) && path.ends_with(last))
      fitted = std::string(to) + path.substr(from.size(), path.size() - from.size() - last.size());
  };
  moved("kloe.", "fit.weights.", ".weight");
  moved("rating.weights.", "fit.weights.", "");
  moved("rating.cuts.", "fit.cuts.", "");
  moved("rating.limiter.", "fit.limiter.", ".probability");
  moved("rating.indicator.", "fit.indicator.", ".coefficient");
  return numbers.contains(fitted) ? fitted : "";
}

/// The tables of weights, by how the paths of their numbers begin and end.
constexpr std::array<std::pair<const char*, const char*>, 3> weight_tables = {
    {{"fit.weights.", ""}, {"rating.weights.", ""}, {"kloe.", ".weight"}}};

bool is_weight(const std::string& path, std::size_t table) {
  return path.starts_with(weight_tables[table].first) && path.ends_with(weight_tables[table].second);
}

void check_weight(const Option& option, const std::string& path) {
  if (option.value >= 0 && option.value <= 1) return;
  throw Error(option.where,
              "'" + path + "' is " + show(option.value) + " (a weight is from 0 to 1, and all sum to 1), correct it");
}

/// Weights that were not named keep their proportions; all then sum to 1.
void scale_others(PolicyFiles& files, std::size_t lowest, std::size_t table, const std::set<std::string>& named,
                  const Where& where) {
  double fixed = 0, others = 0;
  std::vector<std::string> paths;
  for (const auto& [path, place] : numbers_of(files, lowest)) {
    if (!is_weight(path, table)) continue;
    (named.contains(path) ? fixed : others) += place.value;
    if (!named.contains(path)) paths.push_back(path);
  }
  if (fixed > 1 + 1e-9 || (others == 0 && std::abs(fixed - 1) > 1e-9)) {
    throw Error(where, "the weights that are given sum to " + show(fixed) + " (all sum to 1), lower them");
  }
  for (const std::string& path : paths) {
    const Place place = numbers_of(files, lowest).at(path);
    replace_number(files, place, others > 0 ? place.value * (1 - fixed) / others : 0.0);
  }
}

std::vector<ChangedNumber> set_options(PolicyFiles& files, const std::vector<Option>& options, std::size_t lowest) {
  std::vector<ChangedNumber> changed;
  std::set<std::string> named;
  std::map<std::size_t, Where> weights;  // tables in which weights were named
  for (const Option& option : options) {
    const Numbers numbers = numbers_of(files, lowest);
    const std::string path = find_path(option, numbers);
    if (const std::string fitted = replaced_by(path, numbers); !fitted.empty()) {
      throw Error(option.where, "'" + path + "' has no effect (the policy's [fit] replaces it), set " + fitted);
    }
    if (!named.insert(path).second) throw Error(option.where, "'" + path + "' is set twice, delete one");
    const Place place = numbers.at(path);
    changed.push_back({option.text, path, place.value, option.value, option.file});
    replace_number(files, place, option.value);
    for (std::size_t table = 0; table < weight_tables.size(); ++table) {
      if (!is_weight(path, table)) continue;
      check_weight(option, path);
      weights[table] = option.where;
    }
  }
  for (const auto& [table, where] : weights) scale_others(files, lowest, table, named, where);
  if (options.empty()) return changed;
  for (PolicyFile& file : files.files) file.root = TomlTable::parse(file.text, file.name, {}, file.left_out);
  return changed;
}

/// Numbers in tables that state no standing, with the keys that lead to them.
void collect_loose(const toml::table& table, std::vector<std::string>& keys, const PolicyFile& file,
                   std::vector<Option>& options, KeyPaths& left_out) {
  if (table.contains("standing")) return;
  for (const auto& [key, node] : table) {
    keys.emplace_back(key.str());
    if (const auto* inner = node.as_table()) collect_loose(*inner, keys, file, options, left_out);
    if (node.is_number() && !(keys.size() == 1 && keys[0] == "schema")) {
      std::string path;
      for (const std::string& part : keys) path = joined(path, part);
      const toml::source_position at = node.source().begin;
      const double value = *node.value<double>();
      options.push_back({{file.name, static_cast<int>(at.line), static_cast<int>(at.column)},
                         path,
                         value,
                         path + "=" + written(value),
                         file.name});
      left_out.push_back(keys);
    }
    keys.pop_back();
  }
}

}  // namespace

std::vector<ChangedNumber> set_numbers(PolicyFiles& files, const std::vector<std::string>& options) {
  std::vector<Option> parsed;
  for (const std::string& option : options) parsed.push_back(parse_option(option));
  return set_options(files, parsed, 0);
}

std::vector<ChangedNumber> set_extending_numbers(PolicyFiles& files) {
  std::vector<ChangedNumber> changed;
  for (std::size_t layer = files.layers() - 1; layer-- > 0;) {
    std::vector<Option> options;
    for (PolicyFile& file : files.files) {
      std::vector<std::string> keys;
      if (file.layer == layer)
        collect_loose(toml::parse(std::string_view(file.text)), keys, file, options, file.left_out);
    }
    for (ChangedNumber& number : set_options(files, options, layer + 1)) changed.push_back(std::move(number));
  }
  return changed;
}

}  // namespace uor::policy
