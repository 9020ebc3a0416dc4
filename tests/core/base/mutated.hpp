// Text with a few things wrong in it, as a bad disk, a bad program or bad will leave it: the same ones for a seed.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace uor::test {

/// `text` after one to four changes: bytes flipped, pieces deleted, doubled or moved, and pieces put in that readers
/// stumble over.
inline std::string mutated(std::string text, std::mt19937_64& random) {
  using std::string_view_literals::operator""sv;
  constexpr std::array odd = {"\0"sv,          "\xEF\xBB\xBF"sv,
                              "\xC2\xA0"sv,    "\xE2\x80\x8B"sv,
                              "\xC2\xAA"sv,    "\xFF"sv,
                              "[[["sv,         "]]"sv,
                              "{a.b.c={"sv,    "\"\"\""sv,
                              "'''"sv,         "\""sv,
                              "\r"sv,          "\n"sv,
                              "="sv,           ".a.a.a.a"sv,
                              "1e999"sv,       "-9223372036854775808"sv,
                              "nan"sv,         "<r>"sv,
                              "</c>"sv,        "<![CDATA["sv,
                              "&#0;"sv,        "_x0000_"sv,
                              "_xD83D_"sv,     "A1048577"sv,
                              "true"sv,        ","sv,
                              ";"sv,           "2018-02-31"sv,
                              "\xE2\x88\x92"sv};
  const auto below = [&](std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(random() % count); };
  for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
    const std::size_t at = below(text.size() + 1), length = below(12);
    const std::string piece = text.substr(at, length);
    switch (below(5)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(random());
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, piece + piece);
        break;
      case 3:
        text.erase(at, length);
        text.insert(below(text.size() + 1), piece);
        break;
      default:
        text.insert(at, odd[below(odd.size())]);
    }
  }
  return text;
}

}  // namespace uor::test
