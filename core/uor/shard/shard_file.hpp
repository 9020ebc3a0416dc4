// One shard: what some trials of a run came to, as a plain file that says what it belongs to and proves that it is
// whole.
//
// Lines and bytes, in this order: "uor shard 1"; a line of JSON with the run's identity and request; of each trust its
// blocks, each with its size in 8 bytes before it, and its part; a line of JSON that says where they are; and a line of
// fixed length, "uor end OFFSET SHA256", with the offset of the line before and the digest of all bytes before it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/uor/base/partial_file.hpp"
#include "core/uor/base/sha256.hpp"
#include "core/uor/shard/identity.hpp"
#include "core/uor/shard/unit.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::shard {

/// What a shard says of itself.
struct ShardHead {
  Identity identity;
  std::string request;  // JSON
};

/// Where the blocks and the part of a trust lie in the file.
struct Place {
  tally::TrialRange range;
  std::uint64_t blocks = 0, part = 0, end = 0;
};

/// A file that is there is whole (PartialFile). Error (Fault::run) when the disk refuses.
class ShardWriter {
 public:
  ShardWriter(const std::string& path, const ShardHead& head);

  /// Blocks of one trust in order, then part(); then those of the next.
  void block(const tally::Block& block);
  void part(const tally::Part& part);
  /// Closes it under its name, forced to disk. Where another process made the same meanwhile, that one stays.
  void commit();

 private:
  void write(std::string_view bytes);
  void write(const std::vector<std::byte>& bytes);

  std::string path_;
  PartialFile file_;
  Sha256 hash_;
  std::uint64_t at_ = 0;
  std::vector<Place> places_;
  bool open_ = false;  // a trust's blocks have begun
};

/// A shard that is whole, by its digest: looked at once, in pieces, when it is opened. Holds where things lie, not
/// them.
class Shard {
 public:
  /// Error (Fault::input) that says in which way the file is no whole shard.
  explicit Shard(const std::string& path);

  const std::string& path() const { return path_; }
  const ShardHead& head() const { return head_; }
  Unit unit() const;

  /// Of one of its trusts, in order. Errors (Fault::run) as of the disk.
  void blocks(std::size_t trust, const std::function<void(const tally::Block&)>& take) const;
  tally::Part part(std::size_t trust) const;

 private:
  const Place& place(std::size_t trust) const;

  std::string path_;
  ShardHead head_;
  std::vector<Place> places_;
};

}  // namespace uor::shard
