#include "core/uor/model/driver_source.hpp"

#include <algorithm>

namespace uor::model {

bool DriverSource::leaves_baseline() const {
  const auto restarts = [](const Changed& driver) { return driver.from_driver != npos; };
  return !correlated_ && std::none_of(changed_.begin() + 1, changed_.end(), [&](const std::vector<Changed>& side) {
    return std::any_of(side.begin(), side.end(), restarts);
  });
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

DriverSource::Linear DriverSource::linear(std::size_t side, std::size_t quantity, int month) const {
  Linear made;
  for (const Changed& driver : changed_[side]) {
    if (driver.quantity != quantity) continue;
    for (const Step& step : driver.steps) {
      if (month < step.from_month || month > step.to_month) continue;
      if (step.operation == Operation::add) {
        made.shift += step.value;
      } else if (step.operation == Operation::multiply) {
        made = {made.shift * step.value, made.scale * step.value};
      } else {
        made = {step.value, 0};
      }
    }
  }
  return made;
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
