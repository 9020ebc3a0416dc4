// A year whose March is closed: its plan to date is the plan of the year, and its accounts are the result.
#include <algorithm>
#include <cmath>

#include "core/uor/trust/figures.hpp"
#include "core/uor/trust/number.hpp"

namespace uor::trust {

namespace {

constexpr double months_a_year = 12;

std::string plain_amount(double value) { return plain_number(value, 4); }

/// Whether a figure is `value` but for 2 % of the larger or what the two lost by rounding.
bool is_amount(const Figures& figures, const char* id, double value, const char* from) {
  const double larger = std::max(std::abs(figures[id]), std::abs(value));
  const double lost = figures.precision(id) + figures.precision(from);
  return std::abs(figures[id] - value) <= std::max(agreeing_share * larger, lost);
}

/// Who does not say whether the control total was accepted may have planned with the allocation or without.
void check_plan(Figures& figures) {
  constexpr const char* id = "planned_surplus_to_date";
  const double planned = figures["planned_surplus"], to_date = figures[id];
  const double fund = figures["control_total_accepted"] == 0 ? 0.0 : figures["sustainability_allocation"];
  const auto is = [&](double value) { return is_amount(figures, id, value, "planned_surplus"); };
  const std::string both = std::string(id) + " is " + plain_amount(to_date) +
                           " with twelve closed months, when it is the plan of the year, but planned_surplus " +
                           plain_amount(planned);
  if (std::isfinite(planned + fund + to_date)) {
    const bool without = !figures.knows("control_total_accepted") && is(planned);
    if (is(planned + fund) || without) return figures.agree(id);
    figures.refuse(id, both + " and sustainability funding " + plain_amount(fund) + " give " +
                           plain_amount(planned + fund) + ", correct the one that is wrong");
  } else if (to_date < planned && !is(planned)) {
    figures.refuse(id, both + " is more without any sustainability funding, correct the one that is wrong");
  }
}

void check_result(Figures& figures) {
  const double forecast = figures["forecast_surplus"], result = figures["surplus_to_date"];
  if (!std::isfinite(forecast) || !std::isfinite(result)) return;
  if (is_amount(figures, "forecast_surplus", result, "surplus_to_date")) return figures.agree("forecast_surplus");
  figures.warn("forecast_surplus", "forecast_surplus is " + plain_amount(forecast) + " but the year closed with " +
                                       plain_amount(result) +
                                       " (surplus_to_date; the accounts alone count), delete the forecast or correct "
                                       "the accounts");
}

}  // namespace

void reconcile_closed_year(Figures& figures) {
  if (!(figures["last_closed_month"] >= months_a_year)) return;
  check_plan(figures);
  check_result(figures);
}

}  // namespace uor::trust
