// The sheet Changes.
#include <cmath>

#include "core/uor/policy/no_single_metric.hpp"
#include "core/uor/report/workbook_sheet.hpp"

namespace uor::report {

namespace {

/// Blank where it is not known.
CellValue known(double value, const char* number_format) {
  return std::isfinite(value) ? CellValue(Number{value, number_format}) : CellValue();
}

/// How the figures of one kind of row are shown.
struct Formats {
  const char *value, *change, *error;
};
constexpr Formats of_shares = {format::percent, format::change, format::error};
constexpr Formats of_scores = {format::score, format::score_change, "0.0000"};
constexpr Formats of_values = {format::value, "+#,##0.000;-#,##0.000;0", "0.0000"};

/// The rows of one trust on one side.
class ChangeRows {
 public:
  ChangeRows(WorkbookSheet& out, std::string trust, std::string side)
      : out_(out), trust_(std::move(trust)), side_(std::move(side)) {}

  void add(const char* what, const std::string& item, const std::string& unit, const analyse::Change& change,
           const Formats& formats, const Moved* moved = nullptr) const {
    out_.row({trust_, side_, what, item, unit, known(change.from, formats.value), known(change.to, formats.value),
              known(change.change, formats.change), known(change.standard_error, formats.error),
              analyse::name_of(change.basis),
              moved == nullptr ? CellValue() : known(moved->standardised, "+0.00;-0.00;0"),
              verdict(moved == nullptr ? 0 : moved->better)});
  }

 private:
  WorkbookSheet& out_;
  std::string trust_, side_;
};

void add_changes(const ChangeRows& rows, const Changes& changes) {
  for (std::size_t grade = 4; grade-- > 0;)
    rows.add("Rating", rating_names[grade], "share of trials", changes.rating[grade], of_shares);
  rows.add("Rating", "Good or better", "share of trials", changes.good_or_better, of_shares);
  rows.add("Rating", "Expected rating", "1 to 4", changes.expected_rating, of_scores);
  rows.add("Latent", "Mean latent, before limits", "", changes.expected_score, of_scores);
  for (const MovedKloe& kloe : changes.kloes) {
    if (kloe.score) rows.add("Key line, score", kloe.title, "1 to 4", kloe.score->change, of_scores, &*kloe.score);
    rows.add("Key line, below good", kloe.title, "share of trials", kloe.below_good, of_shares);
  }
  for (const Moved& metric : changes.metrics)
    rows.add("Metric", metric.title, metric.unit, metric.change, of_values, &metric);
  for (const MovedRule& rule : changes.rules)
    rows.add(rule.limit ? "Limit" : "Characteristic", rule.title, "share of trials", rule.share, of_shares);
}

}  // namespace

void write_changes(workbook::BookWriter& book, const Figures& figures) {
  WorkbookSheet out(book, "Changes", "What changed from the baseline",
                    "At the assessment month, trial by trial over the same draws; what moved most first. An error is "
                    "paired, or a bound: at most this. Limits and characteristics that hold in as many trials as "
                    "before, and metrics that do not move, have no row. Size: of a metric in distances between its "
                    "national quartiles, of a score in grades. " +
                        std::string(policy::no_single_metric),
                    {{"Trust", 9},
                     {"Side", 34},
                     {"What", 20},
                     {"Item", 60},
                     {"Unit", 18},
                     {"From", 11, "baseline"},
                     {"To", 11, "side"},
                     {"Change", 11},
                     {"±", 10, "standard error"},
                     {"± is", 10},
                     {"Size", 11, "national spreads"},
                     {"Verdict", 9}});
  out.headings();
  out.freeze(4);
  const int first = out.next();
  for (const TrustFigures& trust : figures.trusts)
    for (std::size_t side = 1; side <= trust.changes.size(); ++side)
      add_changes({out, trust.code, figures.origin.side_titles[side]}, trust.changes[side - 1]);
  out.name("changes", first, 1, 12);
  if (out.next() > first) out.sheet().filter({{first - 1, 1}, {out.next() - 1, 12}});
}

}  // namespace uor::report
