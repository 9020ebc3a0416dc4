// A thin reader over toml++: typed values with their place in the file, and refusals in words.
//
// Every getter comes twice: `x(key)` needs the key, `find_x(key)` gives nothing when it is absent. Both refuse another
// type with file:line:column, the value and a fix. Numbers are finite.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/uor/base/error.hpp"

namespace uor {

/// Bounds of a number, both included.
struct Bounds {
  double lower = -std::numeric_limits<double>::infinity();
  double upper = std::numeric_limits<double>::infinity();
};

/// Keys from the root to a value, for each of some values.
using KeyPaths = std::vector<std::vector<std::string>>;

/// One table of a file. A value: it keeps the parsed file alive.
class TomlTable {
 public:
  /// The root table of `text`; Error when it is not TOML, and as guard_toml. `path` is what messages name, or `places`
  /// where it says more. The values that `left_out` names are read over, with tables that hold nothing else.
  static TomlTable parse(const std::string& text, const std::string& path, LinePlaces places = {},
                         const KeyPaths& left_out = {});

  /// "[run]", "[[level.change]]", ...; empty for the root.
  const std::string& name() const { return name_; }
  Where where() const;
  Where where(std::string_view key) const;  // of the value; of the table when the key is absent
  bool has(std::string_view key) const { return table_->contains(key); }
  std::vector<std::string> keys() const;  // in the order of the file

  /// Error for the first key that is not one of `keys`, with the nearest of them.
  void allow_only(const std::vector<std::string>& keys) const;
  /// Error unless the table has `schema = version`.
  void require_schema(int version) const;

  std::optional<std::string> find_text(std::string_view key) const;
  std::optional<double> find_number(std::string_view key, Bounds bounds = {}) const;
  std::optional<std::int64_t> find_integer(std::string_view key, std::int64_t lower, std::int64_t upper) const;
  std::optional<bool> find_flag(std::string_view key) const;  // true, false, or one of the words of yes_or_no
  /// [lower, upper] with lower < upper; -inf and inf leave a side open.
  std::optional<Bounds> find_bounds(std::string_view key) const;
  std::optional<std::vector<double>> find_numbers(std::string_view key) const;
  std::optional<std::vector<std::string>> find_texts(std::string_view key) const;
  std::optional<TomlTable> find_table(std::string_view key) const;
  std::vector<TomlTable> find_tables(std::string_view key) const;  // an array of tables; empty when absent

  std::string text(std::string_view key) const;  // refuses blank text too
  double number(std::string_view key, Bounds bounds = {}) const;
  std::int64_t integer(std::string_view key, std::int64_t lower, std::int64_t upper) const;
  std::vector<double> numbers(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  TomlTable table(std::string_view key) const;

  bool is_table(std::string_view key) const { return (*table_)[key].is_table(); }
  bool is_text(std::string_view key) const { return (*table_)[key].is_string(); }
  bool is_flag(std::string_view key) const { return (*table_)[key].is_boolean(); }
  /// A square or ragged array of arrays of numbers; nothing when the value is not an array of arrays.
  std::optional<std::vector<std::vector<double>>> find_rows(std::string_view key) const;

 private:
  /// What all tables of a file share.
  struct File {
    std::string path;
    LinePlaces places;
    Where place_of(int line, int column) const;
    Where place_of(const toml::source_region& region) const;
  };
  TomlTable(std::shared_ptr<const File> file, std::shared_ptr<const toml::table> table, std::string name);
  const toml::node* find(std::string_view key) const { return table_->get(key); }
  Where place(const toml::node& node) const;
  [[noreturn]] void refuse_missing(std::string_view key) const;
  [[noreturn]] void refuse_type(std::string_view key, const toml::node& node, std::string_view need) const;
  double any_number(std::string_view key, const toml::node& node) const;
  double finite(std::string_view key, const toml::node& node) const;
  std::string path_to(std::string_view key) const;  // "rating.limiter"
  TomlTable child(const toml::table& table, std::string name) const;
  template <class Value>
  Value required(std::string_view key, std::optional<Value> value) const;

  std::shared_ptr<const File> file_;
  std::shared_ptr<const toml::table> table_;
  std::string name_;
};

/// A number as messages show it: shortest text that reads back the same.
std::string show(double number);

}  // namespace uor
