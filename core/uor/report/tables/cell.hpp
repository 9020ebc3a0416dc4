// What one cell of a table holds: the figure itself with its error, never its words. Plain data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "core/uor/analyse/compare.hpp"
#include "core/uor/report/line.hpp"

namespace uor::report::tables {

/// Digits after the point where a figure shows as many as its size deserves.
inline constexpr int by_size = -1;

/// A part of a whole, 0 to 1, read as percent. With `trials` an error of exactly 0 is that of one trial that differs.
struct Share {
  double value = 0;
  std::optional<double> error = {};
  std::uint64_t trials = 0;
  bool says_percent = false;  // "43 %" where the column does not say it
};

/// In the unit of its column or row.
struct Amount {
  double value = 0;
  int decimals = by_size;
  std::optional<double> error = {};
  std::string said = {};  // as its source says it; empty: in figures
};

/// A difference to another side; without an error a step that has none of its own.
struct Change {
  double value = 0;
  std::optional<double> error = {};
  int decimals = by_size;
  bool of_share = false;  // of a part of a whole, read in percentage points
  analyse::Basis basis = analyse::Basis::paired;
  bool marked = false;     // says where it is within two of its errors
  bool of_itself = false;  // the side that others are compared with
};

/// Over trials: the mean and what 90 % of trials lie between.
struct Spread {
  double mean = 0, lower = 0, median = 0, upper = 0;
  int decimals = by_size;
  std::optional<double> error = {};  // of the mean
  double sd = 0;
  bool whole = false;  // single trials are whole numbers
  bool error_is_read = false;
};

/// Better or worse than the row it stands in, or neither.
enum class Tone { plain, stays, none, better, worse };

struct Count {
  std::uint64_t value = 0;
  Tone tone = Tone::plain;
};

/// "green", "amber", "red", or empty.
struct Status {
  std::string word;
};

/// 1 best to 4 worst, coloured by what it rounds to.
struct Score {
  double value = 0;
};

/// std::monostate: there is nothing to show.
using Cell = std::variant<std::monostate, std::string, Share, Amount, Change, Spread, Count, Status, Score>;

Cell share(const analyse::Estimate& estimate, std::uint64_t trials = 0);  // with its error
Cell amount(const analyse::Estimate& estimate, int decimals);             // likewise
Cell amount_or_none(const std::optional<double>& value, int decimals = by_size);
Cell change(const analyse::Change& change, int decimals);
Cell change_of_share(const analyse::Estimate& change, bool of_itself = false);
Cell change_of_share(const analyse::Change& change);
Cell change_of_rating(const analyse::Estimate& change, bool of_itself = false);  // 1 to 4
Cell spread(const Band& band, int decimals = by_size);

/// As it is read: "43.1 ± 0.3", "+1.2 ± 0.1, unpaired", "no change", "7.4 (6.1 to 8.2)"; a dash for nothing.
std::string words_of(const Cell& cell);

/// The same figure without its error.
Cell without_error(Cell cell);

}  // namespace uor::report::tables
