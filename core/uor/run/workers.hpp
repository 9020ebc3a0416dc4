// Threads and their warm memory, which outlive runs.
#pragma once

#include <memory>

namespace uor::run {

/// Runs one after the other use the same threads, and the simulators and histograms that they filled before. Each
/// Workers has its own limit of threads, whatever others there are in the process; one serves one run at a time.
class Workers {
 public:
  /// 0: as many as there are cores.
  explicit Workers(int threads = 0);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// At most so many at once.
  int threads() const;
  /// How many evaluated trials in the last run, and the processor time that they spent on its batches.
  int threads_used() const;
  double batch_seconds() const;

  struct State;  // workers_state.hpp, for the engine's own sources
  State& state() { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

}  // namespace uor::run
