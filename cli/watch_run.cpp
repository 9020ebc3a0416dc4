// `uor watch`: how far a run in shards is, and its odds so far, without a look into any file that is being written.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <map>

#include "cli/command.hpp"
#include "cli/shard_status.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/shard/folder.hpp"

namespace uor::cli {

namespace {

constexpr timespec between_readings = {1, 0};

/// What stands in status.jsonl, read on from where the last look ended.
class StatusReader {
 public:
  explicit StatusReader(std::string path) : path_(std::move(path)) {}

  void read() {
    std::ifstream file(path_, std::ios::binary);
    file.seekg(at_);
    for (std::string line; std::getline(file, line) && !file.eof();) {  // a line without an end is still being written
      at_ += static_cast<std::streamoff>(line.size() + 1);
      if (const std::optional<ShardDone> done = shard_done_in(line)) shards_[{done->trust, done->first}] = *done;
    }
  }

  const std::map<std::pair<std::size_t, std::uint64_t>, ShardDone>& shards() const { return shards_; }

 private:
  std::string path_;
  std::streamoff at_ = 0;
  std::map<std::pair<std::size_t, std::uint64_t>, ShardDone> shards_;  // of one that was made twice the last
};

/// Of the newest shards, in trials a second; 0: not known yet.
double rate_of(const StatusReader& status, double newest) {
  constexpr double window = 120;
  double first = newest, trials = 0;
  for (const auto& [place, done] : status.shards()) {
    if (done.time < newest - window) continue;
    first = std::min(first, done.time - done.seconds);
    trials += static_cast<double>(done.trials());
  }
  return newest > first ? trials / (newest - first) : 0;
}

std::vector<std::string> words_of(const shard::Identity& identity, const std::string& name, char between) {
  std::vector<std::string> words;
  for (const shard::Trait& trait : identity) {
    if (trait.name != name) continue;
    for (std::size_t from = 0; from <= trait.value.size();) {
      const std::size_t to = std::min(trait.value.find(between, from), trait.value.size());
      const std::string word = trait.value.substr(from, to - from);
      words.push_back(word.starts_with(' ') ? word.substr(1) : word);
      from = to + 1;
    }
  }
  return words;
}

/// Trials that came out good or better on the first side and the last, by counts.
std::string odds_so_far(const StatusReader& status, const std::vector<std::string>& levels) {
  std::vector<double> good(levels.size(), 0.0);
  double all = 0;
  for (const auto& [place, done] : status.shards()) {
    if (done.ratings.size() != levels.size()) continue;
    for (std::size_t side = 0; side < good.size(); ++side)
      good[side] += static_cast<double>(done.ratings[side][2] + done.ratings[side][3]);
    all += static_cast<double>(done.trials());
  }
  if (all == 0) return "";
  const auto shown = [&](std::size_t side) {
    const double p = good[side] / all;
    return fmt::format("{} {:.1f} % +- {:.2f}", levels[side], 100 * p, 100 * std::sqrt(p * (1 - p) / all));
  };
  std::string text = "  good or better: " + shown(0);
  if (good.size() > 1) text += ", " + shown(good.size() - 1);
  return text;
}

class WatchedRun {
 public:
  explicit WatchedRun(const std::string& out) : folder_(out), status_(folder_.status_path()) {
    const std::optional<shard::Asked> asked = folder_.asked();
    if (!asked)
      throw Error(fmt::format("'{}': no shards of such a run lie there; a run under mpirun or with --shard makes them",
                              folder_.path().string()));
    total_ = asked->trials * words_of(asked->identity, "trusts", ' ').size();
    levels_ = words_of(asked->identity, "levels", ',');
  }

  bool finished() const { return done_ >= total_; }

  std::string look() {
    status_.read();
    double newest = 0;
    done_ = 0;
    for (const auto& [place, done] : status_.shards()) {
      done_ += done.trials();
      newest = std::max(newest, done.time);
    }
    done_ = std::min(done_, total_);
    std::string text =
        fmt::format("{:3.0f} %  {} of {} trials", 100 * static_cast<double>(done_) / static_cast<double>(total_),
                    grouped(done_), grouped(total_));
    const double rate = rate_of(status_, newest);
    if (rate > 0 && !finished()) {
      const double left = static_cast<double>(total_ - done_) / rate;
      text += fmt::format("  {} trials/s  {} left", grouped(static_cast<std::uint64_t>(rate)), duration(left));
    }
    return text + odds_so_far(status_, levels_);
  }

 private:
  shard::Folder folder_;
  StatusReader status_;
  std::uint64_t total_ = 0, done_ = 0;
  std::vector<std::string> levels_;
};

}  // namespace

int watch_command(const Words& words) {
  Options options("Options", screen_width);
  add_flag(options, "once", "say it once, then end");
  const Usage usage = {
      "watch",
      "RUN.h5 [--once]",
      "Shows how far a run in shards is, its odds so far and the time left, from any terminal that sees the\n"
      "folder RUN.h5.shards, until all shards are made. It opens neither shards nor the result file.",
      {"uor watch runs/sector.h5"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  WatchedRun run(arguments->positional()[0]);
  const bool over_itself = ::isatty(STDOUT_FILENO) == 1 && !is_dumb_terminal();
  for (std::string before;;) {
    const std::string now = run.look();
    if (now != before) fmt::print("{}{}{}", over_itself ? "\r\x1b[K" : "", now, over_itself ? "" : "\n");
    std::fflush(stdout);
    before = now;
    if (run.finished() || arguments->has("once")) break;
    nanosleep(&between_readings, nullptr);
  }
  if (over_itself) fmt::print("\n");
  return 0;
}

}  // namespace uor::cli
