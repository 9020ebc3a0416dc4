#include <utility>

#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/kloes.hpp"

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

}  // namespace uor::report::page
