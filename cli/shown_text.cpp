#include "cli/shown_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/uor/base/characters.hpp"

namespace uor::cli {

namespace {

/// All that style.cpp and progress_line.cpp write.
constexpr std::array<std::string_view, 7> own_codes = {"\x1b[0m",  "\x1b[1m",  "\x1b[2m", "\x1b[31m",
                                                       "\x1b[32m", "\x1b[33m", "\r\x1b[K"};
constexpr std::size_t longest_code = 5;

bool begins_code(std::string_view text) {
  return std::any_of(own_codes.begin(), own_codes.end(), [&](std::string_view code) { return code.starts_with(text); });
}

std::size_t code_bytes(std::string_view text) {
  for (const std::string_view code : own_codes)
    if (text.starts_with(code)) return code.size();
  return 0;
}

/// Bytes of a character at the end of `text` that wants more of them.
std::size_t unfinished_character(std::string_view text) {
  const std::size_t most = std::min<std::size_t>(3, text.size());
  for (std::size_t back = 1; back <= most; ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const std::size_t wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return wanted > back ? back : 0;
  }
  return 0;
}

/// Bytes of a colour at the end of `text` that wants more of them.
std::size_t unfinished_code(std::string_view text) {
  for (std::size_t back = std::min(longest_code - 1, text.size()); back > 0; --back)
    if (begins_code(text.substr(text.size() - back)) && code_bytes(text.substr(text.size() - back)) == 0) return back;
  return 0;
}

std::string with_codes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t next = std::min(text.find_first_of("\x1b\r"), text.size());
    out += shown(text.substr(0, next));
    text.remove_prefix(next);
    if (text.empty()) break;
    const std::size_t code = code_bytes(text);
    out += code > 0 ? std::string(text.substr(0, code)) : shown(text.substr(0, 1));
    text.remove_prefix(std::max<std::size_t>(code, 1));
  }
  return out;
}

}  // namespace

std::string ShownText::pass(std::string_view text) {
  std::string all = std::exchange(waiting_, {}) + std::string(text);
  std::size_t held = unfinished_character(all);
  if (on_terminal_) held = std::max(held, unfinished_code(all));
  waiting_ = all.substr(all.size() - held);
  all.resize(all.size() - held);
  return on_terminal_ ? with_codes(all) : shown(all);
}

std::string ShownText::end() { return shown(std::exchange(waiting_, {})); }

}  // namespace uor::cli
