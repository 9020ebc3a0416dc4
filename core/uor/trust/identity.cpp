#include "core/uor/trust/identity.hpp"

#include <algorithm>

#include "core/uor/base/written.hpp"

namespace uor::trust {

void check_code(const std::string& code, const Where& where) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  if (code.empty()) throw Error(where, "the trust code is blank, write one such as RF4");
  if (code.find_first_not_of(allowed) != std::string::npos) {
    throw Error(where,
                "the trust code is '" + visible(code) + "' (a short code is needed), use letters, digits, '_' and '-'");
  }
  if (code == "all") throw Error(where, "the trust code is 'all' (it means every trust), use another");
}

void check_financial_year(const std::string& what, const std::string& year, const Where& where) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    return std::all_of(year.begin() + from, year.begin() + from + count, [](char c) { return c >= '0' && c <= '9'; });
  };
  const bool formed = year.size() == 7 && year[4] == '/' && digits(0, 4) && digits(5, 2);
  if (!formed || (std::stoi(year.substr(0, 4)) + 1) % 100 != std::stoi(year.substr(5))) {
    throw Error(where,
                "the " + what + " is '" + visible(year) + "' (not a financial year), write one such as \"2018/19\"");
  }
}

}  // namespace uor::trust
