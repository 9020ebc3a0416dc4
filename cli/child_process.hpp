// Work that may crash, take too long or too much memory, in a process of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace uor::cli {

struct Limits {
  double seconds = 0;
  std::uint64_t bytes = 0;  // of memory that it fills
};

/// What became of it.
enum class Ended {
  done,
  refused,      // Error (Fault::input)
  failed,       // Error (Fault::run), or another exception
  memory,       // more than the limit
  time,         // longer than the limit
  crashed,      // by a signal, or without a word
  interrupted,  // this process was asked to end (see Interrupts), and ended it
};

struct ChildEnd {
  Ended how = Ended::done;
  std::string text;  // what `work` returned, or the error's words; of a crash which signal it was
};

/// Runs `work` in a child, which ends with it, and waits. This process must not have started threads. The child's files
/// that are half-written are removed as far as it ends in order.
ChildEnd run_in_child(const std::function<std::string()>& work, const Limits& limits);

}  // namespace uor::cli
