// The sheets Summary, Odds and From-to.
#include <fmt/format.h>

#include <tuple>

#include "core/uor/report/workbook_sheet.hpp"

namespace uor::report {

namespace {

using workbook::Chart;
using workbook::Range;

const std::string summary_sheet = "Summary", odds_sheet = "Odds";

std::string run_words(const Origin& origin) {
  return fmt::format("{} months from April, rated in month {}; {} trials a trust, seed {}; uor {}.", origin.months,
                     origin.assessment_month, origin.trials, origin.seed, origin.version);
}

Number share(double value) { return {value, format::percent}; }

/// Odds of one side in a row: four shares, each with its standard error.
std::vector<CellValue> odds_row(const std::string& trust, const std::string& side, const Odds4& odds) {
  std::vector<CellValue> row = {trust, side};
  for (const analyse::Estimate& estimate : odds) {
    row.emplace_back(share(estimate.value));
    row.emplace_back(Number{estimate.standard_error, format::error});
  }
  return row;
}

std::vector<Column> odds_columns() {
  std::vector<Column> columns = {{"Trust", 12}, {"Side", 34}};
  for (const char* title : rating_names) {
    columns.push_back({title, 15, "share of trials"});
    columns.push_back({"±", 9, "standard error"});
  }
  return columns;
}

/// Bars of the four shares in columns 3, 5, 7 and 9 of rows first..last.
Chart odds_chart(const std::string& sheet, int first, int last, const std::string& title) {
  Chart chart{Chart::Kind::stacked_bars, title, "", "", "0%", {}, 760, 90 + 46.0 * (last - first + 1)};
  for (int rating = 0; rating < 4; ++rating) {
    const auto index = static_cast<std::size_t>(rating);
    const int column = 3 + 2 * rating;
    chart.series.push_back({rating_names[index],
                            sheet,
                            {{first, 2}, {last, 2}},
                            {{first, column}, {last, column}},
                            rating_colours[index]});
  }
  return chart;
}

void write_trust_summary(WorkbookSheet& out, const Figures& figures, const TrustFigures& trust) {
  out.space();
  out.headings(fmt::format("{}  {}", trust.code, trust.name));
  const int first = out.next();
  for (std::size_t side = 0; side < trust.odds.size(); ++side)
    out.row(odds_row(trust.code, figures.origin.side_titles[side], trust.odds[side].rating));
  out.name("odds_" + trust.code, first, 3, 10);
  const int last = out.next() - 1;
  out.words(trust.known.words());
  out.space();
  const Chart chart = odds_chart(summary_sheet, first, last, "Odds of each rating, " + trust.code);
  out.sheet().chart({out.next(), 1}, chart);
  for (double points = 0; points < chart.height_pixels; points += 20) out.space();
}

void write_sector_odds(WorkbookSheet& out, const Figures& figures) {
  out.space();
  out.headings("All trusts together", {{"", 0},
                                       {"Side", 0},
                                       {"Good or better", 0},
                                       {"±", 0},
                                       {"Change", 0, "paired"},
                                       {"±", 0},
                                       {"Expected rating", 0, "1 to 4"},
                                       {"±", 0},
                                       {"Change", 0, "paired"},
                                       {"±", 0}});
  for (std::size_t side = 0; side < figures.sector->odds.size(); ++side) {
    const analyse::SectorOdds& odds = figures.sector->odds[side];
    std::vector<CellValue> row = {std::monostate{}, figures.origin.side_titles[side]};
    for (const auto& [estimate, shown, error] : {std::tuple{odds.good_or_better, format::percent, format::error},
                                                 {odds.good_or_better_change, format::change, format::error},
                                                 {odds.expected_rating, format::score, "0.0000"},
                                                 {odds.expected_rating_change, format::score_change, "0.0000"}}) {
      row.emplace_back(Number{estimate.value, shown});
      row.emplace_back(Number{estimate.standard_error, error});
    }
    out.row(row);
  }
}

void write_sector_summary(WorkbookSheet& out, const Figures& figures) {
  if (!figures.sector) return;
  out.space();
  out.headings(fmt::format("Number of trusts with each rating, of {}", figures.sector->trusts), {{"", 0},
                                                                                                 {"Side", 0},
                                                                                                 {rating_names[0], 0},
                                                                                                 {"±", 0, "sd"},
                                                                                                 {rating_names[1], 0},
                                                                                                 {"±", 0, "sd"},
                                                                                                 {rating_names[2], 0},
                                                                                                 {"±", 0, "sd"},
                                                                                                 {rating_names[3], 0},
                                                                                                 {"±", 0, "sd"}});
  const int first = out.next();
  for (std::size_t side = 0; side < figures.sector->held.size(); ++side) {
    std::vector<CellValue> row = {std::monostate{}, figures.origin.side_titles[side]};
    for (const HeldCount& held : figures.sector->held[side]) {
      row.emplace_back(Number{held.spread.mean, "#,##0.0"});
      row.emplace_back(Number{held.spread.sd, "#,##0.0"});
    }
    out.row(row);
  }
  out.name("sector_counts", first, 3, 10);
  write_sector_odds(out, figures);
}

void write_odds_changes(WorkbookSheet& out, const Figures& figures) {
  out.headings("Change to the baseline, paired by trial");
  for (const TrustFigures& trust : figures.trusts)
    for (std::size_t side = 1; side < trust.odds.size(); ++side) {
      std::vector<CellValue> row = {trust.code, figures.origin.side_titles[side]};
      for (const analyse::Estimate& estimate : trust.odds[side].change) {
        row.emplace_back(Number{estimate.value, format::change});
        row.emplace_back(Number{estimate.standard_error, format::error});
      }
      out.row(row);
    }
}

void write_one_numbers(WorkbookSheet& out, const Figures& figures) {
  out.headings(
      "Good or better, the mean rating after limits (1 inadequate to 4 outstanding), and the latent before them",
      {{"Trust", 0},
       {"Side", 0},
       {"Good or better", 0, "share of trials"},
       {"±", 0},
       {"Change", 0, "paired"},
       {"±", 0, "of change"},
       {"Expected rating", 0, "1 to 4"},
       {"±", 0},
       {"Change", 0, "paired"},
       {"±", 0, "of change"},
       {"Likeliest rating", 0},
       {"Latent", 0, "before limits"},
       {"Latent in words", 0}});
  for (const TrustFigures& trust : figures.trusts)
    for (std::size_t side = 0; side < trust.odds.size(); ++side) {
      const Odds& odds = trust.odds[side];
      const auto number = [](double value, const char* shown) { return Number{value, shown}; };
      out.row({trust.code, figures.origin.side_titles[side], share(odds.good_or_better.value),
               number(odds.good_or_better.standard_error, format::error),
               number(odds.good_or_better_change.value, format::change),
               number(odds.good_or_better_change.standard_error, format::error),
               number(odds.expected_rating.value, format::score), number(odds.expected_rating.standard_error, "0.0000"),
               number(odds.expected_rating_change.value, format::score_change),
               number(odds.expected_rating_change.standard_error, "0.0000"),
               rating_names[static_cast<std::size_t>(odds.likeliest - 1)], number(odds.expected_score, format::score),
               odds.latent});
    }
}

/// Left out, and said so, for the trusts that nobody gave one.
void write_combined(WorkbookSheet& out, const Figures& figures) {
  out.space();
  out.headings("Combined rating");
  for (const TrustFigures& trust : figures.trusts) {
    if (!trust.combined_given) {
      out.words(trust.code +
                ": left out, no combined ratings were given yet in the year and month in which this one is "
                "struck.");
      continue;
    }
    for (std::size_t side = 0; side < trust.odds.size(); ++side)
      out.row(odds_row(trust.code, figures.origin.side_titles[side], trust.odds[side].combined));
  }
}

void write_months(WorkbookSheet& out, const Figures& figures, const TrustFigures& trust) {
  for (std::size_t side = 0; side < trust.odds.size(); ++side) {
    out.space();
    out.headings(
        fmt::format("{}, {}: were the rating struck in the month", trust.code, figures.origin.side_titles[side]),
        {{"Trust", 0},
         {"Month", 0},
         {rating_names[0], 0},
         {"±", 0},
         {rating_names[1], 0},
         {"±", 0},
         {rating_names[2], 0},
         {"±", 0},
         {rating_names[3], 0},
         {"±", 0}});
    const int first = out.next();
    const std::vector<Odds4>& months = trust.odds[side].by_month;
    for (std::size_t month = 0; month < months.size(); ++month)
      out.row(odds_row(trust.code, month_heading(month), months[month]));
    out.name(fmt::format("odds_by_month_{}_{}", trust.code, side), first, 3, 10);
    Chart chart = odds_chart(odds_sheet, first, out.next() - 1,
                             fmt::format("{}, {}: odds by month", trust.code, figures.origin.side_titles[side]));
    chart.kind = Chart::Kind::lines;
    chart.width_pixels = 560;
    chart.height_pixels = 300;
    out.sheet().chart({first - 1, 12}, chart);
  }
}

}  // namespace

void write_summary(workbook::BookWriter& book, const Figures& figures) {
  const Origin& origin = figures.origin;
  WorkbookSheet out(book, summary_sheet, "Use of resources: " + origin.title,
                    origin.question.empty() ? origin.title : origin.question, odds_columns());
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

void write_odds(workbook::BookWriter& book, const Figures& figures) {
  WorkbookSheet out(book, odds_sheet, "Odds",
                    "Shares of trials, with their Monte Carlo standard errors. Combined is with CQC's quality ratings.",
                    odds_columns());
  out.headings();
  out.freeze(2);
  const int first = out.next();
  for (const TrustFigures& trust : figures.trusts)
    for (std::size_t side = 0; side < trust.odds.size(); ++side)
      out.row(odds_row(trust.code, figures.origin.side_titles[side], trust.odds[side].rating));
  out.name("odds", first, 1, 10);
  out.space();
  write_odds_changes(out, figures);
  out.space();
  write_one_numbers(out, figures);
  write_combined(out, figures);
  out.space();
  out.headings("CQC's quality rating");
  for (const TrustFigures& trust : figures.trusts)
    for (std::size_t side = 0; side < trust.odds.size(); ++side)
      out.row(odds_row(trust.code, figures.origin.side_titles[side], trust.odds[side].quality));
  for (const TrustFigures& trust : figures.trusts) write_months(out, figures, trust);
}

void write_from_to(workbook::BookWriter& book, const Figures& figures) {
  std::vector<Column> columns = {{"Trust", 12}, {"Side", 34}, {"Baseline", 24, "from"}};
  for (const char* title : rating_names) columns.push_back({title, 15, "to, trials"});
  WorkbookSheet out(book, "From-to", "From the baseline's rating to the scenario's",
                    "Trials, paired: the same draws on both sides. On the diagonal nothing changes.", columns);
  out.headings();
  out.freeze(3);
  const int first = out.next();
  for (const TrustFigures& trust : figures.trusts)
    for (std::size_t side = 0; side < trust.odds.size(); ++side)
      for (std::size_t from = 0; from < 4; ++from) {
        std::vector<CellValue> row = {trust.code, figures.origin.side_titles[side], rating_names[from]};
        for (const std::uint64_t trials : trust.odds[side].from_to[from])
          row.emplace_back(Number{static_cast<double>(trials), format::count});
        out.row(row);
      }
  out.name("from_to", first, 1, 7);
}

}  // namespace uor::report
