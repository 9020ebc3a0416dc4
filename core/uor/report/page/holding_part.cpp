#include "core/uor/policy/no_single_metric.hpp"
#include "core/uor/policy/policy.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/holding.hpp"

namespace uor::report::page {

std::string limits_part(const TrustPart& part) {
  const tables::Table table = tables::limits(part.run, part.trust);
  if (table.empty()) return paragraph("No limit on the rating applies in any trial.");
  return paragraph(
             "Rules that hold the rating down whatever the score says, in the trials in which they did. Where a rule's "
             "condition holds, assessors act on it with a probability that is assumed or fitted to published ratings: "
             "a condition that always holds need not limit every trial.",
             "note") +
         paragraph(policy::no_single_metric, "note") + html_of(table);
}

std::string characteristics_part(const TrustPart& part) {
  std::string html = paragraph(
      "What the framework describes as typical of each rating, and in how many per cent of trials "
      "it is so at the rating. Several can hold at once, also of different ratings.",
      "note");
  for (std::size_t grade = 4; grade-- > 0;) {
    const tables::Table table = tables::characteristics(part.run, part.trust, policy::rating_ids[grade]);
    if (!table.empty()) html += html_of(table);
  }
  return html;
}

}  // namespace uor::report::page
