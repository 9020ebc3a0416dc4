#include "core/uor/run/workers.hpp"

#include <algorithm>
#include <thread>

#include "core/uor/run/workers_state.hpp"

namespace uor::run {

namespace {

int threads_of(int asked) {
  return asked > 0 ? asked : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace

Workers::Workers(int threads) : state_(std::make_unique<State>(threads_of(threads))) {}
Workers::~Workers() = default;

int Workers::threads() const { return state_->threads; }

int Workers::threads_used() const {
  return static_cast<int>(
      std::count_if(state_->all.begin(), state_->all.end(), [](const Worker& worker) { return worker.took_part; }));
}

double Workers::batch_seconds() const {
  double seconds = state_->adding_seconds;
  for (const Worker& worker : state_->all) seconds += worker.seconds;
  return seconds;
}

}  // namespace uor::run
