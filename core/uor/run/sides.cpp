#include "core/uor/run/sides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/uor/run/engine.hpp"
#include "core/uor/run/schemes.hpp"
#include "core/uor/run/timing.hpp"

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

/// The least that a driver may be set to: its own range leaves room for noise around 0, a fact that cannot be negative
/// none.
double least_value(const Quantity& driver, const std::vector<trust::Field>& fields) {
  const auto fact = std::find_if(fields.begin(), fields.end(),
                                 [&](const trust::Field& field) { return field.id == driver.driver.fact; });
  return fact == fields.end() || fact->lower < 0 ? driver.lower : std::max(driver.lower, 0.0);
}

void check_value(const Quantity& driver, const std::vector<trust::Field>& fields, Operation operation, double value,
                 const Where& where) {
  if (operation != Operation::set) return;  // sums and products are checked against the range when they are drawn
  if (driver.unit == "rating" && value != std::round(value)) {
    throw Error(where,
                fmt::format("{} = {} is between two ratings ('{}'), give 1 (inadequate), 2, 3 or 4 (outstanding)",
                            driver.id, value, driver.title));
  }
  const double lower = least_value(driver, fields);
  if (value < lower || value > driver.upper) {
    throw Error(where, fmt::format("{} = {} is out of range (the driver '{}' lies in {} to {} {})", driver.id, value,
                                   driver.title, lower, driver.upper, driver.unit));
  }
}

/// Empty, or that a change takes a driver from its usual value out of its likely range: a slip of unit or sign more
/// often than a plan.
std::string unlikely(const Quantity& driver, const scenario::Change& change) {
  const auto in_range = [&](double value) { return value >= driver.likely_lower && value <= driver.likely_upper; };
  const bool sets = change.operation == Operation::set;
  const double value = change.operation == Operation::add        ? driver.nominal + change.value
                       : change.operation == Operation::multiply ? driver.nominal * change.value
                                                                 : change.value;
  if (in_range(value) || (!sets && !in_range(driver.nominal))) return "";
  const std::string where = to_string(change.where);
  const std::string is = sets ? "is set to" : fmt::format("usually {} becomes", driver.nominal);
  const bool fraction = sets && driver.unit == "percent" && change.value > 0 && in_range(100 * change.value);
  return fmt::format("{}: {} {} {:.6g} {}, outside its likely {} to {}{}", where, driver.id, is, value, driver.unit,
                     driver.likely_lower, driver.likely_upper,
                     fraction ? fmt::format(": it looks like a fraction, write {:.6g}", 100 * change.value) : "");
}

SideDriver& driver_of(Side& side, std::size_t quantity) {
  const auto found = std::find_if(side.drivers.begin(), side.drivers.end(),
                                  [&](const SideDriver& driver) { return driver.quantity == quantity; });
  if (found != side.drivers.end()) return *found;
  side.drivers.push_back({quantity, {}});
  return side.drivers.back();
}

void add_vary(Side& side, const scenario::Vary& vary, std::size_t quantity, const Quantity& quantity_of) {
  SideDriver& driver = driver_of(side, quantity);
  const bool twice = std::any_of(driver.steps.begin(), driver.steps.end(),
                                 [](const SideDriver::Step& step) { return step.vary != nullptr; });
  if (twice) {
    throw Error(vary.where,
                fmt::format("driver '{}' is varied twice; put both effects into one [[vary]]", vary.driver));
  }
  driver.steps.push_back(
      {vary.operation, 0.0, &vary, vary.from_month, vary.to_month, timing_of(quantity_of, vary.decided)});
}

/// The programme that replaces the trust's: slots, plan, and the drivers that schemes act through.
class ProgrammeOfSide {
 public:
  ProgrammeOfSide(Side& side, const graph::Wiring& wiring, std::deque<scenario::Vary>& varies)
      : side_(side), wiring_(wiring), varies_(varies) {}

  void fill_slots(const std::vector<SavingsScheme>& schemes) {
    for (const SchemeDriver& slot : slot_drivers(schemes)) {
      const Where where = slot.scheme != nullptr ? slot.scheme->where : schemes[0].where;
      const std::size_t quantity = find_driver(wiring_, slot.id, where);
      if (slot.distribution.is_constant()) {
        set(quantity, slot.distribution.parameters[0]);
        continue;
      }
      scenario::Vary vary;
      vary.driver = vary.stream = slot.id;
      vary.distribution = slot.distribution;
      vary.where = where;
      add(quantity, std::move(vary));
    }
    set(find_driver(wiring_, "finance.savings_plan", schemes[0].where), plan_of(schemes));
  }

  /// After the scenario's own changes: a driver that they change is theirs.
  void add_effects(const std::vector<SavingsScheme>& schemes) {
    for (std::size_t slot = 0; slot < schemes.size(); ++slot) {
      auto effect = effect_of(schemes[slot], slot);
      if (!effect) continue;
      const std::size_t quantity = find_lever(wiring_, schemes[slot]);
      const bool taken = std::any_of(side_.drivers.begin(), side_.drivers.end(), [&](const SideDriver& driver) {
        return driver.quantity == quantity && !driver.steps.empty();
      });
      if (taken) {
        side_.notes.push_back(counted_once(schemes[slot].name, effect->driver));
      } else {
        add(quantity, std::move(*effect));
      }
    }
  }

  /// What the trust's own schemes act through goes back to where it was without them.
  void release(const std::vector<trust::Trust>& trusts) {
    for (const trust::Trust& trust : trusts) {
      for (const SavingsScheme& scheme : trust.schemes) {
        if (!scheme.driver.empty()) driver_of(side_, find_lever(wiring_, scheme));
      }
    }
  }

 private:
  void set(std::size_t quantity, double value) {
    driver_of(side_, quantity).steps.push_back({Operation::set, value, nullptr, 1, scenario::last_month});
  }
  void add(std::size_t quantity, scenario::Vary vary) {
    varies_.push_back(std::move(vary));
    const scenario::Vary& kept = varies_.back();
    driver_of(side_, quantity).steps.push_back({kept.operation, 0.0, &kept, kept.from_month, kept.to_month});
  }

  Side& side_;
  const graph::Wiring& wiring_;
  std::deque<scenario::Vary>& varies_;
};

void add_entries(Side& side, const scenario::Variant& variant, const std::vector<trust::Field>& fields,
                 const graph::Wiring& wiring) {
  for (const scenario::Change& change : variant.changes) {
    const std::size_t quantity = find_driver(wiring, change.driver, change.where);
    const Quantity& driver = wiring.quantities[quantity];
    check_value(driver, fields, change.operation, change.value, change.where);
    if (std::string note = unlikely(driver, change); !note.empty()) side.notes.push_back(std::move(note));
    driver_of(side, quantity)
        .steps.push_back({change.operation, change.value, nullptr, change.from_month, change.to_month,
                          timing_of(driver, change.decided)});
  }
  for (const scenario::Vary& vary : variant.varies) {
    const std::size_t quantity = find_driver(wiring, vary.driver, vary.where);
    add_vary(side, vary, quantity, wiring.quantities[quantity]);
  }
}

/// "Outpatients who do not attend at 6 percent, sickness absence -0.5 percent".
std::string words_of(const scenario::Variant& variant, const graph::Wiring& wiring) {
  std::string words;
  for (const scenario::Change& change : variant.changes) {
    const Quantity& driver = wiring.quantities[find_driver(wiring, change.driver, change.where)];
    words += words.empty() ? "" : ", ";
    switch (change.operation) {
      case Operation::set:
        words += fmt::format("{} at {} {}", driver.title, change.value, driver.unit);
        break;
      case Operation::add:
        words += fmt::format("{} {:+} {}", driver.title, change.value,
                             driver.unit == "percent" ? "percentage points" : driver.unit);
        break;
      case Operation::multiply:
        words += fmt::format("{} times {}", driver.title, change.value);
        break;
    }
  }
  return words;
}

Side make_side(const scenario::Variant& variant, const Inputs& inputs, const graph::Wiring& wiring,
               std::deque<scenario::Vary>& varies) {
  Side side;
  side.name = variant.name;
  side.title = scenario::is_of_options(variant) ? words_of(variant, wiring) : variant.title;
  ProgrammeOfSide programme(side, wiring, varies);
  if (!variant.schemes.empty()) programme.fill_slots(variant.schemes);
  add_entries(side, variant, inputs.fields, wiring);
  if (!variant.schemes.empty()) {
    programme.add_effects(variant.schemes);
    programme.release(inputs.trusts);
  }
  return side;
}

void mark_changed(Side& side, const graph::Wiring& wiring, std::size_t cost_index,
                  const std::vector<std::size_t>& uprated) {
  std::vector<std::size_t> sources;
  for (const SideDriver& driver : side.drivers) sources.push_back(driver.quantity);
  side.changed = graph::reachable(wiring, sources);
  if (side.changed[cost_index]) {
    sources.insert(sources.end(), uprated.begin(), uprated.end());
    side.changed = graph::reachable(wiring, sources);
  }
}

}  // namespace

std::size_t find_lever(const graph::Wiring& wiring, const SavingsScheme& scheme) {
  const std::size_t quantity = find_driver(wiring, scheme.driver, scheme.where);
  if (wiring.quantities[quantity].driver.lever) return quantity;
  throw Error(scheme.where, fmt::format("the scheme '{}' acts through '{}', which nobody can change (it is noise or a "
                                        "fact); `uor levers` lists what schemes may act through",
                                        scheme.name, scheme.driver));
}

std::string counted_once(const std::string& scheme, const std::string& driver) {
  return fmt::format("{} is changed by the scenario and by the scheme '{}': only the scenario's change counts", driver,
                     scheme);
}

std::vector<Side> make_sides(const Inputs& inputs, const graph::Wiring& wiring, std::size_t cost_index,
                             const std::vector<std::size_t>& uprated, std::deque<scenario::Vary>& varies) {
  std::vector<Side> sides(1);
  sides[0].name = "baseline";
  sides[0].title = "Baseline";
  sides[0].changed.assign(wiring.quantities.size(), false);
  for (const scenario::Variant& variant : inputs.scenario.variants) {
    sides.push_back(make_side(variant, inputs, wiring, varies));
    mark_changed(sides.back(), wiring, cost_index, uprated);
  }
  return sides;
}

}  // namespace uor::run
