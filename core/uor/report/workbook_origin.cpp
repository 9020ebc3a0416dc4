// The sheets Trusts, Assumptions and Provenance.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/uor/report/workbook_sheet.hpp"

namespace uor::report {

namespace {

/// A row a side of one trust: who it is, its odds, its score.
void add_trust(WorkbookSheet& out, const Figures& figures, const TrustRow& trust) {
  for (std::size_t side = 0; side < trust.rating.size(); ++side) {
    std::vector<CellValue> row = {trust.code, trust.name + (trust.in_scope ? "" : " (outside the framework's scope)"),
                                  trust.type, Number{static_cast<double>(trust.metrics_reported), "0"},
                                  figures.origin.side_titles[side]};
    for (const analyse::Estimate& odds : trust.rating[side]) row.emplace_back(Number{odds.value, format::percent});
    const analyse::Estimate &odds = trust.good_or_better[side], &change = trust.good_or_better_change[side];
    row.emplace_back(Number{odds.value, format::percent});
    row.emplace_back(Number{odds.standard_error, format::error});
    row.emplace_back(Number{change.value, format::change});
    row.emplace_back(Number{change.standard_error, format::error});
    row.emplace_back(side > 0 && analyse::within_two_errors(change) ? "within two errors" : "");
    row.emplace_back(Number{trust.expected_rating[side].value, format::score});
    row.emplace_back(Number{trust.expected_score[side], format::score});
    row.emplace_back(fmt::format("{}", fmt::join(trust.warnings, "; ")));
    out.row(row);
  }
}

TrustRow origin_row(const TrustFigures& trust) {
  TrustRow row;
  row.code = trust.code;
  row.name = trust.name;
  row.type = trust.type;
  row.metrics_reported = trust.metrics_reported;
  row.in_scope = trust.in_scope;
  row.warnings = trust.warnings;
  for (const Odds& odds : trust.odds) {
    row.rating.push_back(odds.rating);
    row.good_or_better.push_back(odds.good_or_better);
    row.good_or_better_change.push_back(odds.good_or_better_change);
    row.expected_rating.push_back(odds.expected_rating);
    row.expected_score.push_back(odds.expected_score);
    row.expected_change.push_back(odds.expected_score_change);
  }
  return row;
}

std::vector<std::pair<std::string, CellValue>> facts_of(const Origin& origin) {
  const auto number = [](auto value) { return Number{static_cast<double>(value), format::count}; };
  return {
      {"Result file", origin.file},
      {"Scenario", origin.scenario},
      {"Title", origin.title},
      {"Question", origin.question},
      {"Months", number(origin.months)},
      {"Month of the rating", number(origin.assessment_month)},
      {"Trials a trust", number(origin.trials)},
      {"Seed", std::to_string(origin.seed)},
      {"Points", origin.points},
      {"Benchmarks", origin.moving_benchmarks ? "moving: of the run's trusts, in every trial" : "fixed: of the policy"},
      {"Policy", origin.policy_title + (origin.fitted ? ", fitted to published ratings" : "")},
      {"Program", fmt::format("uor {} ({})", origin.version, origin.commit)},
      {"Computer", origin.host},
      {"Started", origin.started},
      {"Finished", origin.finished}};
}

}  // namespace

void write_trusts(workbook::BookWriter& book, const Figures& figures) {
  std::vector<Column> columns = {{"Code", 9}, {"Trust", 58}, {"Type", 18}, {"Metrics reported", 10}, {"Side", 30}};
  for (const char* title : rating_names) columns.push_back({title, 14, "share of trials"});
  columns.insert(columns.end(), {{"Good or better", 11, "share of trials"},
                                 {"±", 9, "standard error"},
                                 {"Change", 10, "to baseline, paired"},
                                 {"±", 9, "standard error"},
                                 {"Mark", 18},
                                 {"Expected rating", 10, "1 to 4"},
                                 {"Latent", 10, "before limits"},
                                 {"Warnings", 60}});
  WorkbookSheet out(
      book, "Trusts", "Trusts",
      "Every trust of the run, a row a side; the trusts whose odds of good or better the last side moves most first. "
      "Use the filters to sort.",
      columns);
  out.headings();
  out.freeze(2);
  const int first = out.next();
  for (const TrustRow& trust : figures.rows) add_trust(out, figures, trust);
  if (figures.rows.empty())
    for (const TrustFigures& trust : figures.trusts) add_trust(out, figures, origin_row(trust));
  const int last_column = static_cast<int>(columns.size());
  out.name("trusts", first, 1, last_column);
  if (out.next() > first) out.sheet().filter({{first - 1, 1}, {out.next() - 1, last_column}});
}

void write_assumptions(workbook::BookWriter& book, const Figures& figures) {
  WorkbookSheet out(
      book, "Assumptions", "What was assumed, and what not knowing it costs",
      "Worth is the share of the variance of the score that knowing the figure would explain; blank where that "
      "was not worked out.",
      {{"Trust", 9},
       {"What", 52},
       {"Worth", 9, "of variance"},
       {"±", 9, "standard error"},
       {"How it was assumed", 70},
       {"Standing", 12},
       {"Source", 70},
       {"Id", 30}});
  out.headings();
  out.freeze(2);
  const int first = out.next();
  for (const TrustFigures& trust : figures.trusts)
    for (const Assumption& one : trust.assumptions) {
      const auto worth = [&](double analyse::Estimate::*member, const char* number_format) {
        return one.worth ? CellValue(Number{(*one.worth).*member, number_format}) : CellValue();
      };
      out.row({trust.code, one.title, worth(&analyse::Estimate::value, format::percent),
               worth(&analyse::Estimate::standard_error, format::error), one.in_words, one.standing, one.source,
               one.id});
    }
  out.name("assumptions", first, 1, 8);
}

void write_provenance(workbook::BookWriter& book, const Figures& figures) {
  const Origin& origin = figures.origin;
  WorkbookSheet out(book, "Provenance", "Where these figures come from",
                    "With the same inputs, program and seed, the result file has the same bits.",
                    {{"What", 26}, {"Value", 70}, {"SHA-256", 70}});
  out.headings();
  out.freeze(1);
  const int first = out.next();
  for (const auto& [what, value] : facts_of(origin)) out.row({what, value});
  out.name("run", first, 1, 2);
  out.space();
  out.headings("Files and options that went in", {{"Role", 0}, {"Path", 0}, {"SHA-256", 0}});
  for (const Origin::Input& input : origin.inputs) out.row({input.role, input.path, input.sha256});
  out.space();
  out.headings("Plugins", {{"Plugin", 0}, {"Version", 0}, {"SHA-256", 0}});
  for (const Origin::Plugin& plugin : origin.plugins) out.row({plugin.id, plugin.version, plugin.sha256});
  out.space();
  out.headings("Standing of the policy's numbers", {{"Standing", 0}, {"Rows", 0}});
  for (const auto& [standing, rows] : origin.standing)
    out.row({standing, Number{static_cast<double>(rows), format::count}});
}

}  // namespace uor::report
