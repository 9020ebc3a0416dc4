// The sheets KLOEs and Metrics.
#include <cmath>

#include "core/uor/report/workbook_sheet.hpp"

namespace uor::report {

namespace {

CellValue maybe(const std::optional<double>& value, const char* number_format) {
  return value ? CellValue(Number{*value, number_format}) : CellValue();
}

CellValue maybe_text(const std::string& text) { return text.empty() ? CellValue() : CellValue(text); }

std::size_t assessment_of(const Figures& figures) {
  return static_cast<std::size_t>(figures.origin.assessment_month - 1);
}

std::string kloe_title_of(const TrustFigures& trust, const std::string& id) {
  for (const Kloe& kloe : trust.kloes)
    if (kloe.id == id) return kloe.title;
  return id;
}

CellValue quarter_cell(int quarter) {
  return quarter == 0 ? CellValue() : CellValue(Number{static_cast<double>(quarter), "0"});
}

void add_metric(WorkbookSheet& out, const Figures& figures, const TrustFigures& trust, const Metric& metric) {
  const std::size_t month = assessment_of(figures);
  for (std::size_t side = 0; side < metric.line.sides.size(); ++side) {
    const Band& band = metric.line.sides[side][month];
    const analyse::Estimate& change = metric.line.change[side][month];
    out.row({trust.code,
             figures.origin.side_titles[side],
             kloe_title_of(trust, metric.kloe),
             metric.title,
             metric.unit,
             metric.origin,
             maybe(metric.reported, format::value),
             Number{band.mean, format::value},
             Number{band.standard_error, "0.0000"},
             Number{band.lower, format::value},
             Number{band.median, format::value},
             Number{band.upper, format::value},
             Number{change.value, "+#,##0.000;-#,##0.000;0"},
             Number{change.standard_error, "0.0000"},
             maybe(metric.forecast_change[side], "+#,##0.000;-#,##0.000;0"),
             Number{metric.benchmark[side].lower, format::value},
             Number{metric.benchmark[side].median, format::value},
             Number{metric.benchmark[side].upper, format::value},
             maybe(metric.benchmark[side].peer, format::value),
             maybe(metric.change.year_ago, format::value),
             analyse::in_words(metric.change),
             maybe_text(metric.figure_month),
             maybe_text(metric.figure_source),
             quarter_cell(metric.quarter[side]),
             quarter_cell(metric.reported_quarter),
             metric.id});
  }
}

}  // namespace

namespace {

/// Trusts of one run may have different first years.
std::string prices_of(const Figures& figures) {
  std::string prices;
  for (const TrustFigures& trust : figures.trusts)
    if (prices.find(trust.prices) == std::string::npos) prices += (prices.empty() ? "" : " and ") + trust.prices;
  return prices;
}

}  // namespace

void write_kloes(workbook::BookWriter& book, const Figures& figures) {
  std::vector<Column> columns = {{"Trust", 12},
                                 {"Side", 34},
                                 {"Key line of enquiry", 30},
                                 {"Weight", 9},
                                 {"Score", 9, "mean, 1 to 4"},
                                 {"5 %", 8, "of trials"},
                                 {"95 %", 8, "of trials"}};
  for (const char* title : rating_names) columns.push_back({title, 14, "share of trials"});
  WorkbookSheet out(book, "KLOEs", "Key lines of enquiry",
                    "Each line's score at the assessment month, and the odds of the rating that it rounds to.",
                    columns);
  out.headings();
  out.freeze(3);
  const int first = out.next();
  const std::size_t month = assessment_of(figures);
  for (const TrustFigures& trust : figures.trusts)
    for (const Kloe& kloe : trust.kloes)
      for (std::size_t side = 0; side < kloe.sides.size(); ++side) {
        const Band band = kloe.score ? kloe.score->sides[side][month] : Band{NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
        std::vector<CellValue> row = {trust.code,
                                      figures.origin.side_titles[side],
                                      kloe.title,
                                      Number{kloe.weight, format::score},
                                      Number{band.mean, format::score},
                                      Number{band.lower, format::score},
                                      Number{band.upper, format::score}};
        for (const analyse::Estimate& odds : kloe.sides[side].odds)
          row.emplace_back(Number{odds.value, format::percent});
        out.row(row);
      }
  out.name("kloes", first, 1, 11);
}

void write_metrics(workbook::BookWriter& book, const Figures& figures) {
  WorkbookSheet out(
      book, "Metrics", "Initial metrics at the assessment month",
      "Mean over trials with its standard error, and the interval of 90 % of trials. Change is paired with the "
      "baseline; forecast is the change over the simulated year, of money net of national prices; a year before and "
      "over "
      "twelve months are as reported. National figures and peers are " +
          prices_of(figures) +
          ", as the means are. Quarter 1 is the best quarter of trusts; that of what was reported "
          "is by the prices that it was reported in.",
      {{"Trust", 9},
       {"Side", 30},
       {"Key line of enquiry", 30},
       {"Metric", 46},
       {"Unit", 18},
       {"Start", 10, "where from"},
       {"Reported", 11},
       {"Mean", 11},
       {"±", 9, "standard error"},
       {"5 %", 11, "of trials"},
       {"50 %", 11, "of trials"},
       {"95 %", 11, "of trials"},
       {"Change", 11, "to baseline"},
       {"±", 9, "standard error"},
       {"Forecast", 11, "change over it"},
       {"Lower quartile", 11, "national"},
       {"Median", 11, "national"},
       {"Upper quartile", 11, "national"},
       {"Peers", 11, "median"},
       {"A year before", 11, "reported"},
       {"Over twelve months", 34, "as reported"},
       {"Month", 10, "of the reported"},
       {"Source", 24, "of the reported"},
       {"Quarter", 9, "1 best"},
       {"Quarter", 11, "as reported"},
       {"Id", 28}});
  out.headings();
  out.freeze(4);
  const int first = out.next();
  for (const TrustFigures& trust : figures.trusts)
    for (const Metric& metric : trust.metrics) add_metric(out, figures, trust, metric);
  out.name("metrics", first, 1, 26);
  if (out.next() > first) out.sheet().filter({{first - 1, 1}, {out.next() - 1, 26}});
}

}  // namespace uor::report
