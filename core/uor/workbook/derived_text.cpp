#include "core/uor/workbook/derived_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/uor/base/input_limits.hpp"

namespace uor::workbook {

void DerivedText::add(std::string line, const Where& where, LineKind kind) {
  lines_.push_back({std::move(line), to_string(where), kind});
}

std::string DerivedText::text() const {
  std::string text;
  for (const Line& line : lines_) text += line.text + '\n';
  return text;
}

LinePlaces DerivedText::places() const {
  LinePlaces places;
  for (const Line& line : lines_) places.push_back(line.place);
  return places;
}

bool DerivedText::blank(const std::string& place) {
  bool blanked = false;
  for (Line& line : lines_) {
    if (line.kind != LineKind::fact || line.place != place || line.text.empty()) continue;
    line.text.clear();
    blanked = true;
  }
  return blanked;
}

void DerivedText::parse(const std::function<void(const std::string&, const LinePlaces&)>& parse) const {
  DerivedText rest = *this;
  for (;;) {
    try {
      parse(rest.text(), rest.places());
      break;
    } catch (const Error& error) {
      rest.refuse(error);
      if (rest.refused_.size() >= limits::cells_named || !rest.blank(error.where().file)) break;
    }
  }
  if (rest.refused_.empty()) return;
  const std::size_t named = std::min(rest.refused_.size(), limits::cells_named);
  const std::string more =
      rest.refused_.size() < limits::cells_named ? "" : "\nThere may be more: correct these first.";
  throw Error(fmt::format("{}{}", fmt::join(rest.refused_.begin(), rest.refused_.begin() + named, "\n"), more));
}

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string key_of(std::string_view key) {
  constexpr std::string_view bare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  const bool is_bare = !key.empty() && key.find_first_not_of(bare) == std::string_view::npos;
  return is_bare ? std::string(key) : toml_text(key);
}

}  // namespace uor::workbook
