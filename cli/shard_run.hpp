// A run that is made shard by shard, in a folder beside its result file, by one process or several.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/output_guard.hpp"
#include "cli/progress_line.hpp"
#include "cli/shard_status.hpp"
#include "core/uor/ask/library.hpp"
#include "core/uor/ask/run_request.hpp"
#include "core/uor/shard/folder.hpp"
#include "core/uor/shard/merge.hpp"

namespace uor::cli {

class ShardRun {
 public:
  /// A run as `uor run` asks for it. Error as of `uor run`, and for what cannot be cut.
  ShardRun(const ask::Library& library, ask::RunRequest request, const Arguments& arguments);
  /// The run whose shards lie beside the result file `out`, with more trials if so many are given. Works in the folder
  /// where it was asked for. Error (Fault::input) when there is none, or what it was asked of has changed since.
  ShardRun(const ask::Library& library, const std::string& out, std::optional<std::uint64_t> trials,
           const Arguments& arguments);

  const model::Header& header() const { return engine_->header(); }
  const shard::Identity& identity() const { return identity_; }
  std::vector<shard::Unit> units() const { return shard::units_of(shard::extent_of(header())); }

  /// Refuses a result file that may not be written over; makes the folder and writes the request.
  void begin() const;
  /// What is missing, by the digests of what is there. Damaged shards, and those that a longer run cuts otherwise, are
  /// said and removed.
  std::vector<shard::Unit> missing() const;
  /// Error (Fault::input) where a shard is damaged or missing, or two overlap.
  std::vector<shard::Shard> all() const;

  /// Makes one shard; `look` is called between blocks. Ends the process in order, its shard closed, once a signal came
  /// (see Interrupts).
  ShardDone make(const shard::Unit& unit, const std::function<void(const tally::Block&)>& look);
  /// Adds a line to status.jsonl and shows how far the run is, with what this process knows of it.
  void note(const ShardDone& done) { status_.note(done); }
  void made_elsewhere(const ShardDone& done) {
    status_.note(done);
    status_.add(done.trials());
  }
  /// Before them and after them: these units are going to be made, here or by others.
  void expect(const std::vector<shard::Unit>& units);
  void settled() { status_.end(); }

  /// Joins all() into the result file and prints what came out.
  void merge();

  bool quiet() const { return arguments_.has("quiet"); }

 private:
  void prepare(ask::RunRequest request);
  void say(const std::string& text) const;

  const ask::Library& library_;
  const Arguments& arguments_;
  std::optional<run::Engine> engine_;
  std::optional<OutputGuard> guard_;
  shard::Identity identity_;
  shard::Asked asked_;
  std::string out_;
  std::optional<shard::Folder> folder_;
  ShardStatus status_;
};

/// --shard K/N.
struct Share {
  std::size_t k = 1, n = 1;
};
Share share_of(const Arguments& arguments);

/// One after the other, in this process.
void make_all(ShardRun& run, const std::vector<shard::Unit>& units);

/// `uor run --shard K/N`.
int run_share(const ask::Library& library, const ask::RunRequest& request, const Arguments& arguments);

}  // namespace uor::cli
