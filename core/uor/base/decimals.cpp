#include "core/uor/base/decimals.hpp"

#include <array>
#include <charconv>

namespace uor {

std::string decimals(double value, int places) {
  constexpr std::size_t room = 400;  // the largest double has 309 digits before its point
  std::array<char, room> written;
  char* const end = std::to_chars(written.data(), written.data() + room, value, std::chars_format::fixed, places).ptr;
  const std::string text(written.data(), end);
  const bool nought = text.find_first_not_of("-0.") == std::string::npos;
  return nought && text.front() == '-' ? text.substr(1) : text;
}

std::string signed_decimals(double value, int places) {
  const std::string text = decimals(value, places);
  return text.front() == '-' ? text : "+" + text;
}

}  // namespace uor
