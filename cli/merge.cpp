// `uor merge` and `uor resume`: shards of a run become its result file.
#include <algorithm>

#include "cli/command.hpp"
#include "cli/rank_run.hpp"
#include "cli/text.hpp"
#include "core/uor/base/input_limits.hpp"

namespace uor::cli {

namespace {

/// What both take.
Options shard_options() {
  Options options("Options", screen_width);
  add_value(options, "threads", "T", "threads (default: all cores); results do not depend on it");
  add_value(options, "progress", "text|json", "how far it is, on standard error: for people, or an object a line");
  add_flag(options, "force", "write over a file that is no result file");
  add_flag(options, "quiet", "print nothing but errors");
  return options;
}

}  // namespace

int merge_command(const Words& words) {
  const Usage usage = {
      "merge",
      "RUN.h5 [options]",
      "Joins the shards in RUN.h5.shards, which `uor run --shard` made, into one result file: the same\n"
      "content as of one process (`uor inspect --digest`). Refuses, before anything is written, where a\n"
      "shard is missing, damaged, there twice or of another run.",
      {"uor merge runs/sector.h5"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, shard_options(), words);
  if (!arguments) return 0;
  const ask::Library library;
  ShardRun run(library, arguments->positional()[0], std::nullopt, *arguments);
  run.merge();
  return 0;
}

int resume_command(const Words& words) {
  Options options = shard_options();
  add_value(options, "trials", "N", "extend the run to so many trials a trust");
  const Usage usage = {
      "resume",
      "RUN.h5 [options]",
      "Makes the shards that a run lacks, of one that was killed or never began, and joins them: whole\n"
      "shards stay, by their digests. With --trials a finished run is extended; under mpirun by all\n"
      "ranks, whose number may be another than before.",
      {"uor resume runs/sector.h5", "uor resume runs/sector.h5 --trials 300000"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const ask::Library library;
  const auto trials = arguments->whole_number("trials", 1, limits::trials);
  const auto make_run = [&] {
    return std::make_unique<ShardRun>(library, arguments->positional()[0], trials, *arguments);
  };
  if (ranks::launched()) return run_ranks(make_run);
  const std::unique_ptr<ShardRun> run = make_run();
  run->begin();
  make_all(*run, run->missing());
  run->merge();
  return 0;
}

}  // namespace uor::cli
