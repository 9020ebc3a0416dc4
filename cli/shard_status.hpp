// How far a run is that is made shard by shard: for its own terminal, and as status.jsonl for those who watch.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/progress_line.hpp"
#include "core/uor/tally/part.hpp"

namespace uor::cli {

/// A shard that was made: where, in how long, and the ratings of its trials on each side.
struct ShardDone {
  std::size_t trust = 0, trusts = 1;
  std::uint64_t first = 0, count = 0;
  double seconds = 0;
  int rank = 0;
  std::vector<tally::Counts4> ratings;  // [side], over its trusts
  double time = 0;                      // when it was closed, in seconds of Unix; 0: now
  std::uint64_t trials() const { return trusts * count; }
};

/// One line of JSON, and back; nothing for a line that is none, as one that is still being written.
std::string text_of(const ShardDone& done);
std::optional<ShardDone> shard_done_in(const std::string& text);

class ShardStatus {
 public:
  /// Lines go to `path`, added to what is there; `total` trials are to be made.
  void begin(const std::string& path, ProgressStyle style, std::uint64_t total);
  /// Trials that were made, here or by another rank.
  void add(std::uint64_t trials);
  /// A shard that is closed, made here or by another rank.
  void note(const ShardDone& done);
  /// The progress is wiped.
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  void show();

  std::string path_;
  std::optional<ProgressLine> line_;
  Clock::time_point start_, shown_;
  std::uint64_t total_ = 0, done_ = 0;
};

}  // namespace uor::cli
