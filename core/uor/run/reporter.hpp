// Tells a listener how far a run is.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace uor::run {

struct Progress {
  std::uint64_t done = 0, total = 0;  // trials over all trusts; total 0: it is still looked for
  double seconds = 0;
  double largest_error = 0;  // while it is looked for: of the trust in hand
};

using Listener = std::function<void(const Progress&)>;

/// At most ten times a second, and at the end.
class Reporter {
 public:
  Reporter(std::uint64_t total, const Listener& listener)
      : total_(total), listener_(listener), start_(Clock::now()), last_(start_) {}

  void add(std::uint64_t trials) {
    done_ += trials;
    if (!listener_ || (since(last_) < 0.1 && done_ < total_)) return;
    last_ = Clock::now();
    listener_({done_, total_, since(start_)});
  }
  double seconds() const { return since(start_); }

 private:
  using Clock = std::chrono::steady_clock;
  static double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

  std::uint64_t done_ = 0, total_;
  const Listener& listener_;
  Clock::time_point start_, last_;
};

}  // namespace uor::run
