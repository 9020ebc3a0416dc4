// One thing that is measured, and the clocks it is measured with.
#pragma once

#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace uor::bench {

/// `measure` does the work once more and gives nanoseconds a unit.
struct Measured {
  std::string name;
  std::string unit;  // "normal", "trial", "byte"
  std::function<double()> measure;
};

/// Processor time of this process: what work on one core takes, whatever else the machine does meanwhile.
inline double processor_ns() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

inline double wall_ns() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

template <class Work>
double processor_ns_of(const Work& work) {
  const double start = processor_ns();
  work();
  return processor_ns() - start;
}

}  // namespace uor::bench
