#include "core/uor/model/driver_builder.hpp"

#include <algorithm>

#include "core/uor/model/timing.hpp"
#include "core/uor/model/today.hpp"

namespace uor::model {

DriverSource::Builder::Builder(const Plan& of_plan, const Inputs& of_inputs, const trust::Trust& of_trust,
                               const Unchanged& unchanged)
    : plan(of_plan),
      inputs(of_inputs),
      trust(of_trust),
      made(unchanged),
      streams(unchanged.streams),
      own_stream(unchanged.own_stream),
      vary_stream(unchanged.vary_stream) {}

std::size_t DriverSource::Builder::add_stream(const std::string& id, Each each, double persistence, double common) {
  const auto same = std::find_if(streams.begin(), streams.end(), [&](const sample::Stream& stream) {
    return stream.id == id && stream.each == each && stream.persistence == persistence;
  });
  if (same != streams.end()) return static_cast<std::size_t>(same - streams.begin());
  streams.push_back({id, each, persistence, inputs.scenario.run.common_factors ? common : 0.0});
  return streams.size() - 1;
}

DriverSource::Step DriverSource::Builder::make_step(std::size_t q, const SideDriver::Step& step) {
  const int from = acts_from(step, quantity_of(q), closed_months_of(trust));
  const int to = step.once ? std::min(from, step.to_month) : step.to_month;
  Step ready{step.operation, step.value, npos, {}, from, to, step.hold};
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
  const bool replaces = vary.hold == scenario::Hold::no && vary.operation == Operation::set && own_stream[q] != npos &&
                        streams[own_stream[q]].each == vary.each &&
                        streams[own_stream[q]].persistence == vary.persistence;
  ready.stream =
      replaces ? own_stream[q] : add_stream(quantity.id + "|vary", vary.each, vary.persistence, quantity.driver.common);
  vary_stream[q] = ready.stream;
  return ready;
}

std::size_t DriverSource::Builder::baseline_index(std::size_t quantity) const {
  for (std::size_t i = 0; i < made.drivers.size(); ++i) {
    if (made.drivers[i].quantity == quantity) return i;
  }
  return npos;
}

}  // namespace uor::model
