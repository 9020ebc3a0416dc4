// One row of a plugin's tables while it is read: what must hold of it, and how a refusal names it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace uor::host {

/// Prefix of `id` of which only the host gives quantities, e.g. "trust."; empty when there is none.
std::string_view reserved_prefix(std::string_view id);

/// Letters, digits and `_ . -`, beginning with a letter or digit.
bool is_id(std::string_view text);

class Row {
 public:
  /// `file` of the plugin, `name` of the row as in "quantity 'clinical.wau'".
  Row(std::string file, std::string name) : file_(std::move(file)), name_(std::move(name)) {}

  /// "quantity 'x'", or "quantity 3" (from 1) when `id` is null.
  static Row of(const std::string& file, const std::string& table, const char* id, std::size_t position);

  /// Throws Error "<file>: <name> <problem>".
  [[noreturn]] void refuse(const std::string& problem) const;
  void require(bool holds, const std::string& problem) const;

  /// The text of a field that may not be null or empty.
  std::string text(const char* value, const std::string& field) const;
  /// The same where null means that there is none.
  std::string optional_text(const char* value) const { return value == nullptr ? "" : value; }
  /// A text that follows the grammar of ids.
  std::string id(const char* value, const std::string& field) const;
  std::string optional_id(const char* value, const std::string& field) const;

  double finite(double value, const std::string& field) const;
  /// lower <= upper; infinite where there is no bound.
  void require_range(double lower, double upper, const std::string& lower_field, const std::string& upper_field) const;
  bool flag(std::int32_t value, const std::string& field) const;
  /// A table of `count` rows may be null only when it is empty.
  void require_table(const void* table, std::size_t count, const std::string& field) const;

  /// The number behind a C enum, which a foreign file may have set to anything.
  template <typename Enum>
  std::size_t choice(const Enum& value, std::size_t count, const std::string& field) const {
    static_assert(sizeof(Enum) == sizeof(std::uint32_t));
    std::uint32_t number = 0;  // read as bytes: to read it as an Enum would be undefined for anything else
    std::memcpy(&number, &value, sizeof(number));
    require(number < count,
            "has an unknown " + field + " " + std::to_string(number) + ", must be 0 to " + std::to_string(count - 1));
    return number;
  }

 private:
  std::string file_;
  std::string name_;
};

}  // namespace uor::host
