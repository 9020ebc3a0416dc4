#include "core/uor/run/node_calls.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/base/error.hpp"
#include "core/uor/host/verify.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/tally/tally.hpp"

namespace uor::run {

namespace {

std::size_t node_count(const model::Plan& plan) {
  return plan.anchors.size() + plan.phase_one.size() + plan.phase_two.size();
}

}  // namespace

NodeCalls::NodeCalls(const model::Plan& plan, const model::Inputs& inputs, Workspace& work)
    : plan_(plan),
      inputs_(inputs),
      work_(work),
      place_(plan.sides.size() * node_count(plan)),
      looked_at_(plan.wiring.quantities.size(), false),
      anchored_(plan.wiring.quantities.size(), false) {
  for (std::size_t side = 0; side < plan.sides.size(); ++side) {
    for (const auto* nodes : {&plan.anchors, &plan.phase_one, &plan.phase_two}) {
      for (const model::PlannedNode& node : *nodes) {
        if (node.on_side[side]) place_[side * node_count(plan) + node.number] = places_++;
      }
    }
  }
  bounds_.resize((static_cast<std::size_t>(plan.months) + 1) * places_);
  for (const std::size_t quantity : plan.summarised) looked_at_[quantity] = true;
  for (const model::PlannedNode& node : plan.anchors) {
    for (const std::size_t quantity : node.outputs) anchored_[quantity] = true;
  }
}

uor_batch NodeCalls::batch_of(const double* const* inputs, double* const* outputs) const {
  const bool outturn = plan_.on_outturn() && work_.month() == 0;
  const int month = std::max(work_.month(), 1);
  uor_batch batch{};
  batch.month = work_.month();
  batch.month_of_year = model::month_of_year(month);
  batch.year = model::year_of(month);
  batch.days_in_month = model::days_in(batch.month_of_year);
  batch.assessment_month = outturn ? 0 : plan_.assessment_month;
  if (outturn && !anchoring_) batch.month_of_year = 12;  // the March before month 1
  batch.inputs = inputs;
  batch.outputs = outputs;
  return batch;
}

void NodeCalls::call(const model::PlannedNode& node, uor_batch& batch) const {
  batch.first_trial = work_.first_trial();
  batch.trial_count = work_.count();
  batch.parameters = trust_->parameters[static_cast<std::size_t>(batch.year - 1)][node.plugin].data();
  inputs_.catalogue->plugins()[node.plugin].evaluate(node.node, batch);
}

void NodeCalls::call(const model::PlannedNode& node, const double* const* columns, double* const* outputs) const {
  uor_batch batch = batch_of(columns, outputs);
  call(node, batch);
}

NodeCalls::Bound NodeCalls::bind_columns(const model::PlannedNode& node, std::size_t side, bool anchor) {
  Bound columns;
  for (const std::size_t access : node.accesses) {
    columns.inputs.push_back(anchor ? work_.read_anchor(access) : work_.read(side, access));
    if (!anchor && work_.computes(side, access)) columns.computed.push_back(access);
  }
  for (const std::size_t quantity : node.outputs) {
    columns.outputs.push_back(anchor ? work_.anchor_output(quantity) : work_.output(side, quantity));
    if (looked_at_[quantity]) columns.looked_at.push_back(columns.outputs.back());
  }
  return columns;
}

NodeCalls::Bound& NodeCalls::bound(const model::PlannedNode& node, std::size_t side, bool anchor) {
  const std::size_t month = anchor ? 0 : static_cast<std::size_t>(work_.month());
  Bound& columns = bounds_[month * places_ + place_[side * node_count(plan_) + node.number]];
  if (columns.outputs.empty()) {
    columns = bind_columns(node, side, anchor);
    columns.batch = batch_of(columns.inputs.data(), columns.outputs.data());
  } else {
    for (const std::size_t access : columns.computed) work_.read(side, access);
  }
  return columns;
}

void NodeCalls::evaluate(const model::PlannedNode& node, std::size_t side, bool anchor) {
  Bound& columns = bound(node, side, anchor);
  poison(node, columns);
  call(node, columns.batch);
  check(node, columns, side, anchor);
}

bool NodeCalls::checks_all() const { return work_.first_trial() / tally::leaf_trials % check_every == 0; }

void NodeCalls::poison(const model::PlannedNode& node, const Bound& columns) const {
  if (!checks_all()) {
    for (double* column : columns.looked_at) host::poison_ends(column, work_.count());
    return;
  }
  for (std::size_t i = 0; i < node.outputs.size(); ++i) host::poison(columns.outputs[i], work_.count());
}

bool NodeCalls::possible(std::size_t quantity, const double* column, std::size_t count) const {
  const host::Range range = host::possible_range(plan_.wiring.quantities[quantity]);
  return tally::kernels().inside(column, count, range.lower, range.upper);
}

void NodeCalls::check(const model::PlannedNode& node, const Bound& columns, std::size_t side, bool anchor) const {
  if (!checks_all()) return;
  for (std::size_t i = 0; i < node.outputs.size(); ++i) {
    const std::size_t quantity = node.outputs[i];
    if (looked_at_[quantity] && !anchor) continue;  // looked at when it is tallied
    if (!possible(quantity, columns.outputs[i], work_.count()))
      require_possible(node, side, anchor, quantity, columns.outputs[i]);
  }
}

void NodeCalls::check_month(std::size_t side) const {
  for (const auto* phase : {&plan_.phase_one, &plan_.phase_two}) {
    for (const model::PlannedNode& node : *phase) {
      if (!node.on_side[side]) continue;
      for (const std::size_t quantity : node.outputs)
        require_possible(node, side, false, quantity, work_.current(side, quantity));
    }
  }
}

void NodeCalls::require_possible(const model::PlannedNode& node, std::size_t side, bool anchor, std::size_t quantity,
                                 const double* column) const {
  const host::Verdict verdict =
      host::verify(plan_.wiring.quantities[quantity], column, std::min(valid_, work_.count()));
  if (verdict.violation) refuse(node, side, anchor, quantity, verdict.violation->trial, verdict.violation->value);
}

void NodeCalls::refuse(const model::PlannedNode& node, std::size_t side, bool anchor, std::size_t quantity,
                       std::size_t trial, double value) const {
  const Quantity& broken = plan_.wiring.quantities[quantity];
  const host::Plugin& plugin = inputs_.catalogue->plugins()[node.plugin];
  throw Error(
      fmt::format("plugin '{}' node '{}': '{}' {} for trust {}, scenario '{}', month {}, trial {}; `uor plugins "
                  "check {}` tests the plugin",
                  plugin.id(), plugin.nodes()[node.node].id, broken.id, host::explain(broken, value), trust_->code,
                  plan_.sides[side].name, anchor ? 0 : work_.month(), work_.first_trial() + trial, plugin.path()),
      Fault::run);
}

void NodeCalls::run_anchors() {
  anchoring_ = true;
  for (const model::PlannedNode& node : plan_.anchors) evaluate(node, 0, true);
}

void NodeCalls::run_phases(std::size_t side) {
  for (const model::PlannedNode& node : plan_.phase_one) {
    if (node.on_side[side]) evaluate(node, side, false);
  }
  if (plan_.today && work_.month() == plan_.assessment_month) work_.stand_as_reported(side);
  work_.publish(side);
  for (const model::PlannedNode& node : plan_.phase_two) {
    if (node.on_side[side]) evaluate(node, side, false);
  }
}

void NodeCalls::evaluate_outturn(const model::PlannedNode& node) {
  std::vector<const double*> inputs;
  std::vector<double*> outputs;
  for (const std::size_t access : node.accesses) inputs.push_back(work_.read_outturn(access));
  for (const std::size_t quantity : node.outputs) {
    outputs.push_back(work_.outturn_output(quantity, anchored_[quantity]));
  }
  call(node, inputs.data(), outputs.data());
  for (const std::size_t quantity : node.outputs) {
    const double* column = work_.anchor_output(quantity);
    if (anchored_[quantity] || possible(quantity, column, work_.count())) continue;
    require_possible(node, 0, true, quantity, column);
  }
}

void NodeCalls::run_outturn() {
  anchoring_ = false;
  work_.open_outturn();
  for (const std::size_t n : plan_.outturn_one) evaluate_outturn(plan_.phase_one[n]);
  work_.publish(0);
  for (const std::size_t n : plan_.outturn_two) evaluate_outturn(plan_.phase_two[n]);
  work_.close_outturn();
}

void NodeCalls::run_first_phase(std::size_t side) {
  for (std::size_t n = 0; n < plan_.phase_one.size(); ++n) {
    const model::PlannedNode& node = plan_.phase_one[n];
    if (!plan_.moving->needed[n] || !node.on_side[side]) continue;
    evaluate(node, side, false);
    for (const std::size_t quantity : node.outputs) {  // before others are compared with it
      if (plan_.wiring.quantities[quantity].kind != Kind::metric) continue;
      require_possible(node, side, false, quantity, work_.current(side, quantity));
    }
  }
  work_.publish(side);
}

}  // namespace uor::run
