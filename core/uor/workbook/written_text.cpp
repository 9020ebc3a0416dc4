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

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// Bytes of `text` that are at most so many units of UTF-16: characters beyond the first plane count twice.
std::size_t bytes_within(std::string_view text, std::size_t units) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!starts_character(text[i])) continue;
    seen += static_cast<unsigned char>(text[i]) >= 0xF0 ? 2 : 1;
    if (seen > units) return i;
  }
  return text.size();
}

}  // namespace

std::string cut(const std::string& text, std::size_t characters) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (starts_character(text[i]) && seen++ == characters) return text.substr(0, i);
  return text;
}

std::string cell_text(const std::string& text) {
  std::string clean = xml_characters(text);
  if (bytes_within(clean, longest_cell) == clean.size()) return clean;
  constexpr std::string_view note = " ... (cut here: a cell holds 32,767 characters; the result file has all)";
  return clean.substr(0, bytes_within(clean, longest_cell - note.size())) + std::string(note);
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
