#include "core/uor/workbook/cell_text.hpp"

#include <string_view>

#include "core/uor/base/utf8.hpp"

namespace uor::workbook {

namespace {

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

std::string cell_text(const std::string& given) {
  const std::string text = as_utf8(given);  // a name of a file need not be UTF-8, a part of a workbook must
  if (bytes_within(text, most_in_a_cell) == text.size()) return text;
  constexpr std::string_view note = " ... (cut here: a cell holds 32,767 characters; the result file has all)";
  return text.substr(0, bytes_within(text, most_in_a_cell - note.size())) + std::string(note);
}

}  // namespace uor::workbook
