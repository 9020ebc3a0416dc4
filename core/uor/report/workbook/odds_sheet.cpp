// The sheet Odds.
#include <fmt/format.h>

#include "core/uor/report/tables/odds.hpp"
#include "core/uor/report/tables/odds_by_month.hpp"
#include "core/uor/report/workbook/all_trusts.hpp"
#include "core/uor/report/workbook/odds_chart.hpp"
#include "core/uor/report/workbook/sheet.hpp"
#include "core/uor/report/workbook/sheets.hpp"

namespace uor::report::book {

namespace {

using tables::Table;

void add_table(Sheet& out, const Table& table, const std::string& caption) {
  out.space();
  out.headings(table, caption);
  out.rows(table);
}

/// Left out, and said so, for the trusts that nobody gave one.
void write_combined(Sheet& out, const Figures& figures) {
  out.space();
  out.headings(tables::combined_odds(figures, TrustFigures()), "Combined rating");
  for (const TrustFigures& trust : figures.trusts)
    if (trust.combined_given)
      out.rows(tables::combined_odds(figures, trust));
    else
      out.words(trust.code +
                ": left out, no combined ratings were given yet in the year and month in which this one is struck.");
}

void write_months(Sheet& out, const Figures& figures, const TrustFigures& trust) {
  for (std::size_t side = 0; side < trust.odds.size(); ++side) {
    const Table months = tables::odds_in_months(figures, trust, side);
    out.space();
    out.headings(months, months.caption);
    const int first = out.rows(months);
    out.name(fmt::format("odds_by_month_{}_{}", trust.code, side), first, odds_columns.first, odds_columns.last);
    workbook::Chart chart =
        odds_chart(out.sheet().name(), first, out.next() - 1,
                   fmt::format("{}, {}: odds by month", trust.code, figures.origin.side_titles[side]));
    chart.kind = workbook::Chart::Kind::lines;
    chart.width_pixels = 560;
    chart.height_pixels = 300;
    out.sheet().chart({first - 1, 12}, chart);
  }
}

}  // namespace

void write_odds(workbook::BookWriter& book, const Figures& figures) {
  const Table odds = of_all_trusts(figures, tables::rating_odds);
  Sheet out(book, "Odds", "Odds",
            "Shares of trials, with their Monte Carlo standard errors. Combined is with CQC's quality ratings.", odds);
  out.whole(odds, "odds", 2);
  add_table(out, of_all_trusts(figures, tables::odds_changes), "Change to the baseline, paired by trial");
  add_table(out, of_all_trusts(figures, tables::one_number),
            "Good or better, the mean rating after limits (1 inadequate to 4 outstanding), and the latent before them");
  const Table ranges = of_all_trusts(figures, tables::fit_ranges);
  if (!ranges.empty()) add_table(out, ranges, "Allowing for the fit: what 90 % of the draws around it lie between");
  write_combined(out, figures);
  add_table(out, of_all_trusts(figures, tables::quality_odds), "CQC's quality rating");
  for (const TrustFigures& trust : figures.trusts) write_months(out, figures, trust);
}

}  // namespace uor::report::book
