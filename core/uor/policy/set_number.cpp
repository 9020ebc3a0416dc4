#include "core/uor/policy/set_number.hpp"

#include <toml++/toml.h>

#include <algorithm>
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

Numbers numbers_of(const PolicyFiles& files) {
  Numbers numbers;
  for (std::size_t file = 0; file < files.sources.size(); ++file)
    collect(toml::parse(std::string_view(files.sources[file].second)), "", file, numbers);
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
  std::string& text = files.sources[place.file].second;
  const std::size_t begin = offset_of(text, place.at);
  const std::size_t end = std::min(text.find_first_not_of("0123456789+-._eEinfaxob", begin), text.size());
  text.replace(begin, end - begin, written(value));
}

struct Option {
  Where where;
  std::string path;
  double value = 0;
};

Option parse_option(const std::string& option) {
  Option parsed;
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
  for (const char* last : {"", ".probability", ".value", ".coefficient"}) {
    if (numbers.contains(option.path + last)) return option.path + last;
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
  moved("rating.weights.", "fit.weights.", "");
  moved("rating.cuts.", "fit.cuts.", "");
  moved("rating.limiter.", "fit.limiter.", ".probability");
  moved("rating.indicator.", "fit.indicator.", ".coefficient");
  return numbers.contains(fitted) ? fitted : "";
}

/// Weights that were not named keep their proportions; all then sum to 1.
void scale_others(PolicyFiles& files, const std::string& table, const std::set<std::string>& named,
                  const Where& where) {
  double fixed = 0, others = 0;
  for (const char* kloe : kloe_ids) {
    const double weight = numbers_of(files).at(table + kloe).value;
    (named.contains(table + kloe) ? fixed : others) += weight;
  }
  if (fixed > 1 + 1e-9 || (others == 0 && std::abs(fixed - 1) > 1e-9)) {
    throw Error(where, "the weights that are given sum to " + show(fixed) + " (all five sum to 1), lower them");
  }
  for (const char* kloe : kloe_ids) {
    if (named.contains(table + kloe)) continue;
    const Place place = numbers_of(files).at(table + kloe);
    replace_number(files, place, others > 0 ? place.value * (1 - fixed) / others : 0.0);
  }
}

}  // namespace

std::vector<ChangedNumber> set_numbers(PolicyFiles& files, const std::vector<std::string>& options) {
  std::vector<ChangedNumber> changed;
  std::set<std::string> named;
  std::map<std::string, Where> weights;  // tables in which weights were named
  for (const std::string& text : options) {
    const Option option = parse_option(text);
    const Numbers numbers = numbers_of(files);
    const std::string path = find_path(option, numbers);
    if (const std::string fitted = replaced_by(path, numbers); !fitted.empty()) {
      throw Error(option.where, "'" + path + "' has no effect (the policy's [fit] replaces it), set " + fitted);
    }
    if (!named.insert(path).second) throw Error(option.where, "'" + path + "' is set twice, delete one");
    const Place place = numbers.at(path);
    changed.push_back({text, path, place.value, option.value});
    replace_number(files, place, option.value);
    for (const char* table : {"fit.weights.", "rating.weights."})
      if (path.starts_with(table)) weights[table] = option.where;
  }
  for (const auto& [table, where] : weights) scale_others(files, table, named, where);
  if (options.empty()) return changed;
  for (std::size_t file = 0; file < files.sources.size(); ++file)
    files.roots[file] = TomlTable::parse(files.sources[file].second, files.sources[file].first);
  return changed;
}

}  // namespace uor::policy
