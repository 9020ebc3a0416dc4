#include <utility>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/evidence.hpp"
#include "core/uor/report/tables/kloes.hpp"
#include "core/uor/report/tables/prompts.hpp"

namespace uor::report::page {

std::string kloes_part(const TrustPart& part) {
  tables::Table table = tables::kloes(part.run, part.trust);
  const std::string weights = std::exchange(table.note, "");
  return chart_html(
      {"kloes", "Odds by key line of enquiry",
       "Bars: for each key line of enquiry the share of trials whose score rounds to each rating, baseline "
       "and scenario; the table below has the figures",
       weights, html_of(table), "", "tall"});
}

std::string prompts_part(const TrustPart& part) {
  const tables::Table table = tables::prompts(part.trust);
  if (table.empty()) return "";
  std::string questions;
  for (const Kloe& kloe : part.trust.kloes)
    if (!kloe.question.empty()) questions += paragraph(kloe.title + ": " + kloe.question);
  return paragraph("Assessors rely on these on site and may ask others. What nobody has judged is drawn.", "note") +
         questions + html_of(table);
}

std::string evidence_part(const TrustPart& part) {
  const tables::Table table = tables::evidence(part.trust);
  return table.empty() ? "" : html_of(table);
}

}  // namespace uor::report::page
