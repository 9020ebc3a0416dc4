#include "core/uor/workbook/written_text.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/uor/base/characters.hpp"

namespace uor::workbook {

namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::size_t count_while(std::string_view text, bool (*test)(char)) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), test) - text.begin());
}

/// Up to three letters and digits, as in XFD1048576.
bool is_cell(std::string_view name) {
  const std::size_t letters = count_while(name, is_letter);
  return letters >= 1 && letters <= 3 && letters < name.size() && count_while(name.substr(letters), is_digit) > 0 &&
         letters + count_while(name.substr(letters), is_digit) == name.size();
}

/// R, C, R1, C1, R1C1 in capitals or not.
bool is_row_and_column(std::string_view name) {
  const auto take = [&](char letter) {
    if (name.empty() || std::toupper(static_cast<unsigned char>(name.front())) != letter) return false;
    name.remove_prefix(1);
    name.remove_prefix(count_while(name, is_digit));
    return true;
  };
  const bool row = take('R'), column = take('C');
  return (row || column) && name.empty();
}

}  // namespace

std::string cut(const std::string& text, std::size_t characters) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (starts && seen++ == characters) return text.substr(0, i);
  }
  return text;
}

std::string cell_text(const std::string& text) {
  std::string clean = xml_characters(text);
  // Characters beyond the first plane count twice there; half of the limit is short enough for any text.
  if (cut(clean, longest_cell).size() == clean.size() && clean.size() <= longest_cell) return clean;
  const bool pairs =
      std::any_of(clean.begin(), clean.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
  const std::size_t most = pairs ? longest_cell / 2 : longest_cell;
  std::string shortened = cut(clean, most);
  return shortened.size() == clean.size() ? clean : cut(clean, most - 3) + "...";
}

std::string title_text(const std::string& text) {
  constexpr std::size_t longest_title = 255;
  std::string clean = cut(xml_characters(text), longest_title);
  return clean.starts_with('=') ? " " + clean : clean;
}

std::string range_name(const std::string& text) {
  constexpr std::size_t longest_name = 120;  // the library has room for 128; a number may follow
  std::string name;
  for (const char c : text) name += is_letter(c) || is_digit(c) || c == '.' || c == '_' ? c : '_';
  name = name.substr(0, longest_name);
  const bool starts_well = !name.empty() && (is_letter(name[0]) || name[0] == '_');
  return starts_well && !is_cell(name) && !is_row_and_column(name) ? name : "_" + name;
}

}  // namespace uor::workbook
