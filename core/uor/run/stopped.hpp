// How a run ends that was asked to stop.
#pragma once

#include <stop_token>

#include "core/uor/base/error.hpp"

namespace uor::run {

/// Leaves a run before the batch that would come next; what was handed over before is whole.
class Stopped : public Error {
 public:
  Stopped() : Error("the run was asked to stop before its end", Fault::run) {}
};

inline void leave_if_asked(const std::stop_token& stop) {
  if (stop.stop_requested()) throw Stopped();
}

}  // namespace uor::run
