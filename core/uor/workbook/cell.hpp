// One cell of a sheet, and how cells are named.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace uor::workbook {

inline constexpr int most_rows = 1048576;
inline constexpr int most_columns = 16384;

/// Row and column count from 1.
struct Position {
  int row = 0, column = 0;
  auto operator<=>(const Position&) const = default;
};

/// "C12", "C", and back; nothing when `name` is no cell of a sheet.
std::string name_of(const Position& position);
std::string name_of_column(int column);
std::optional<Position> position_named(std::string_view name);

/// How a number is shown, as far as it changes what was meant: 7.2 % is held as 0.072, a date as days.
enum class Shown { plain, percent, date };

struct Cell {
  enum class Kind { number, text, flag, error, uncalculated };
  Kind kind = Kind::text;
  double number = 0;  // of a flag 0 or 1; of a date the days as they count from 1900
  Shown shown = Shown::plain;
  std::string text;      // of text; of an error its name, "#REF!"
  bool formula = false;  // the value is what a formula gave when the workbook was saved
};

/// Whether a number format such as "0.0%" or "dd/mm/yyyy" shows percentages or dates.
Shown shown_by(std::string_view number_format);
/// The same of the formats that have a number and no text.
Shown shown_by(int builtin_format);

}  // namespace uor::workbook
