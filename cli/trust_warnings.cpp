#include "cli/trust_warnings.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace uor::cli {

namespace {

void add(Lines& lines, Lines more) {
  for (std::string& line : more) lines.push_back(std::move(line));
}

std::size_t with_warnings(const model::Header& header) {
  return static_cast<std::size_t>(std::count_if(header.trusts.begin(), header.trusts.end(),
                                                [](const auto& trust) { return !trust.warnings.empty(); }));
}

}  // namespace

std::string marked_name(const model::TrustInfo& trust, std::size_t width) {
  if (trust.warnings.empty()) return shorten(trust.name, width);
  return shorten(trust.name, width - visible_width(warning_mark)) + warning_mark;
}

Lines warnings_block(const model::Header& header, const std::vector<std::size_t>& shown, const Style& style) {
  Lines lines;
  std::size_t marked = 0;
  for (const std::size_t at : shown) {
    const model::TrustInfo& trust = header.trusts[at];
    marked += trust.warnings.empty() ? 0 : 1;
    for (const std::string& warning : trust.warnings)
      add(lines, wrap(style.warning(warning.rfind(trust.code, 0) == 0 ? "† " : "† " + trust.code + ": "), warning, 2));
  }
  const std::size_t others = with_warnings(header) - marked;
  if (others == 0) return lines;
  const std::string who = marked == 0 ? (others == 1 ? "trust has a warning" : "trusts have warnings")
                                      : (others == 1 ? "other trust has a warning" : "other trusts have warnings");
  add(lines, wrap("† ", fmt::format("{} {}: uor inspect RESULT --trusts", others, who), 2));
  return lines;
}

std::string warnings_in_one(const model::TrustInfo& trust) {
  return fmt::format("{}", fmt::join(trust.warnings, "; "));
}

void print_warnings(const std::vector<std::string>& warnings, const Style& style) {
  for (const std::string& warning : warnings) print(wrap(style.warning("Warning: "), warning, 2));
}

}  // namespace uor::cli
