#include "core/uor/model/driver_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/uor/model/inputs.hpp"
#include "core/uor/model/policy_names.hpp"
#include "core/uor/model/schemes.hpp"
#include "core/uor/model/sides.hpp"
#include "core/uor/model/timing.hpp"
#include "core/uor/model/today.hpp"

namespace uor::model {

namespace {

/// Runs `make`; what it refuses without a place is refused at `where`.
template <class Make>
void at_place(const Where& where, Make make) {
  try {
    make();
  } catch (const Error& error) {
    if (!error.where().file.empty() || where.file.empty()) throw;
    throw Error(where, error.what(), error.fault());
  }
}

}  // namespace

/// Makes steps and streams; of sides, from what no side changes.
struct DriverSource::Builder {
  const Plan& plan;
  const Inputs& inputs;
  const trust::Trust& trust;
  const Unchanged& made;
  std::vector<sample::Stream> streams;
  std::vector<std::size_t> own_stream, vary_stream;

  Builder(const Plan& of_plan, const Inputs& of_inputs, const trust::Trust& of_trust, const Unchanged& unchanged)
      : plan(of_plan),
        inputs(of_inputs),
        trust(of_trust),
        made(unchanged),
        streams(unchanged.streams),
        own_stream(unchanged.own_stream),
        vary_stream(unchanged.vary_stream) {}

  const Quantity& quantity_of(std::size_t quantity) const { return plan.wiring.quantities[quantity]; }

  std::size_t add_stream(const std::string& id, Each each, double persistence, double common) {
    const auto same = std::find_if(streams.begin(), streams.end(), [&](const sample::Stream& stream) {
      return stream.id == id && stream.each == each && stream.persistence == persistence;
    });
    if (same != streams.end()) return static_cast<std::size_t>(same - streams.begin());
    streams.push_back({id, each, persistence, inputs.scenario.run.common_factors ? common : 0.0});
    return streams.size() - 1;
  }

  Step make_step(std::size_t q, const SideDriver::Step& step) {
    const int from = acts_from(step, quantity_of(q), closed_months_of(trust));
    Step ready{step.operation, step.value, npos, {}, from, step.to_month, step.hold};
    if (step.vary == nullptr) return ready;
    const scenario::Vary& vary = *step.vary;
    ready.offset = vary.offset;
    ready.slope = vary.slope;
    if (vary.distribution.is_constant()) {
      ready.value = vary.offset + vary.slope * vary.distribution.parameters[0];
      return ready;
    }
    at_place(vary.where, [&] { ready.marginal.emplace(vary.distribution); });
    if (!vary.stream.empty()) {
      ready.stream = add_stream(vary.stream, vary.each, vary.persistence, 0.0);
      return ready;
    }
    const Quantity& quantity = quantity_of(q);
    const bool replaces = vary.hold == scenario::Hold::no && vary.operation == Operation::set &&
                          own_stream[q] != npos && streams[own_stream[q]].each == vary.each &&
                          streams[own_stream[q]].persistence == vary.persistence;
    ready.stream = replaces ? own_stream[q]
                            : add_stream(quantity.id + "|vary", vary.each, vary.persistence, quantity.driver.common);
    vary_stream[q] = ready.stream;
    return ready;
  }

  std::size_t baseline_index(std::size_t quantity) const {
    for (std::size_t i = 0; i < made.drivers.size(); ++i) {
      if (made.drivers[i].quantity == quantity) return i;
    }
    return npos;
  }

  void note_shared(std::size_t quantity, std::vector<std::string>& warnings) const {
    for (const SavingsScheme& scheme : trust.schemes) {
      if (scheme.driver != quantity_of(quantity).id) continue;
      const std::string warning = counted_once(scheme.name, scheme.driver);
      if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end()) warnings.push_back(warning);
    }
  }

  void add_sides(DriverSource& source) {
    source.changed_.push_back(made.schemes);
    for (std::size_t index = 1; index < plan.sides.size(); ++index) {
      const Side& side = plan.sides[index];
      std::vector<Changed> changed;
      for (const SideDriver& driver : side.drivers) {
        Changed ready{driver.quantity, {}};
        const bool by_scheme = std::any_of(source.changed_[0].begin(), source.changed_[0].end(),
                                           [&](const Changed& effect) { return effect.quantity == driver.quantity; });
        for (const SideDriver::Step& step : driver.steps) {
          if (step.who == nullptr || step.who->holds(trust.code, trust.type))
            ready.steps.push_back(make_step(driver.quantity, step));
        }
        // Where no step is for this trust it keeps its baseline, with what its schemes do.
        if (by_scheme && (driver.steps.empty() || !ready.steps.empty())) {
          ready.from_driver = baseline_index(driver.quantity);
          if (!driver.steps.empty()) note_shared(driver.quantity, source.warnings_);
        }
        changed.push_back(std::move(ready));
      }
      source.changed_.push_back(std::move(changed));
    }
  }

  std::size_t member(const std::string& driver, const std::string& group, const Where& where, bool must_vary) {
    const std::size_t q = require_quantity(plan.wiring, driver, "the correlation group '" + group + "'", where);
    if (vary_stream[q] != npos && vary_stream[q] != own_stream[q]) return vary_stream[q];
    if (own_stream[q] != npos) return own_stream[q];
    if (must_vary) {
      throw Error(where, fmt::format("correlation group '{}': driver '{}' does not vary for trust {}, so it cannot be "
                                     "correlated; give it a [[vary]] or leave it out",
                                     group, driver, trust.code));
    }
    return add_stream(driver, Each::run, 0.0, 0.0);  // keeps the order of the Cholesky factor
  }

  sample::Group make_group(const std::string& name, const std::vector<std::string>& drivers,
                           const std::vector<double>& matrix, const Where& where, bool must_vary) {
    sample::Group group{name, {}, Eigen::MatrixXd(drivers.size(), drivers.size())};
    for (const std::string& driver : drivers) group.members.push_back(member(driver, name, where, must_vary));
    const sample::Stream& first = streams[group.members[0]];
    for (std::size_t i = 0; i < drivers.size(); ++i) {
      const sample::Stream& stream = streams[group.members[i]];
      if (stream.each != first.each || stream.persistence != first.persistence) {
        throw Error(where,
                    fmt::format("correlation group '{}': '{}' is drawn each {} and '{}' each {}; members must be "
                                "drawn alike",
                                name, drivers[0], name_of(first.each), drivers[i], name_of(stream.each)));
      }
      for (std::size_t j = 0; j < drivers.size(); ++j) {
        group.correlation(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = matrix[i * drivers.size() + j];
      }
    }
    at_place(where, [&] { sample::cholesky_of(name, group.correlation); });
    return group;
  }

  std::vector<sample::Group> make_groups() {
    std::vector<sample::Group> groups;
    for (const policy::Group& group : inputs.policy.groups) {
      groups.push_back(make_group(group.name, group.drivers, group.matrix, group.where, false));
    }
    for (const scenario::Correlate& group : inputs.scenario.correlations) {
      groups.push_back(make_group(group.name, group.drivers, group.matrix, group.where, true));
    }
    return groups;
  }

  void build(DriverSource& source) {
    add_sides(source);
    std::vector<sample::Group> groups = make_groups();
    source.sampler_ = std::make_unique<sample::Sampler>(inputs.scenario.run.seed, trust.code, std::move(streams),
                                                        std::move(groups), inputs.scenario.run.points);
  }
};

/// Makes what no side changes.
struct DriverSource::UnchangedBuilder : DriverSource::Builder {
  Unchanged& making;
  std::map<std::string, Distribution> scheme_slots;
  std::map<std::string, double> judged;  // by driver: prompts that the trust file answers

  UnchangedBuilder(const Plan& of_plan, const Inputs& of_inputs, const trust::Trust& of_trust, Unchanged& unchanged)
      : Builder(of_plan, of_inputs, of_trust, unchanged), making(unchanged) {}

  const trust::Field* field_of(const Quantity& quantity) const {
    if (quantity.driver.fact.empty()) return nullptr;
    for (const trust::Field& field : inputs.fields) {
      if (field.id == quantity.driver.fact) return &field;
    }
    throw Error(fmt::format("driver '{}' of plugin '{}' takes the fact '{}', which is no field of a trust file",
                            quantity.id, quantity.plugin, quantity.driver.fact));
  }

  void draw_from(Baseline& baseline, const std::string& stream_id, const Driver& driver,
                 const Distribution& distribution, const Where& where = {}) {
    if (distribution.is_constant()) {
      baseline.constant = distribution.parameters[0];
      return;
    }
    baseline.each = driver.each;
    baseline.stream = add_stream(stream_id, driver.each, driver.persistence, driver.common);
    at_place(where, [&] { baseline.marginal.emplace(distribution); });
    own_stream[baseline.quantity] = baseline.stream;
  }

  void add_baseline(std::size_t q) {
    const Quantity& quantity = quantity_of(q);
    Baseline baseline{};
    baseline.quantity = q;
    baseline.lower = quantity.lower;
    baseline.upper = quantity.upper;
    const trust::Field* field = field_of(quantity);
    if (const auto slot = scheme_slots.find(quantity.id); slot != scheme_slots.end()) {
      draw_from(baseline, quantity.id, Driver{}, slot->second, trust.schemes[0].where);
      making.drivers.push_back(std::move(baseline));
      return;
    }
    if (field == nullptr) {
      const auto grade = judged.find(quantity.id);
      draw_from(baseline, quantity.id, quantity.driver,
                grade == judged.end() ? quantity.driver.distribution : Distribution::constant(grade->second));
      making.drivers.push_back(std::move(baseline));
      return;
    }
    if (field->unit != quantity.unit) {
      throw Error(fmt::format("driver '{}' is in {}, but its fact '{}' is in {}", quantity.id, quantity.unit, field->id,
                              field->unit));
    }
    add_fact(baseline, quantity, *field);
  }

  /// Of the policy's row from which a field is drawn; nowhere when none is.
  Where place_of_default(const std::string& field) const {
    const Where row = place_of_row(inputs.policy, "[[field_default]] '" + field + "'");
    return row.file.empty() ? place_of_row(inputs.policy, "[[metric]] '" + field + "'") : row;
  }

  void add_fact(Baseline& baseline, const Quantity& quantity, const trust::Field& field) {
    const Fact fact = resolve_fact(field, trust, inputs.policy);
    const bool host_fact = quantity.plugin == "host";
    if (fact.unknown && host_fact) {
      baseline.constant = std::numeric_limits<double>::quiet_NaN();
    } else if (fact.unknown) {
      draw_from(baseline, quantity.id, quantity.driver, quantity.driver.distribution);
    } else {
      Driver once;
      draw_from(baseline, "trust." + field.id, once, fact.distribution, place_of_default(field.id));
      if (!fact.ratio_of.empty()) baseline.ratio_of = ratio_base(fact.ratio_of, field.id);
    }
    note(fact, field);
    making.drivers.push_back(std::move(baseline));
  }

  std::size_t ratio_base(const std::string& field, const std::string& of) {
    const auto found = plan.wiring.find("trust." + field);
    if (!found)
      throw Error(fmt::format("the policy's default of '{}' is a ratio of '{}', which is no field", of, field));
    const auto done = [&] {
      return std::any_of(making.drivers.begin(), making.drivers.end(),
                         [&](const Baseline& baseline) { return baseline.quantity == *found; });
    };
    if (!done()) add_baseline(*found);
    return *found;
  }

  void note(const Fact& fact, const trust::Field& field) {
    if (fact.assumed.empty() ||
        std::find(making.assumed.begin(), making.assumed.end(), fact.assumed) != making.assumed.end()) {
      return;
    }
    // Nobody expects these to be given, and their absence assumes nothing.
    if (fact.unknown && (field.group == "quality" || field.group == "year_ago")) return;
    making.assumed.push_back(fact.assumed);
  }

  /// What the trust's schemes do to the drivers that they act through, on the baseline side.
  std::vector<Changed> scheme_effects() {
    std::vector<Changed> effects;
    for (std::size_t slot = 0; slot < trust.schemes.size(); ++slot) {
      const auto effect = effect_of(trust.schemes[slot], slot, inputs.policy.shown);
      if (!effect) continue;
      const std::size_t quantity = find_lever(plan.wiring, trust.schemes[slot]);
      if (baseline_index(quantity) == npos) continue;  // nothing reads it
      const Step step = make_step(quantity, {effect->operation, 0.0, &*effect, effect->from_month, effect->to_month});
      const auto same = std::find_if(effects.begin(), effects.end(),
                                     [&](const Changed& changed) { return changed.quantity == quantity; });
      if (same != effects.end()) {
        same->steps.push_back(step);
      } else {
        effects.push_back({quantity, {step}, baseline_index(quantity)});
      }
    }
    return effects;
  }

  void take_schemes() {
    if (trust.schemes.empty()) return;
    for (const SchemeDriver& slot : slot_drivers(trust.schemes, inputs.policy.shown)) {
      if (!plan.wiring.find(slot.id)) {
        throw Error(trust.schemes[0].where, fmt::format("no plugin offers '{}' (the plugin that scores finance holds "
                                                        "no savings schemes), delete the [[scheme]] tables",
                                                        slot.id));
      }
      scheme_slots.emplace(slot.id, slot.distribution);
    }
  }

  void take_judged() {
    for (const auto& [id, grade] : trust.judged) judged[judged_driver(id, grade.where, inputs.policy)] = grade.value;
  }

  const std::string& policy_year() const {
    return trust.policy_year.empty() ? inputs.policy.default_year : trust.policy_year;
  }

  void build() {
    take_schemes();
    take_judged();
    own_stream.assign(plan.wiring.quantities.size(), npos);
    vary_stream = own_stream;
    for (const std::size_t q : plan.drivers) {
      if (baseline_index(q) == npos) add_baseline(q);
    }
    making.schemes = scheme_effects();
    making.streams = std::move(streams);
    making.own_stream = std::move(own_stream);
    making.vary_stream = std::move(vary_stream);
    for (const policy::Metric& metric : inputs.policy.metrics) {
      const auto found = trust.reported.find(metric.id);
      making.metrics_reported += found == trust.reported.end() ? 0 : 1;
      making.figure_month.push_back(found == trust.reported.end() ? never
                                                                  : month_of_run(found->second.month, policy_year()));
    }
    making.now = month_now(trust, policy_year());
  }
};

std::shared_ptr<const DriverSource::Unchanged> DriverSource::unchanged(const Plan& plan, const Inputs& inputs,
                                                                       const trust::Trust& trust) {
  auto made = std::make_shared<Unchanged>();
  UnchangedBuilder(plan, inputs, trust, *made).build();
  return made;
}

DriverSource::DriverSource(std::shared_ptr<const Unchanged> unchanged, const Plan& plan, const Inputs& inputs,
                           const trust::Trust& trust)
    : unchanged_(std::move(unchanged)) {
  Builder(plan, inputs, trust, *unchanged_).build(*this);
}

bool DriverSource::draws_on_sides() const {
  for (std::size_t side = 1; side < changed_.size(); ++side) {
    for (const Changed& driver : changed_[side]) {
      if (driver.from_driver != npos) return true;
      if (std::any_of(driver.steps.begin(), driver.steps.end(), [](const Step& step) { return step.stream != npos; }))
        return true;
    }
  }
  return false;
}

bool DriverSource::monthly(std::size_t quantity) const {
  for (const Baseline& driver : unchanged_->drivers) {
    if (driver.quantity == quantity && driver.stream != npos && driver.each != Each::run) return true;
  }
  for (const std::vector<Changed>& side : changed_) {
    for (const Changed& driver : side) {
      if (driver.quantity == quantity) return true;
    }
  }
  return false;
}

bool DriverSource::varies(std::size_t quantity) const {
  for (const Baseline& driver : unchanged_->drivers) {
    if (driver.quantity == quantity && (driver.stream != npos || driver.ratio_of != npos)) return true;
  }
  return monthly(quantity);
}

namespace {

/// A trial beyond the limit goes to it; every other one keeps its bits.
double held(double value, double limit, scenario::Hold hold) {
  const bool beyond = hold == scenario::Hold::at_most ? value > limit : value < limit;
  return beyond ? limit : value;
}

}  // namespace

void DriverSource::apply(const Step& step, const double* z, const double* value, double* out, std::size_t count) {
  const bool holds = step.hold != scenario::Hold::no;
  if (step.marginal) {
    // The drawn operand goes through `out` only where `out` is not also the value.
    for (std::size_t i = 0; i < count; ++i) {
      const double drawn = step.offset + step.slope * (*step.marginal)(z[i]);
      out[i] = holds                              ? held(value[i], drawn, step.hold)
               : step.operation == Operation::set ? drawn
               : step.operation == Operation::add ? value[i] + drawn
                                                  : value[i] * drawn;
    }
    return;
  }
  if (holds) {
    for (std::size_t i = 0; i < count; ++i) out[i] = held(value[i], step.value, step.hold);
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    out[i] = step.operation == Operation::set   ? step.value
             : step.operation == Operation::add ? value[i] + step.value
                                                : value[i] * step.value;
  }
}

}  // namespace uor::model
