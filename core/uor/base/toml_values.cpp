#include <charconv>
#include <cmath>
#include <utility>

#include "core/uor/base/toml.hpp"
#include "core/uor/base/written.hpp"

namespace uor {

namespace {

std::string quoted(std::string_view text) { return "'" + visible(text) + "'"; }

/// "text \"abc\"", "the number 1.5", ...: what a value is, for messages.
std::string describe(const toml::node& node) {
  if (const auto* text = node.as_string()) return "the text \"" + visible(text->get()) + "\"";
  if (const auto* integer = node.as_integer()) return "the number " + std::to_string(integer->get());
  if (const auto* number = node.as_floating_point()) return "the number " + show(number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  if (node.is_table()) return "a table";
  if (node.is_array()) return "a list";
  return "a date or time";
}

std::string inside(const std::string& name) { return name.empty() ? "" : " in " + name; }

std::string show_bounds(Bounds bounds) {
  if (std::isinf(bounds.upper)) return "at least " + show(bounds.lower);
  if (std::isinf(bounds.lower)) return "at most " + show(bounds.upper);
  return "from " + show(bounds.lower) + " to " + show(bounds.upper);
}

}  // namespace

std::string show(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
  char buffer[32];
  const bool whole = number == std::round(number) && std::abs(number) < 1e15;  // 100000, not 1e+05
  const auto end = whole ? std::to_chars(buffer, buffer + sizeof buffer, static_cast<std::int64_t>(number))
                         : std::to_chars(buffer, buffer + sizeof buffer, number);
  return std::string(buffer, end.ptr);
}

void TomlTable::require_schema(int version) const {
  const std::string want = "schema = " + std::to_string(version);
  if (!has("schema")) throw Error(where(), "the key 'schema' is missing, write " + want + " in the first line");
  const toml::node& node = *find("schema");
  if (!node.is_integer() || node.as_integer()->get() != version) {
    throw Error(place(node), "wrong schema: 'schema' is " + describe(node) + ", this program reads " + want);
  }
}

void TomlTable::refuse_missing(std::string_view key) const {
  throw Error(where(), "the key " + quoted(key) + " is missing" + inside(name_) + ", add it");
}

void TomlTable::refuse_type(std::string_view key, const toml::node& node, std::string_view need) const {
  throw Error(place(node),
              quoted(key) + inside(name_) + " is " + describe(node) + ", " + std::string(need) + " is needed");
}

double TomlTable::any_number(std::string_view key, const toml::node& node) const {
  if (!node.is_number()) refuse_type(key, node, "a number (without quotes)");
  if (node.is_integer()) return static_cast<double>(node.as_integer()->get());
  return node.as_floating_point()->get();
}

double TomlTable::finite(std::string_view key, const toml::node& node) const {
  const double number = any_number(key, node);
  if (!std::isfinite(number)) refuse_type(key, node, "a finite number");
  return number;
}

std::optional<std::string> TomlTable::find_text(std::string_view key) const {
  const toml::node* node = find(key);
  if (!node) return {};
  if (!node->is_string()) refuse_type(key, *node, "text in quotes");
  return node->as_string()->get();
}

std::optional<double> TomlTable::find_number(std::string_view key, Bounds bounds) const {
  const toml::node* node = find(key);
  if (!node) return {};
  const double number = finite(key, *node);
  if (number < bounds.lower || number > bounds.upper) {
    throw Error(place(*node), quoted(key) + inside(name_) + " is " + show(number) + " (out of range), it must be " +
                                  show_bounds(bounds));
  }
  return number;
}

std::optional<std::int64_t> TomlTable::find_integer(std::string_view key, std::int64_t lower,
                                                    std::int64_t upper) const {
  const toml::node* node = find(key);
  if (!node) return {};
  if (!node->is_integer()) refuse_type(key, *node, "a whole number (no point, no exponent, no quotes)");
  const std::int64_t number = node->as_integer()->get();
  if (number < lower || number > upper) {
    const bool open = upper == std::numeric_limits<std::int64_t>::max();
    throw Error(place(*node), quoted(key) + inside(name_) + " is " + std::to_string(number) +
                                  " (out of range), it must be " + (open ? "at least " : "from ") +
                                  std::to_string(lower) + (open ? "" : " to " + std::to_string(upper)));
  }
  return number;
}

std::optional<bool> TomlTable::find_flag(std::string_view key) const {
  const toml::node* node = find(key);
  if (!node) return {};
  if (node->is_boolean()) return node->as_boolean()->get();
  std::optional<bool> answer;
  const auto* text = node->as_string();
  if (text && plain_word(text->get()).empty()) return {};  // as a blank cell
  if (text) answer = yes_or_no(text->get());
  if (const auto* integer = node->as_integer()) answer = yes_or_no(std::to_string(integer->get()));
  if (!answer) refuse_type(key, *node, "true or false");
  return answer;
}

std::optional<Bounds> TomlTable::find_bounds(std::string_view key) const {
  const toml::node* node = find(key);
  if (!node) return {};
  const toml::array* pair = node->as_array();
  if (!pair || pair->size() != 2) refuse_type(key, *node, "a pair [lower, upper]");
  Bounds bounds;
  bounds.lower = any_number(key, (*pair)[0]);
  bounds.upper = any_number(key, (*pair)[1]);
  if (!(bounds.lower < bounds.upper)) {
    throw Error(place(*node), quoted(key) + inside(name_) + " is [" + show(bounds.lower) + ", " + show(bounds.upper) +
                                  "], the first must be below the second");
  }
  return bounds;
}

std::optional<std::vector<double>> TomlTable::find_numbers(std::string_view key) const {
  const toml::node* node = find(key);
  if (!node) return {};
  if (!node->is_array()) refuse_type(key, *node, "a list of numbers");
  std::vector<double> numbers;
  for (const toml::node& element : *node->as_array()) numbers.push_back(finite(key, element));
  return numbers;
}

std::optional<std::vector<std::vector<double>>> TomlTable::find_rows(std::string_view key) const {
  const toml::node* node = find(key);
  if (!node || !node->is_array()) return {};
  std::vector<std::vector<double>> rows;
  for (const toml::node& row : *node->as_array()) {
    if (!row.is_array()) refuse_type(key, row, "a row of numbers");
    rows.emplace_back();
    for (const toml::node& element : *row.as_array()) rows.back().push_back(finite(key, element));
  }
  return rows;
}

std::optional<std::vector<std::string>> TomlTable::find_texts(std::string_view key) const {
  const toml::node* node = find(key);
  if (!node) return {};
  if (!node->is_array()) refuse_type(key, *node, "a list of texts, such as [\"a\", \"b\"]");
  std::vector<std::string> texts;
  for (const toml::node& element : *node->as_array()) {
    if (!element.is_string()) refuse_type(key, element, "text in quotes");
    texts.push_back(element.as_string()->get());
  }
  return texts;
}

std::string TomlTable::path_to(std::string_view key) const {
  std::string path;
  for (const char c : name_) {
    if (c != '[' && c != ']') path += c;
  }
  return path.empty() ? std::string(key) : path + "." + std::string(key);
}

std::optional<TomlTable> TomlTable::find_table(std::string_view key) const {
  const toml::node* node = find(key);
  if (!node) return {};
  if (!node->is_table()) refuse_type(key, *node, "a table");
  return child(*node->as_table(), "[" + path_to(key) + "]");
}

std::vector<TomlTable> TomlTable::find_tables(std::string_view key) const {
  const toml::node* node = find(key);
  if (!node) return {};
  const std::string name = "[[" + path_to(key) + "]]";
  if (!node->is_array()) refuse_type(key, *node, "a list of tables (double brackets, " + name + ")");
  std::vector<TomlTable> tables;
  for (const toml::node& element : *node->as_array()) {
    if (!element.is_table()) refuse_type(key, element, "a table");
    tables.push_back(child(*element.as_table(), name));
  }
  return tables;
}

template <class Value>
Value TomlTable::required(std::string_view key, std::optional<Value> value) const {
  if (!value) refuse_missing(key);
  return *std::move(value);
}

std::string TomlTable::text(std::string_view key) const {
  std::string text = required(key, find_text(key));
  if (trimmed(text).empty()) {
    throw Error(where(key), quoted(key) + inside(name_) + " is blank, write some text");
  }
  return text;
}
double TomlTable::number(std::string_view key, Bounds bounds) const { return required(key, find_number(key, bounds)); }
std::int64_t TomlTable::integer(std::string_view key, std::int64_t lower, std::int64_t upper) const {
  return required(key, find_integer(key, lower, upper));
}
std::vector<double> TomlTable::numbers(std::string_view key) const { return required(key, find_numbers(key)); }
std::vector<std::string> TomlTable::texts(std::string_view key) const { return required(key, find_texts(key)); }
TomlTable TomlTable::table(std::string_view key) const { return required(key, find_table(key)); }

}  // namespace uor
