#include "core/uor/run/sides.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace uor::run {
namespace {

std::vector<std::string> driver_names(const graph::Wiring& wiring) {
  std::vector<std::string> names;
  for (const Quantity& quantity : wiring.quantities) {
    if (quantity.kind == Kind::driver) names.push_back(quantity.id);
  }
  return names;
}

std::size_t find_driver(const graph::Wiring& wiring, const std::string& id, const Where& where) {
  const auto found = wiring.find(id);
  if (!found) throw Error(where, fmt::format("unknown driver '{}'.{}", id, did_you_mean(id, driver_names(wiring))));
  const Quantity& quantity = wiring.quantities[*found];
  if (quantity.kind != Kind::driver) {
    throw Error(where,
                fmt::format("'{}' is no driver but a result ({}), so it cannot be set; `uor levers` lists what can", id,
                            name_of(quantity.kind)));
  }
  return *found;
}

void check_value(const Quantity& driver, Operation operation, double value, const Where& where) {
  if (operation != Operation::set) return;  // sums and products are checked against the range when they are drawn
  if (value < driver.lower || value > driver.upper) {
    throw Error(where, fmt::format("{} = {} is out of range (the driver '{}' lies in {} to {} {})", driver.id, value,
                                   driver.title, driver.lower, driver.upper, driver.unit));
  }
}

SideDriver& driver_of(Side& side, std::size_t quantity) {
  const auto found = std::find_if(side.drivers.begin(), side.drivers.end(),
                                  [&](const SideDriver& driver) { return driver.quantity == quantity; });
  if (found != side.drivers.end()) return *found;
  side.drivers.push_back({quantity, {}});
  return side.drivers.back();
}

void add_vary(Side& side, const scenario::Vary& vary, std::size_t quantity) {
  SideDriver& driver = driver_of(side, quantity);
  const bool twice = std::any_of(driver.steps.begin(), driver.steps.end(),
                                 [](const SideDriver::Step& step) { return step.vary != nullptr; });
  if (twice) {
    throw Error(vary.where,
                fmt::format("driver '{}' is varied twice; put both effects into one [[vary]]", vary.driver));
  }
  driver.steps.push_back({vary.operation, 0.0, &vary, vary.from_month, vary.to_month});
}

Side make_side(const scenario::Variant& variant, const graph::Wiring& wiring, std::size_t cost_index,
               const std::vector<std::size_t>& uprated) {
  Side side;
  side.name = variant.name;
  side.title = variant.title;
  for (const scenario::Change& change : variant.changes) {
    const std::size_t quantity = find_driver(wiring, change.driver, change.where);
    check_value(wiring.quantities[quantity], change.operation, change.value, change.where);
    driver_of(side, quantity)
        .steps.push_back({change.operation, change.value, nullptr, change.from_month, change.to_month});
  }
  for (const scenario::Vary& vary : variant.varies) {
    add_vary(side, vary, find_driver(wiring, vary.driver, vary.where));
  }
  std::vector<std::size_t> sources;
  for (const SideDriver& driver : side.drivers) sources.push_back(driver.quantity);
  side.changed = graph::reachable(wiring, sources);
  if (side.changed[cost_index]) {
    sources.insert(sources.end(), uprated.begin(), uprated.end());
    side.changed = graph::reachable(wiring, sources);
  }
  return side;
}

}  // namespace

std::vector<Side> make_sides(const scenario::Scenario& scenario, const graph::Wiring& wiring, std::size_t cost_index,
                             const std::vector<std::size_t>& uprated) {
  std::vector<Side> sides(1);
  sides[0].name = "baseline";
  sides[0].title = "Baseline";
  sides[0].changed.assign(wiring.quantities.size(), false);
  for (const scenario::Variant& variant : scenario.variants) {
    sides.push_back(make_side(variant, wiring, cost_index, uprated));
  }
  return sides;
}

}  // namespace uor::run
