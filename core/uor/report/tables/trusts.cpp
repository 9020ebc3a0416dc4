#include "core/uor/report/tables/trusts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/uor/analyse/expected.hpp"
#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/words.hpp"

namespace uor::report::tables {

namespace {

constexpr std::size_t before_column = 10, change_column = 12;

Column rating_share(const std::string& heading, std::size_t rating) {
  return figures(heading, {{Part::value, rating_names[rating], "share of trials", 14}});
}

std::vector<Column> trust_columns() {
  Column code = text("Trust", 9);
  code.numbers.front().heading = "Code";
  return {code,
          text("Name").in_words(),
          text("Trust", 58).in_numbers(),
          text("Type", 18),
          figures("Metrics reported", {{Part::value, "Metrics reported", "", 10}}).in_numbers(),
          of_side().in_numbers(),
          rating_share("Inad.", 0),
          rating_share("Requires impr.", 1),
          rating_share("Good", 2),
          rating_share("Outst.", 3),
          figures("Good or better, baseline").in_words(),
          figures("Good or better", with_error("Good or better", "share of trials")).plain(),
          figures("Change in points", with_error("Change", "to baseline, paired")),
          text("Mark", 18).in_numbers(),
          figures("Expected rating", {{Part::value, "Expected rating", "1 to 4", 10}}),
          figures("Latent", {{Part::value, "Latent", "before limits", 10}}).in_numbers(),
          text("Region", 24).in_numbers(),
          text("STP", 24).in_numbers(),
          text("Warnings", 60).in_numbers()};
}

Cell change_to_baseline(const analyse::Estimate& change, bool baseline) {
  return Change{change.value, change.standard_error, 1, true, analyse::Basis::paired, true, baseline};
}

std::string mark_of(const analyse::Estimate& change, bool baseline) {
  return !baseline && analyse::within_two_errors(change) ? "within two errors" : "";
}

void add_trust(Table& table, const Figures& run, const TrustRow& trust, std::size_t side) {
  const std::string name = trust.name + (trust.in_scope ? "" : " (outside the framework's scope)");
  const analyse::Estimate& change = trust.good_or_better_change[side];
  std::vector<Cell> cells = {trust.code,
                             name + (trust.warnings.empty() ? "" : " \u2020"),
                             name,
                             trust.type.empty() ? std::string("not stated") : trust.type,
                             Count{static_cast<std::uint64_t>(trust.metrics_reported)},
                             run.origin.side_titles[side]};
  for (const analyse::Estimate& odds : trust.rating[side]) cells.emplace_back(Share{odds.value});
  table.add(joined(cells, {Share{trust.good_or_better[0].value}, share(trust.good_or_better[side]),
                           change_to_baseline(change, side == 0), mark_of(change, side == 0),
                           Amount{trust.expected_rating[side].value, 2}, Amount{trust.expected_score[side], 3},
                           trust.region, trust.stp, fmt::format("{}", fmt::join(trust.warnings, "; "))}));
}

TrustRow row_of_trust(const TrustFigures& trust) {
  TrustRow row = row_about(trust);
  for (const Odds& odds : trust.odds) {
    row.rating.push_back(odds.rating);
    row.good_or_better.push_back(odds.good_or_better);
    row.good_or_better_change.push_back(odds.good_or_better_change);
    row.expected_rating.push_back(odds.expected_rating);
    row.expected_score.push_back(odds.expected_score);
  }
  return row;
}

}  // namespace

Table trusts(const Figures& run) {
  Table table{"trusts", "Trusts", "", trust_columns()};
  std::vector<TrustRow> rows = run.rows;
  if (rows.empty())
    for (const TrustFigures& trust : run.trusts) rows.push_back(row_of_trust(trust));
  for (const TrustRow& row : rows)
    for (std::size_t side = 0; side < row.rating.size(); ++side) add_trust(table, run, row, side);
  return table;
}

Table trusts_of_side(const Figures& run, std::size_t side) {
  const std::string order = side > 0 ? "what moved most first" : "the lowest odds first";
  Table table{"trusts",
              fmt::format("Trusts, \u201c{}\u201d: percent of trials, {}", run.origin.side_titles[side], order),
              side > 0 ? mark_in_words : "", trust_columns()};
  table.sortable = true;
  if (side == 0)
    for (const std::size_t column : {before_column, change_column}) table.columns[column].shown = Shown::in_numbers;
  for (const std::size_t row : order_of_rows(run.rows, side)) add_trust(table, run, run.rows[row], side);
  return table;
}

}  // namespace uor::report::tables
