// The sheet Summary.
#include <fmt/format.h>

#include "core/uor/report/tables/odds.hpp"
#include "core/uor/report/tables/sector.hpp"
#include "core/uor/report/workbook/odds_chart.hpp"
#include "core/uor/report/workbook/sheet.hpp"
#include "core/uor/report/workbook/sheets.hpp"

namespace uor::report::book {

namespace {

std::string run_words(const Origin& origin) {
  return fmt::format("{} months from April, rated in month {}; {} trials a trust, seed {}; uor {}.", origin.months,
                     origin.assessment_month, origin.trials, origin.seed, origin.version);
}

void write_trust_summary(Sheet& out, const Figures& figures, const TrustFigures& trust) {
  const tables::Table odds = tables::rating_odds(figures, trust);
  out.space();
  out.headings(odds, fmt::format("{}  {}", trust.code, trust.name));
  const int first = out.rows(odds);
  out.name("odds_" + trust.code, first, odds_columns.first, odds_columns.last);
  const int last = out.next() - 1;
  out.words(trust.known.words());
  out.space();
  const workbook::Chart chart = odds_chart(out.sheet().name(), first, last, "Odds of each rating, " + trust.code);
  out.sheet().chart({out.next(), 1}, chart);
  for (double points = 0; points < chart.height_pixels; points += 20) out.space();
}

void write_sector_summary(Sheet& out, const Figures& figures) {
  if (!figures.sector) return;
  const tables::Table counts = tables::sector_counts(figures), together = tables::together(figures);
  out.space();
  out.headings(counts, fmt::format("Number of trusts with each rating, of {}", figures.sector->trusts));
  out.name("sector_counts", out.rows(counts), odds_columns.first, odds_columns.last);
  out.space();
  out.headings(together, "All trusts together");
  out.rows(together);
}

}  // namespace

void write_summary(workbook::BookWriter& book, const Figures& figures) {
  const Origin& origin = figures.origin;
  Sheet out(book, "Summary", "Use of resources: " + origin.title,
            origin.question.empty() ? origin.title : origin.question, tables::rating_odds(figures, TrustFigures()));
  out.words(run_words(origin));
  for (const TrustFigures& trust : figures.trusts) write_trust_summary(out, figures, trust);
  write_sector_summary(out, figures);
  out.space();
  for (const TrustFigures& trust : figures.trusts)
    if (const std::string words = today_words(trust); !words.empty()) out.words(trust.code + ": " + words);
  for (const TrustFigures& trust : figures.trusts)
    if (const std::string words = published_words(trust); !words.empty())
      out.words(fmt::format("Last published of {}: {}", trust.code, words));
  for (const TrustFigures& trust : figures.trusts)
    for (const std::string& warning : trust.warnings) out.words("Warning: " + warning);
  for (const std::string& note : origin.notes) out.words("Note: " + note);
  for (const std::string& left_out : figures.left_out) out.words("Left out: " + left_out);
}

}  // namespace uor::report::book
