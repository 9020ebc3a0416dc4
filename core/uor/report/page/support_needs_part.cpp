#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/support_needs.hpp"

namespace uor::report::page {

std::string received_part(const TrustPart& part) { return html_of(tables::received(part.run, part.trust)); }

std::string support_needs_part(const TrustPart& part) {
  std::string html;
  for (const std::string& words : {part.trust.support.together, part.trust.support.since})
    if (!words.empty()) html += paragraph(words);
  const tables::Table table = tables::support_needs(part.run, part.trust);
  if (table.empty()) return html.empty() ? html : html + paragraph("Nothing that was found triggers a closer look.");
  return html + html_of(table);
}

}  // namespace uor::report::page
