// Blocks of raw trials that come group by group over all trusts, given back trust by trust.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

#include "core/uor/tally/result.hpp"

namespace uor::tally {

/// Keeps blocks in a temporary file without a name, which goes with it; in the folder for temporary files (TMPDIR). As
/// large as what is kept of the trials: a byte a trust, side and trial for ratings, and what Keep asks for.
class BlockSpool {
 public:
  /// Error (Fault::run) when no temporary file can be made.
  explicit BlockSpool(std::size_t trusts);

  /// Blocks of one trust in trial order, trusts in any order. Error (Fault::run) when the disk is full.
  void put(const Block& block);

  /// Hands a trust's blocks to `take` in the order they came.
  void replay(std::size_t trust, const std::function<void(const Block&)>& take);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<std::vector<long>> starts_;  // [trust]: where its blocks begin
  long end_ = 0;
};

}  // namespace uor::tally
