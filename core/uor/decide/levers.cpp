#include "core/uor/decide/levers.hpp"

#include <algorithm>
#include <cmath>

namespace uor::decide {

namespace {

/// What sides.cpp refuses to set below: a fact that cannot be negative.
double least_of(const Quantity& driver, const std::vector<trust::Field>& fields) {
  const auto fact = std::find_if(fields.begin(), fields.end(),
                                 [&](const trust::Field& field) { return field.id == driver.driver.fact; });
  return fact == fields.end() || fact->lower < 0 ? driver.lower : std::max(driver.lower, 0.0);
}

}  // namespace

std::vector<Lever> levers_of(const model::Model& model, const std::vector<double>& today) {
  const model::Sides sides = model.compile({});
  const model::Plan& plan = sides.plan();
  std::vector<Lever> levers;
  for (const std::size_t q : plan.drivers) {
    const Quantity& driver = plan.wiring.quantities[q];
    if (!driver.driver.lever || std::isnan(today[q])) continue;
    Lever lever{q,
                driver.id,
                driver.title,
                driver.unit,
                today[q],
                0,
                0,
                driver.driver.lead_months,
                driver.driver.delivery_cost,
                driver.unit == "rating" || driver.unit == trust::yes_or_no_unit};
    lever.low = std::max(driver.likely_lower, least_of(driver, model.inputs().fields));
    lever.high = std::min(driver.likely_upper, driver.upper);
    lever.in_hand = !lever.delivery_cost.empty() && lever.delivery_cost.rfind("none", 0) != 0;
    if (lever.unit == "GBP m") {
      lever.low = std::max(lever.low, (1 - most_of_today) * lever.today);
      lever.high = std::min(lever.high, (1 + most_of_today) * lever.today);
    }
    levers.push_back(std::move(lever));
  }
  return levers;
}

scenario::Adjustment setting(const Lever& lever, double value) {
  scenario::Adjustment made;
  made.driver = lever.id;
  made.operation = Operation::set;
  made.value = lever.whole ? std::round(value) : value;
  made.where = {lever.id};
  return made;
}

scenario::Variant side_setting(const std::vector<scenario::Adjustment>& settings) {
  scenario::Variant side;
  side.name = "side";
  side.adjustments = settings;
  return side;
}

}  // namespace uor::decide
