#include "cli/simulate.hpp"

#include <chrono>
#include <utility>

#include "cli/result_size.hpp"
#include "core/uor/store/hdf5_sink.hpp"

namespace uor::cli {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

void settle_trials(run::Engine& engine, ProgressStyle style) {
  ProgressLine progress(style);
  engine.settle_trials([&](const run::Progress& state) { progress.show(state); });
}

}  // namespace

Outcome simulate(run::Engine& engine, PartialFile out, ProgressStyle style, bool quiet) {
  store::Hdf5Sink sink(std::move(out));
  const auto start = Clock::now();
  settle_trials(engine, style);
  const auto settled = Clock::now();
  if (engine.header().stop.until_se > 0) announce_size(engine.header(), sink.target(), quiet);
  ProgressLine progress(style);
  Outcome outcome;
  outcome.summaries = engine.run(sink, [&](const run::Progress& state) { progress.show(state); });
  outcome.performance = {seconds_between(settled, Clock::now()), engine.threads_used(),
                         seconds_between(start, settled)};
  outcome.path = sink.target();
  return outcome;
}

}  // namespace uor::cli
