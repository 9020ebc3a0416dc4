// The report as one page: template, styles, script and figures in one file that opens without a network.
#pragma once

#include <string>
#include <vector>

#include "core/uor/report/figures.hpp"

namespace uor::report::page {

/// What `npm run build` in web/ makes. Empty texts: it was not built; the page then has its tables and says how to get
/// the charts.
struct Assets {
  std::string script, styles, notices;
};

/// A page is no larger than this where fewer sides make it so: it can be mailed, and opens at once on a phone.
inline constexpr std::size_t most_page_bytes = 3'000'000;

struct Request {
  bool brief = false;  // only one page of A4 a trust: odds, and how resources are used
};

/// One part a run, and before them what changed between several. Of a run with so many sides that the page would be
/// larger than most_page_bytes some are shown in full, and the page says so; its tables of odds have all.
std::string html_of(const std::vector<Figures>& runs, const Rules& rules, const Assets& assets, const Request& request);

}  // namespace uor::report::page
