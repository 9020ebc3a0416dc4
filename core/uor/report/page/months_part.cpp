#include <fmt/format.h>

#include "core/uor/report/headline.hpp"
#include "core/uor/report/page/changes_html.hpp"
#include "core/uor/report/page/markup.hpp"
#include "core/uor/report/page/part.hpp"
#include "core/uor/report/page/table_html.hpp"
#include "core/uor/report/tables/from_to.hpp"
#include "core/uor/report/tables/odds_by_month.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::page {

std::string months_part(const TrustPart& part) {
  return chart_html(
      {"odds-by-month", "The odds, were the rating struck at the end of each month",
       "Stacked areas: the share of trials with each rating by month, baseline and scenario; the table "
       "below has the figures",
       fmt::format("The rating is struck in month {} ({}).", part.assessment() + 1, month_name(part.assessment() + 1)),
       html_of(tables::odds_by_month(part.run, part.trust))});
}

std::string from_to_part(const TrustPart& part) {
  if (part.sides() == 1) return "";
  std::string tables, words;
  for (std::size_t side = 1; side < part.sides(); ++side) {
    words += for_side(side, side == part.last_side(), paragraph(moves_in_words(part.trust, side), "note"));
    tables += from_to_html(tables::from_to(part.run, part.trust, side));
  }
  return words + chart_html({"from-to", "From the baseline's rating (left) to the scenario's (right)",
                             "Flows from the baseline's ratings to the scenario's; the table below has the figures", "",
                             tables});
}

}  // namespace uor::report::page
