#include "cli/shard_run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "cli/interrupt.hpp"
#include "cli/requests.hpp"
#include "cli/result_json.hpp"
#include "cli/result_path.hpp"
#include "cli/run_problem.hpp"
#include "cli/run_screen.hpp"
#include "cli/text.hpp"
#include "core/uor/ask/planned.hpp"
#include "core/uor/ask/run_request_json.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/ranks/ranks.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/shard/make.hpp"
#include "core/uor/store/hdf5_sink.hpp"

namespace uor::cli {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;

void require_cuttable(const model::Inputs& inputs) {
  if (inputs.scenario.run.until_se)
    throw Error(
        "--until-se: shards are cut before the first trial, which needs their number; run it once without shards, "
        "and give --trials as many as it says");
  if (inputs.scenario.run.benchmarks == scenario::Benchmarks::moving)
    throw Error(
        "moving benchmarks: every trial needs all trusts, so that it cannot be cut by trusts; run it without "
        "shards, or with --benchmarks fixed");
}

/// Ranks share the cores of their machine.
std::uint64_t threads_of_rank() {
  const long cores = ::sysconf(_SC_NPROCESSORS_ONLN);
  return static_cast<std::uint64_t>(std::max(1L, cores / ranks::launched_here()));
}

bool is_in(const shard::Unit& part, const shard::Unit& unit) {
  return part.trust == unit.trust && part.first >= unit.first && part.end() <= unit.end();
}

/// What a longer run cuts otherwise: the last shards of the shorter one, where that ended inside a chunk.
bool is_cut_short(const shard::Shard& shard, std::uint64_t trials) {
  const std::uint64_t end = shard.unit().end();
  return end % tally::chunk_trials != 0 && end < trials;
}

/// A process that was left behind by a job that is gone may still be at the same shard: its own is as good.
std::optional<shard::ShardWriter> writer_of(const std::string& path, const shard::ShardHead& head) {
  constexpr int most_looks = 600;
  constexpr timespec between = {0, 100'000'000};
  for (int look = 0;; ++look) {
    try {
      return std::optional<shard::ShardWriter>(std::in_place, path, head);
    } catch (const BusyFile&) {
      if (look == most_looks || Interrupts::seen() != 0) throw;
      nanosleep(&between, nullptr);
    }
  }
}

[[noreturn]] void end_by_signal(const std::string& shard) {
  fmt::print(stderr, "uor: interrupted; the shard '{}' was closed, `uor resume` goes on from there\n", shard);
  std::fflush(stderr);
  ::_exit(exit_by_signal + Interrupts::seen());
}

}  // namespace

ShardRun::ShardRun(const ask::Library& library, ask::RunRequest request, const Arguments& arguments)
    : library_(library), arguments_(arguments) {
  prepare(std::move(request));
  out_ = fs::absolute(result_name(header(), arguments)).string();
  folder_.emplace(out_);
}

ShardRun::ShardRun(const ask::Library& library, const std::string& out, std::optional<std::uint64_t> trials,
                   const Arguments& arguments)
    : library_(library), arguments_(arguments), out_(fs::absolute(out).string()), folder_(shard::Folder(out_)) {
  const std::optional<shard::Asked> there = folder_->asked();
  if (!there)
    throw Error(fmt::format("'{}': no shards of such a run lie there; begin it with `uor run ... --shard K/N --out {}`",
                            folder_->path().string(), out));
  std::error_code problem;
  fs::current_path(there->folder, problem);
  if (problem)
    throw Error(
        fmt::format("'{}' was asked for in the folder '{}', which is not there: files that it names are meant "
                    "from there",
                    out, there->folder));
  ask::RunRequest request = ask::parse_run_request(there->request);
  request.model.spelling = ask::Spelling::option;
  if (trials && *trials < there->trials)
    throw Error(
        fmt::format("--trials {}: '{}' has {} already, a run can be extended only", *trials, out, there->trials));
  request.trials = trials.value_or(there->trials);
  request.threads = arguments.whole_number("threads", 1, 1024);
  prepare(std::move(request));
  if (const std::string other = shard::difference(identity_, there->identity); !other.empty())
    throw Error(
        fmt::format("'{}' was begun with {}: put back what has changed since, or run the scenario again into "
                    "another file",
                    out, other));
  if (asked_.trials != there->trials) folder_->extend(asked_);
}

void ShardRun::prepare(ask::RunRequest request) {
  if (ranks::launched() && !request.threads) request.threads = threads_of_rank();
  model::Inputs inputs = run_problem(library_, request, quiet());
  require_cuttable(inputs);
  guard_.emplace("--out", arguments_.has("force"), library_.data());
  guard_->reads(inputs);
  engine_.emplace(std::move(inputs));
  identity_ = shard::identity_of(header());
  request.threads.reset();
  request.trials = header().trials;
  asked_ = {report::text_of(ask::json_of(request)), fs::current_path().string(), header().trials, identity_};
}

void ShardRun::say(const std::string& text) const {
  if (!quiet()) fmt::print(stderr, "uor: {}\n", text);
}

void ShardRun::begin() const {
  guard_->check(out_, Written::result);
  folder_->begin(asked_);
}

std::vector<shard::Unit> ShardRun::missing() const {
  const shard::Found found = folder_->find(identity_);
  for (const shard::Found::Damaged& damaged : found.damaged) {
    say(damaged.why + ": it is made again");
    fs::remove(damaged.path);
  }
  std::vector<shard::Unit> there;
  for (const shard::Shard& shard : found.whole) {
    if (is_cut_short(shard, header().trials)) {
      fs::remove(shard.path());
    } else {
      there.push_back(shard.unit());
    }
  }
  return shard::missing(shard::extent_of(header()), there);
}

std::vector<shard::Shard> ShardRun::all() const {
  shard::Found found = folder_->find(identity_);
  if (!found.damaged.empty()) throw Error(found.damaged[0].why);
  std::vector<shard::Unit> there;
  for (const shard::Shard& shard : found.whole) there.push_back(shard.unit());
  const std::vector<shard::Unit> gaps = shard::missing(shard::extent_of(header()), there);
  if (!gaps.empty())
    throw Error(fmt::format("'{}' lacks {} of the run ({}{}), make them with `uor resume {}`", folder_->path().string(),
                            counted(gaps.size(), "shard"), shard::words_of(gaps[0]), gaps.size() > 1 ? ", ..." : "",
                            out_));
  return std::move(found.whole);
}

void ShardRun::expect(const std::vector<shard::Unit>& units) {
  std::uint64_t trials = 0;
  for (const shard::Unit& unit : units) trials += unit.trials();
  status_.begin(folder_->status_path(), progress_style(arguments_), trials);
}

ShardDone ShardRun::make(const shard::Unit& unit, const std::function<void(const tally::Block&)>& look) {
  const auto start = Clock::now();
  std::optional<shard::ShardWriter> writer = writer_of(folder_->shard_path(unit), {identity_, asked_.request});
  const auto take = [&](const tally::Block& block) {
    status_.add(block.count);
    look(block);
  };
  const tally::Part part =
      shard::make(engine_->sides(), unit, engine_->workers(), *writer, take, [] { return Interrupts::seen() != 0; });
  writer->commit();
  ShardDone done = {
      unit.trust, 1, part.range.first, part.range.count, std::chrono::duration<double>(Clock::now() - start).count(),
      0,          {}};
  for (const tally::SideCounts& side : part.counts) done.ratings.push_back(side.rating);
  if (Interrupts::seen() == 0) return done;
  status_.note(done);
  end_by_signal(folder_->shard_path(unit));
}

void ShardRun::merge() {
  std::vector<shard::Shard> shards = all();
  const std::size_t count = shards.size();
  store::Hdf5Sink sink(guard_->open(out_, Written::result));
  shard::Merged merged;
  {
    ProgressLine line(progress_style(arguments_));
    merged = shard::merge(*engine_, std::move(shards), sink, [&](const run::Progress& state) { line.show(state); });
  }
  const bool json = arguments_.has("json");
  if (quiet() && !json) return;
  const std::vector<decide::PlannedOption> plan = ask::plan_in_words(engine_->sides().inputs());
  if (json) {
    fmt::print("{}\n", report::text_of(json_of_run(library_, header(), plan, merged.summaries,
                                                   merged.sector ? &*merged.sector : nullptr, {}, sink.target()),
                                       2));
    return;
  }
  print_run(library_, header(), plan, merged.summaries, merged.sector ? &*merged.sector : nullptr,
            Style::of_standard_output(arguments_), Levels::last);
  fmt::print("\nResult file: {}, of {} in {}\n", sink.target(), counted(count, "shard"), folder_->path().string());
}

void make_all(ShardRun& run, const std::vector<shard::Unit>& units) {
  const Interrupts interrupts;
  run.expect(units);
  for (const shard::Unit& unit : units) run.note(run.make(unit, [](const tally::Block&) {}));
  run.settled();
}

Share share_of(const Arguments& arguments) {
  const std::string text = arguments.text("shard");
  Share share;
  int read = 0;
  constexpr std::size_t most = 1'000'000;
  const bool two = std::sscanf(text.c_str(), "%zu/%zu%n", &share.k, &share.n, &read) == 2 &&
                   static_cast<std::size_t>(read) == text.size() && text[0] != '-';
  if (!two || share.k < 1 || share.k > share.n || share.n > most)
    throw Error(fmt::format("--shard '{}': is K/N, a shard of so many, as in 1/8 ... 8/8", text));
  return share;
}

int run_share(const ask::Library& library, const ask::RunRequest& request, const Arguments& arguments) {
  const Share share = share_of(arguments);
  if (arguments.has("json"))
    throw Error("--json: a shard is no whole run, give it to `uor inspect` once they are merged");
  ShardRun run(library, request, arguments);
  run.begin();
  const std::vector<shard::Unit> mine = shard::share_of(run.units(), share.k, share.n);
  std::vector<shard::Unit> todo;
  for (const shard::Unit& unit : run.missing())
    if (std::any_of(mine.begin(), mine.end(), [&](const shard::Unit& own) { return is_in(unit, own); }))
      todo.push_back(unit);
  make_all(run, todo);
  if (!run.quiet())
    fmt::print("Shard {} of {}: {} made, {} there before. `uor merge` joins them when all are there.\n", share.k,
               share.n, counted(todo.size(), "file"), mine.size() - std::min(mine.size(), todo.size()));
  return 0;
}

}  // namespace uor::cli
