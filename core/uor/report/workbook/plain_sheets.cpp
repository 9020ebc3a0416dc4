// The sheets that are one table: From-to, Changes, KLOEs, Metrics, Pounds, Trusts, Assumptions.
#include "core/uor/policy/no_single_metric.hpp"
#include "core/uor/report/tables/assumptions.hpp"
#include "core/uor/report/tables/changes.hpp"
#include "core/uor/report/tables/evidence.hpp"
#include "core/uor/report/tables/from_to.hpp"
#include "core/uor/report/tables/kloes.hpp"
#include "core/uor/report/tables/metrics.hpp"
#include "core/uor/report/tables/pounds.hpp"
#include "core/uor/report/tables/practice.hpp"
#include "core/uor/report/tables/prompts.hpp"
#include "core/uor/report/tables/sector.hpp"
#include "core/uor/report/tables/support_needs.hpp"
#include "core/uor/report/tables/trusts.hpp"
#include "core/uor/report/workbook/all_trusts.hpp"
#include "core/uor/report/workbook/sheet.hpp"
#include "core/uor/report/workbook/sheets.hpp"

namespace uor::report::book {

namespace {

using tables::Table;

Table from_to_of_sides(const Figures& run, const TrustFigures& trust) {
  Table head = tables::from_to(analyse::FromTo{}, "");
  head.rows.clear();
  std::vector<Table> sides = {head};
  for (std::size_t side = 0; side < trust.odds.size(); ++side) sides.push_back(tables::from_to(run, trust, side));
  return stacked(std::move(sides));
}

Table changes_of_sides(const Figures& run, const TrustFigures& trust) {
  Table head = tables::all_changes("", {Changes(), "", ""});
  head.rows.clear();
  std::vector<Table> sides = {head};
  for (std::size_t side = 1; side <= trust.changes.size(); ++side)
    sides.push_back(tables::all_changes(trust.code, {trust.changes[side - 1], "", run.origin.side_titles[side]}));
  return stacked(std::move(sides));
}

/// Trusts of one run may have different first years.
std::string prices_of(const Figures& figures) {
  std::string prices;
  for (const TrustFigures& trust : figures.trusts)
    if (prices.find(trust.prices) == std::string::npos) prices += (prices.empty() ? "" : " and ") + trust.prices;
  return prices;
}

}  // namespace

void write_from_to(workbook::BookWriter& book, const Figures& figures) {
  const Table table = of_all_trusts(figures, from_to_of_sides);
  Sheet out(book, "From-to", "From the baseline's rating to the scenario's",
            "Expected trials, paired: the same draws on both sides. On the diagonal nothing changes.", table);
  out.whole(table, "from_to", 3);
}

void write_changes(workbook::BookWriter& book, const Figures& figures) {
  const Table table = of_all_trusts(figures, changes_of_sides);
  Sheet out(book, "Changes", "What changed from the baseline",
            "At the assessment month, trial by trial over the same draws; what moved most first. An error is "
            "paired, or a bound: at most this. Limits and characteristics that hold in as many trials as "
            "before, and metrics that do not move, have no row. Size: of a metric in distances between its "
            "national quartiles, of a score in grades. " +
                std::string(policy::no_single_metric),
            table);
  out.whole(table, "changes", 4, true);
}

void write_kloes(workbook::BookWriter& book, const Figures& figures) {
  const Table table = of_all_trusts(figures, tables::kloes);
  Sheet out(book, "KLOEs", "Key lines of enquiry",
            "Each line's score at the assessment month, and the odds of the rating that it rounds to.", table);
  out.whole(table, "kloes", 3);
}

void write_metrics(workbook::BookWriter& book, const Figures& figures) {
  const Table table = of_all_trusts(figures, tables::metrics_by_side);
  Sheet out(book, "Metrics", "Initial metrics at the assessment month",
            "Mean over trials with its standard error, and the interval of 90 % of trials. Change is paired with the "
            "baseline; forecast is the change over the simulated year, of money net of national prices; a year before "
            "and over twelve months are as reported. National figures and peers are " +
                prices_of(figures) +
                ", as the means are. Quarter 1 is the best quarter of trusts; that of what was reported is by the "
                "prices that it was reported in.",
            table);
  out.whole(table, "metrics", 4, true);
}

void write_pounds(workbook::BookWriter& book, const Figures& figures) {
  std::vector<Table> parts;
  for (const TrustFigures& trust : figures.trusts)
    if (Table table = tables::pounds(figures, trust); !table.empty()) parts.push_back(std::move(table));
  if (parts.empty()) return;
  const Table table = stacked(std::move(parts));
  Sheet out(book, "Pounds", "What it brings in pounds", "Against the baseline, £m, mean of trials. " + table.note,
            table);
  out.whole(table, "pounds", 3);
}

void write_prompts(workbook::BookWriter& book, const Figures& figures) {
  const Table table =
      of_all_trusts(figures, [](const Figures&, const TrustFigures& trust) { return tables::prompts(trust); });
  if (table.empty()) return;
  Sheet out(book, "Prompts", "What assessors ask",
            "The framework's prompts in our own words, the session in which each is asked, who is likeliest to answer, "
            "and what was judged. What nobody has judged is drawn.",
            table);
  out.whole(table, "prompts", 2, true);
}

/// Left out where no trust gives any.
void write_evidence(workbook::BookWriter& book, const Figures& figures) {
  const Table table =
      of_all_trusts(figures, [](const Figures&, const TrustFigures& trust) { return tables::evidence(trust); });
  if (table.empty()) return;
  Sheet out(
      book, "Evidence", "Evidence that was given",
      "By key line of enquiry. Moves: what a piece does to what assessors find in the prompts of its key line, in "
      "grades.",
      table);
  out.whole(table, "evidence", 2, true);
}

void write_regions(workbook::BookWriter& book, const Figures& figures) {
  const Table table = tables::regions(figures);
  if (table.empty()) return;
  Sheet out(book, "Regions", "Expected number of trusts by region and local partnership (STP)",
            "Sums of the odds of the trusts there, a row a side.", table);
  out.whole(table, "regions", 2);
}

void write_practice(workbook::BookWriter& book, const Figures& figures) {
  const Table table = tables::practice_by_region(figures);
  if (table.empty()) return;
  Sheet out(book, "Good practice", "Metrics by region, the best median first",
            "As reported, whatever the year of the figures; what the best did is theirs to tell.", table);
  out.whole(table, "good_practice", 2);
}

void write_received(workbook::BookWriter& book, const Figures& figures) {
  const Table table = of_all_trusts(figures, tables::received);
  Sheet out(
      book, "Ratings", "The ratings that a trust receives",
      "Share of trials in the baseline: five quality questions, use of resources as proposed and as published, the "
      "five together, and all six by CQC's rule.",
      table);
  out.whole(table, "received", 2);
}

void write_support_needs(workbook::BookWriter& book, const Figures& figures) {
  const Table table = of_all_trusts(figures, tables::support_needs);
  std::string words = "Finance score and rating are read beside each other and never made one number. ";
  for (const TrustFigures& trust : figures.trusts)
    if (!trust.support.together.empty()) words += trust.code + ": " + trust.support.together + " ";
  for (const TrustFigures& trust : figures.trusts)
    if (!trust.support.since.empty()) words += trust.code + ": " + trust.support.since + " ";
  Sheet out(book, "Support needs", "Support needs in the baseline", words, table);
  out.whole(table, "support_needs", 2);
}

void write_trusts(workbook::BookWriter& book, const Figures& figures) {
  const Table table = tables::trusts(figures);
  Sheet out(book, "Trusts", "Trusts",
            "Every trust of the run, a row a side; the trusts whose odds of good or better the last side moves most "
            "first. Use the filters to sort.",
            table);
  out.whole(table, "trusts", 2, true);
}

void write_assumptions(workbook::BookWriter& book, const Figures& figures) {
  const Table table =
      of_all_trusts(figures, [](const Figures&, const TrustFigures& trust) { return tables::assumptions(trust); });
  Sheet out(book, "Assumptions", "What was assumed, and what not knowing it costs",
            "Worth is the share of the variance of the score that knowing the figure would explain; blank where that "
            "was not worked out.",
            table);
  out.whole(table, "assumptions", 2);
}

}  // namespace uor::report::book
