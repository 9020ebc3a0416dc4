#include "cli/csv_word.hpp"

#include <algorithm>
#include <cctype>

#include "cli/text.hpp"

namespace uor::cli {

std::string csv_word(std::string_view text) {
  const auto plain = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), plain) ? std::string(text) : csv_text(text);
}

}  // namespace uor::cli
