// The steps from plan to underlying position, and from the trust's forecast to ours.
#include "core/uor/report/tables/columns.hpp"
#include "core/uor/report/tables/shape.hpp"
#include "core/uor/report/tables/statement.hpp"

namespace uor::report::tables {

namespace {

using Steps = std::vector<std::vector<BridgeStep>>;

Column of_amount() { return figures("", {{Part::value, "Amount", "£m"}}).each_side(); }

Cell amount_of(const BridgeStep& step, int decimals) {
  return step.total ? Cell(Amount{step.mean_gbp_m, decimals}) : Cell(Change{step.mean_gbp_m, {}, decimals});
}

/// None of a trust that has no steps.
Steps::value_type steps_of_side(const Steps& sides, std::size_t side) {
  return side < sides.size() ? sides[side] : Steps::value_type();
}

Table bridge_of_side(const Figures& run, const TrustFigures& trust, std::size_t side) {
  Table table{"bridge",
              "From plan to underlying surplus, £m, mean of trials",
              "",
              {of_trust(), of_side().in_numbers(), text("Step"), text("", 0).in_numbers(), of_amount()}};
  for (const BridgeStep& step : steps_of_side(trust.bridge.sides, side))
    table.add({trust.code, run.origin.side_titles[side], step.title, std::string(step.total ? "balance" : "change"),
               amount_of(step, by_size)},
              step.total);
  return table;
}

Table forecast_of_side(const Figures& run, const TrustFigures& trust, std::size_t side) {
  Table table{"own-forecast",
              "From your forecast of the year to ours, £m, mean of trials",
              "",
              {of_trust(), of_side().in_numbers(), text("Line"), of_amount()}};
  for (const BridgeStep& step : steps_of_side(trust.own_forecast.sides, side))
    table.add({trust.code, run.origin.side_titles[side], step.title, amount_of(step, 2)}, step.total);
  return table;
}

template <typename OfSide>
std::vector<Table> sides(const Figures& run, const TrustFigures& trust, const Steps& steps, OfSide of_side) {
  std::vector<Table> tables = {of_side(run, trust, 0)};
  for (std::size_t side = 1; side < steps.size(); ++side) tables.push_back(of_side(run, trust, side));
  return tables;
}

}  // namespace

Table bridge_by_side(const Figures& run, const TrustFigures& trust) {
  return stacked(sides(run, trust, trust.bridge.sides, bridge_of_side));
}

Table bridge(const Figures& run, const TrustFigures& trust) {
  return beside(sides(run, trust, trust.bridge.sides, bridge_of_side), run.origin.side_titles);
}

Table own_forecast_by_side(const Figures& run, const TrustFigures& trust) {
  return stacked(sides(run, trust, trust.own_forecast.sides, forecast_of_side));
}

Table own_forecast(const Figures& run, const TrustFigures& trust) {
  return beside(sides(run, trust, trust.own_forecast.sides, forecast_of_side), run.origin.side_titles);
}

}  // namespace uor::report::tables
