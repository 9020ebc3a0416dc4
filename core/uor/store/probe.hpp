// Trying something on a copy of this process first, so that a library that dies or does not end takes the copy with it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace uor::store {

struct ProbeLimits {
  double seconds = 60;      // of the clock
  std::uint64_t bytes = 0;  // of memory, beyond what this process has
};

/// Runs `action` in a child, which is a copy of this process and leaves nothing behind but what it read into the
/// system's cache. An Error that it throws is thrown again here. Otherwise empty when it ended well, or what became of
/// it: "ended with signal 11 (Segmentation fault)", "did not end in 60 s", "needed more than 1.2 GB".
std::string probe(const std::function<void()>& action, const ProbeLimits& limits);

}  // namespace uor::store
