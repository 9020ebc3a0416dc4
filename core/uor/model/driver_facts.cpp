// What no side changes of a trust's drivers: facts, judgements, the trust's own schemes, draws of the plugins.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "core/uor/model/driver_builder.hpp"
#include "core/uor/model/evidence.hpp"
#include "core/uor/model/policy_names.hpp"
#include "core/uor/model/schemes.hpp"
#include "core/uor/model/sides.hpp"
#include "core/uor/model/timing.hpp"
#include "core/uor/model/today.hpp"

namespace uor::model {

struct DriverSource::UnchangedBuilder : DriverSource::Builder {
  Unchanged& making;
  std::map<std::string, Distribution> scheme_slots;
  std::map<std::string, double> judged;    // by driver: prompts that the trust file answers
  std::map<std::string, double> evidence;  // by driver: what evidence moves a prompt by

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
      const Distribution found =
          grade == judged.end() ? quantity.driver.distribution : Distribution::constant(grade->second);
      const auto moves = evidence.find(quantity.id);
      draw_from(baseline, quantity.id, quantity.driver,
                moves == evidence.end() ? found : moved_judgement(found, moves->second));
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
    if (fact.is_unknown() && host_fact) {
      baseline.constant = std::numeric_limits<double>::quiet_NaN();
    } else if (fact.is_unknown()) {
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
    const auto same = [&](const Fact& other) { return other.field == fact.field; };
    if (fact.how == How::reported || std::any_of(making.assumed.begin(), making.assumed.end(), same)) return;
    // Nobody expects these to be given, and their absence assumes nothing.
    if (fact.is_unknown() && (field.group == "quality" || field.group == "year_ago")) return;
    making.assumed.push_back(fact);
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

  void take_evidence() {
    const auto moves = evidence_moves(weighed_evidence(trust, inputs.policy), inputs.policy);
    for (const policy::Prompt& prompt : inputs.policy.prompts) {
      const auto of_kloe = moves.find(prompt.kloe);
      if (prompt.judged && of_kloe != moves.end()) evidence[prompt.held_by[0]] = of_kloe->second;
    }
  }

  const std::string& policy_year() const {
    return trust.policy_year.empty() ? inputs.policy.default_year : trust.policy_year;
  }

  void build() {
    take_schemes();
    take_judged();
    take_evidence();
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

}  // namespace uor::model
