#include "core/uor/workbook/cell.hpp"

namespace uor::workbook {

std::string name_of_column(int column) {
  std::string name;
  for (; column > 0; column = (column - 1) / 26) name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

std::string name_of(const Position& position) { return name_of_column(position.column) + std::to_string(position.row); }

std::optional<Position> position_named(std::string_view name) {
  Position position;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; ++at) {
    position.column = position.column * 26 + (name[at] - 'A' + 1);
    if (position.column > most_columns) return {};
  }
  const std::size_t letters = at;
  for (; at < name.size() && name[at] >= '0' && name[at] <= '9'; ++at) {
    position.row = position.row * 10 + (name[at] - '0');
    if (position.row > most_rows) return {};
  }
  const bool whole = letters > 0 && at > letters && at == name.size() && position.row > 0;
  return whole ? std::optional<Position>(position) : std::nullopt;
}

Shown shown_by(int builtin_format) {
  if (builtin_format == 9 || builtin_format == 10) return Shown::percent;
  const auto between = [&](int first, int last) { return builtin_format >= first && builtin_format <= last; };
  return between(14, 22) || between(27, 36) || between(45, 47) || between(50, 58) ? Shown::date : Shown::plain;
}

Shown shown_by(std::string_view number_format) {
  const std::string_view first = number_format.substr(0, number_format.find(';'));
  bool date = false;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const char c = first[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character stands for itself
    } else if (c == '"' || c == '[') {
      const std::size_t end = first.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (c == '%') {
      return Shown::percent;
    } else {
      date = date || std::string_view("dmyhsDMYHS").find(c) != std::string_view::npos;
    }
  }
  return date && number_format != "General" ? Shown::date : Shown::plain;
}

}  // namespace uor::workbook
