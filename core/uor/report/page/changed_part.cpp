#include "core/uor/report/page/changes_html.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"

namespace uor::report::page {

std::string changed_part(const TrustPart& part) {
  if (part.sides() == 1) return "";
  std::vector<tables::ChangesPart> parts;
  for (std::size_t side = 1; side < part.sides(); ++side)
    parts.push_back({part.trust.changes[side - 1], part.title(0), part.title(side)});
  std::string html = paragraph(
      "The same draws on both sides: each change is taken trial by trial, and ± is its paired standard error. Black "
      "lines reach two standard errors to either side. Of key lines and metrics blue is for the better, orange for the "
      "worse.",
      "note");
  if (parts.size() > 1) html += changes_overview(parts);
  return html + changes_html(parts);
}

}  // namespace uor::report::page
