#include "core/uor/model/sides.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/uor/model/agency_note.hpp"
#include "core/uor/model/delivery.hpp"
#include "core/uor/model/inputs.hpp"
#include "core/uor/model/schemes.hpp"
#include "core/uor/model/timing.hpp"
#include "core/uor/scenario/check.hpp"

namespace uor::model {
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
std::string unlikely(const Quantity& driver, const scenario::Adjustment& adjustment) {
  const auto in_range = [&](double value) { return value >= driver.likely_lower && value <= driver.likely_upper; };
  const bool sets = adjustment.operation == Operation::set;
  const double value = adjustment.operation == Operation::add        ? driver.nominal + adjustment.value
                       : adjustment.operation == Operation::multiply ? driver.nominal * adjustment.value
                                                                     : adjustment.value;
  if (in_range(value) || (!sets && !in_range(driver.nominal))) return "";
  const std::string where = to_string(adjustment.where);
  const std::string is = sets ? "is set to" : fmt::format("usually {} becomes", driver.nominal);
  const bool fraction = sets && driver.unit == "percent" && adjustment.value > 0 && in_range(100 * adjustment.value);
  return fmt::format("{}: {} {} {:.6g} {}, outside its likely {} to {}{}", where, driver.id, is, value, driver.unit,
                     driver.likely_lower, driver.likely_upper,
                     fraction ? fmt::format(": it looks like a fraction, write {:.6g}", 100 * adjustment.value) : "");
}

SideDriver& driver_of(Side& side, std::size_t quantity) {
  const auto found = std::find_if(side.drivers.begin(), side.drivers.end(),
                                  [&](const SideDriver& driver) { return driver.quantity == quantity; });
  if (found != side.drivers.end()) return *found;
  side.drivers.push_back({quantity, {}});
  return side.drivers.back();
}

/// Null where an entry is for every trust.
template <class Entry>
const scenario::For* whom(const Entry& entry) {
  return entry.who.everyone() ? nullptr : &entry.who;
}

void add_vary(Side& side, const scenario::Vary& vary, std::size_t quantity, const Quantity& varied) {
  SideDriver& driver = driver_of(side, quantity);
  const bool twice = std::any_of(driver.steps.begin(), driver.steps.end(), [&](const SideDriver::Step& step) {
    return step.vary != nullptr && !(step.who != nullptr && step.who->apart_from(vary.who));
  });
  if (twice) {
    throw Error(vary.where,
                fmt::format("driver '{}' is varied twice; put both effects into one [[vary]]", vary.driver));
  }
  driver.steps.push_back({vary.operation, 0.0, &vary, vary.from_month, vary.to_month, vary.hold, whom(vary),
                          timing_of(varied, vary.decided)});
}

/// After an entry's own step: the cap and the floor that it holds its driver in.
template <class Entry>
void add_limits(Side& side, const Entry& entry, std::size_t quantity, const Quantity& driver,
                const std::vector<trust::Field>& fields) {
  using scenario::Hold;
  for (const auto& [limit, hold] :
       {std::pair{entry.limits.at_most, Hold::at_most}, {entry.limits.at_least, Hold::at_least}}) {
    if (!limit) continue;
    check_value(driver, fields, Operation::set, *limit, entry.where);
    driver_of(side, quantity)
        .steps.push_back({Operation::set, *limit, nullptr, entry.from_month, entry.to_month, hold, whom(entry),
                          timing_of(driver, entry.decided)});
  }
}

/// "percentage points" of what is in percent: a change of percent would be ambiguous.
std::string points_of(const Quantity& driver) { return driver.unit == "percent" ? "percentage points" : driver.unit; }

std::string words_of(const scenario::Limits& limits, const Quantity& driver) {
  std::string words;
  if (limits.at_least) words += fmt::format("at least {} {}", *limits.at_least, driver.unit);
  if (limits.at_most)
    words += fmt::format("{}at most {} {}", words.empty() ? "" : " and ", *limits.at_most, driver.unit);
  return words;
}

/// "Outpatients who do not attend at 6 percent", "agency over the ceiling at most 10 percent, for RF4, RHW".
std::string words_of(const scenario::Adjustment& adjustment, const Quantity& driver) {
  std::string words = driver.title;
  if (adjustment.operates) {
    switch (adjustment.operation) {
      case Operation::set:
        words += driver.unit == trust::yes_or_no_unit ? fmt::format(": {}", adjustment.value > 0.5 ? "yes" : "no")
                                                      : fmt::format(" at {} {}", adjustment.value, driver.unit);
        break;
      case Operation::add:
        words += fmt::format(" {:+} {}", adjustment.value, points_of(driver));
        break;
      case Operation::multiply:
        words += fmt::format(" times {}", adjustment.value);
        break;
    }
  }
  if (adjustment.limits.any()) words += (adjustment.operates ? ", " : " ") + words_of(adjustment.limits, driver);
  return adjustment.who.everyone() ? words : words + ", " + adjustment.who.words();
}

std::string words_of(const scenario::Vary& vary, const Quantity& driver) {
  const char* how = vary.hold == scenario::Hold::at_most    ? "at most"
                    : vary.hold == scenario::Hold::at_least ? "at least"
                    : vary.operation == Operation::set      ? "drawn from"
                    : vary.operation == Operation::add      ? "plus"
                                                            : "times";
  std::string words = fmt::format("{} {} {}", driver.title, how, to_string(vary.distribution));
  if (vary.limits.any()) words += ", " + words_of(vary.limits, driver);
  return vary.who.everyone() ? words : words + ", " + vary.who.words();
}

std::vector<std::string> known_codes(const Inputs& inputs) {
  std::vector<std::string> codes;
  for (const trust::Trust& trust : inputs.trusts) codes.push_back(trust.code);
  for (const auto& [code, type] : inputs.known_trusts) codes.push_back(code);
  return codes;
}

std::vector<std::string> known_types(const Inputs& inputs) {
  std::set<std::string> types;
  for (const trust::Trust& trust : inputs.trusts) types.insert(trust.type);
  for (const auto& [code, type] : inputs.known_trusts) types.insert(type);
  types.erase("");
  return {types.begin(), types.end()};
}

/// Also where nobody knows the trusts of the run.
bool any_of_run(const scenario::For& who, const Inputs& inputs) {
  if (!inputs.trusts_of_run)
    return std::any_of(inputs.trusts.begin(), inputs.trusts.end(),
                       [&](const trust::Trust& trust) { return who.holds(trust.code, trust.type); });
  const auto& trusts = *inputs.trusts_of_run;
  return trusts.empty() || std::any_of(trusts.begin(), trusts.end(),
                                       [&](const auto& trust) { return who.holds(trust.first, trust.second); });
}

/// Error for a code or a type that no trust has; a note where none of those it is for is in this run.
void check_whom(const scenario::For& who, const Inputs& inputs, const std::string& words, Side& side) {
  if (who.everyone()) return;
  const std::vector<std::string> codes = known_codes(inputs), types = known_types(inputs);
  for (const std::string& code : who.trusts) {
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) continue;
    throw Error(who.where, fmt::format("trusts has the unknown code '{}'.{} `uor trusts` lists the codes; a trust of a "
                                       "file of your own is known in a run that has it",
                                       code, did_you_mean(code, codes)));
  }
  if (!who.group.empty() && std::find(types.begin(), types.end(), who.group) == types.end()) {
    throw Error(who.where, fmt::format("group is '{}', a type that no trust has.{} Types are {}", who.group,
                                       did_you_mean(who.group, types), fmt::join(types, ", ")));
  }
  if (!any_of_run(who, inputs))
    side.notes.push_back(fmt::format("{}: no trust of this run is among them, so it changes nothing here", words));
}

/// Caps, floors and changes for some trusts, in words: whoever reads the figures must know.
template <class Entry>
void note_entry(const Entry& entry, const Quantity& driver, const Inputs& inputs, Side& side) {
  const std::string words = words_of(entry, driver);
  check_whom(entry.who, inputs, words, side);
  const bool drawn_limit = [&] {
    if constexpr (requires { entry.hold; }) return entry.hold != scenario::Hold::no;
    return false;
  }();
  if (entry.limits.any() || drawn_limit || !entry.who.everyone())
    side.notes.push_back(fmt::format("{}: {}", side.name, words));
}

/// The programme that replaces the trust's: slots, plan, and the drivers that schemes act through.
class ProgrammeOfSide {
 public:
  ProgrammeOfSide(Side& side, const graph::Wiring& wiring, const policy::Shown& shown,
                  std::deque<scenario::Vary>& varies)
      : side_(side), wiring_(wiring), shown_(shown), varies_(varies) {}

  void fill_slots(const std::vector<SavingsScheme>& schemes) {
    for (const SchemeDriver& slot : slot_drivers(schemes, shown_)) {
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
    set(find_driver(wiring_, shown_.role("savings_plan"), schemes[0].where), plan_of(schemes));
  }

  /// After the scenario's own changes: a driver that they change is theirs.
  void add_effects(const std::vector<SavingsScheme>& schemes) {
    for (std::size_t slot = 0; slot < schemes.size(); ++slot) {
      auto effect = effect_of(schemes[slot], slot, shown_);
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
  const policy::Shown& shown_;
  std::deque<scenario::Vary>& varies_;
};

void add_entries(Side& side, const scenario::Variant& variant, const Inputs& inputs, const graph::Wiring& wiring) {
  const std::vector<trust::Field>& fields = inputs.fields;
  for (const scenario::Adjustment& adjustment : variant.adjustments) {
    const std::size_t quantity = find_driver(wiring, adjustment.driver, adjustment.where);
    const Quantity& driver = wiring.quantities[quantity];
    if (adjustment.operates) {
      check_value(driver, fields, adjustment.operation, adjustment.value, adjustment.where);
      if (std::string note = unlikely(driver, adjustment); !note.empty()) side.notes.push_back(std::move(note));
      for (std::string& note : already_above(adjustment, inputs.trusts, inputs.policy.shown))
        side.notes.push_back(std::move(note));
      driver_of(side, quantity)
          .steps.push_back({adjustment.operation, adjustment.value, nullptr, adjustment.from_month, adjustment.to_month,
                            scenario::Hold::no, whom(adjustment), timing_of(driver, adjustment.decided)});
    }
    add_limits(side, adjustment, quantity, driver, fields);
    note_entry(adjustment, driver, inputs, side);
  }
  for (const scenario::Vary& vary : variant.varies) {
    const std::size_t quantity = find_driver(wiring, vary.driver, vary.where);
    add_vary(side, vary, quantity, wiring.quantities[quantity]);
    add_limits(side, vary, quantity, wiring.quantities[quantity], fields);
    note_entry(vary, wiring.quantities[quantity], inputs, side);
  }
}

/// "Outpatients who do not attend at 6 percent, sickness absence -0.5 percentage points".
std::string words_of(const scenario::Variant& variant, const graph::Wiring& wiring) {
  std::string words;
  for (const scenario::Adjustment& adjustment : variant.adjustments) {
    const Quantity& driver = wiring.quantities[find_driver(wiring, adjustment.driver, adjustment.where)];
    words += (words.empty() ? "" : ", ") + words_of(adjustment, driver);
  }
  return words;
}

Side make_side(const scenario::Variant& variant, const Inputs& inputs, const graph::Wiring& wiring,
               std::deque<scenario::Vary>& varies) {
  Side side;
  side.name = variant.name;
  side.title = scenario::is_of_options(variant) ? words_of(variant, wiring) : variant.title;
  ProgrammeOfSide programme(side, wiring, inputs.policy.shown, varies);
  if (!variant.schemes.empty()) programme.fill_slots(variant.schemes);
  add_entries(side, variant, inputs, wiring);
  add_delivery(side, variant, inputs, wiring);
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

std::vector<Side> make_sides(const Inputs& inputs, const std::vector<scenario::Variant>& variants,
                             const graph::Wiring& wiring, std::size_t cost_index,
                             const std::vector<std::size_t>& uprated, std::deque<scenario::Vary>& varies) {
  std::vector<Side> sides(1);
  sides[0].name = "baseline";
  sides[0].title = "Baseline";
  sides[0].changed.assign(wiring.quantities.size(), false);
  for (const scenario::Variant& variant : variants) {
    scenario::check_months(variant, inputs.scenario.run.months);
    sides.push_back(make_side(variant, inputs, wiring, varies));
    mark_changed(sides.back(), wiring, cost_index, uprated);
  }
  return sides;
}

}  // namespace uor::model
