// The folder beside a result file in which its shards lie: RUN.h5.shards.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/shard/shard_file.hpp"

namespace uor::shard {

/// The run that a folder of shards is of, as it was asked for: request.json.
struct Asked {
  std::string request;  // JSON
  std::string folder;   // where it was asked: names of files in it are relative to that
  std::uint64_t trials = 0;
  Identity identity;
};

/// The shards of a folder, by their digests.
struct Found {
  std::vector<Shard> whole;
  struct Damaged {
    std::string path, why;
  };
  std::vector<Damaged> damaged;
};

class Folder {
 public:
  /// Of the result file of that name. Nothing is made.
  explicit Folder(const std::string& result);

  const std::filesystem::path& path() const { return path_; }
  std::string shard_path(const Unit& unit) const;
  std::string status_path() const { return (path_ / "status.jsonl").string(); }

  /// What was asked for; nothing where no run began. Error naming the file when it cannot be made sense of.
  std::optional<Asked> asked() const;

  /// Makes the folder and writes the request, forced to disk; where there is one already it stays. Error (Fault::input)
  /// when that is another run's, or this one's with another number of trials.
  void begin(const Asked& asked) const;
  /// Puts another number of trials in its place.
  void extend(const Asked& asked) const;

  /// Error (Fault::input) where a whole shard is of another run than `wanted`.
  Found find(const Identity& wanted) const;

 private:
  std::string request_path() const { return (path_ / "request.json").string(); }
  void require_same(const Asked& asked) const;

  std::string result_;
  std::filesystem::path path_;
};

}  // namespace uor::shard
