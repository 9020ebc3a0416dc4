#include "core/uor/report/tables/schemes.hpp"

#include <fmt/format.h>

#include "core/uor/report/tables/columns.hpp"

namespace uor::report::tables {

namespace {

std::vector<Column> scheme_columns() {
  return {of_trust(),
          of_side().in_numbers(),
          text("Scheme", 40),
          text("Category", 16),
          figures("Plan", {{Part::value, "Planned", "£m", 12}}),
          figures("Delivered, baseline").in_words(),
          figures("Delivered", {{Part::value, "Delivered", "£m", 12}}),
          figures("Of plan", {{Part::value, "Of plan", "", 10}}),
          figures("Status", {{Part::value, "Status", "", 10}})};
}

std::string category_name(const std::string& category) {
  if (category == "nonpay") return "non-pay";
  if (category == "not_cash") return "not cash";
  if (category == "through_driver") return "through activity";
  return category;
}

Cell of_plan(const SchemeSide& scheme) {
  if (!(scheme.planned_gbp_m > 0)) return {};
  return Share{scheme.delivered_gbp_m / scheme.planned_gbp_m, {}, 0, true};
}

std::vector<Cell> row_of(const std::string& name, const SchemeSide& scheme, const SchemeSide* baseline) {
  return {name,
          category_name(scheme.category),
          Amount{scheme.planned_gbp_m},
          baseline == nullptr ? Cell() : Cell(Amount{baseline->delivered_gbp_m}),
          Amount{scheme.delivered_gbp_m},
          of_plan(scheme),
          Status{scheme.status}};
}

}  // namespace

Table schemes(const Figures& run, const TrustFigures& trust, std::size_t side) {
  const Schemes& schemes = trust.schemes;
  const std::string& title = run.origin.side_titles[side];
  Table table{"schemes", fmt::format("Savings by scheme, \u201c{}\u201d: £m, mean of trials", title), "",
              scheme_columns()};
  const std::vector<Cell> first = {trust.code, title};
  if (side >= schemes.totals.size()) return table;
  for (std::size_t i = 0; i < schemes.sides[side].size(); ++i) {
    const SchemeSide& scheme = schemes.sides[side][i];
    const SchemeSide* baseline = i < schemes.sides[0].size() ? &schemes.sides[0][i] : nullptr;
    table.add(joined(first, row_of(scheme.name, scheme, baseline)));
  }
  return table.add(joined(first, row_of("All schemes", schemes.totals[side], &schemes.totals[0])), true);
}

}  // namespace uor::report::tables
