// Makes the steps and streams of one trust's drivers: what no side changes first, then what sides change.
#pragma once

#include <string>
#include <vector>

#include "core/uor/model/driver_source.hpp"
#include "core/uor/model/inputs.hpp"

namespace uor::model {

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

struct DriverSource::Builder {
  const Plan& plan;
  const Inputs& inputs;
  const trust::Trust& trust;
  const Unchanged& made;
  std::vector<sample::Stream> streams;
  std::vector<std::size_t> own_stream, vary_stream;

  /// Goes on from the streams of `unchanged`.
  Builder(const Plan& of_plan, const Inputs& of_inputs, const trust::Trust& of_trust, const Unchanged& unchanged);

  const Quantity& quantity_of(std::size_t quantity) const { return plan.wiring.quantities[quantity]; }
  /// The stream that is drawn like this, made when there is none.
  std::size_t add_stream(const std::string& id, Each each, double persistence, double common);
  Step make_step(std::size_t q, const SideDriver::Step& step);
  /// npos when no node reads the driver.
  std::size_t baseline_index(std::size_t quantity) const;
};

}  // namespace uor::model
