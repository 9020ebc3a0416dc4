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

/// One part a run. With `brief` only one page of A4 a trust: odds, and how resources are used.
struct Request {
  bool brief = false;
};

std::string html_of(const std::vector<Figures>& runs, const Rules& rules, const Assets& assets, const Request& request);

}  // namespace uor::report::page
