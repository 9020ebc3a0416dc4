// `uor run`: a scenario and its baseline through the engine into a result file, and the odds on the screen.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/progress_line.hpp"
#include "cli/result_json.hpp"
#include "cli/result_path.hpp"
#include "cli/result_size.hpp"
#include "cli/run_inputs.hpp"
#include "cli/run_screen.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/store/hdf5_sink.hpp"

namespace uor::cli {

namespace {

struct Outcome {
  std::vector<run::Summary> summaries;
  Performance performance;
};

Outcome simulate(run::Engine& engine, const std::string& out, ProgressStyle style) {
  store::Hdf5Sink file(out);
  InterruptibleSink sink(file);
  ProgressLine progress(style);
  const auto start = std::chrono::steady_clock::now();
  Outcome outcome;
  outcome.summaries = engine.run(sink, [&](const run::Progress& state) { progress.show(state); });
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  outcome.performance = {took.count(), engine.threads_used()};
  return outcome;
}

void print_footer(const run::Header& header, const Performance& performance, const std::string& out) {
  const double trials = static_cast<double>(header.trials) * static_cast<double>(header.trusts.size());
  const double rate = performance.seconds > 0 ? trials / performance.seconds : 0;
  fmt::print("\n{} trials in {} ({} a second)\nResult file: {}\n", grouped(static_cast<std::uint64_t>(trials)),
             duration(performance.seconds), grouped(static_cast<std::uint64_t>(rate)), out);
}

}  // namespace

int run_command(const Words& words) {
  const Usage usage = {
      "run",
      "SCENARIO [--trust CODE|FILE|all]... [options]",
      "Simulates a scenario and its baseline with the same draws, writes a result file and shows the odds\n"
      "of each rating. SCENARIO is a TOML file, a workbook with its question and levers (which is then the\n"
      "trust too), or the name of a scenario that ships, such as cip_slippage.",
      {"uor run cip_slippage --trust RF4", "uor run baseline --trust R1F --trials 20000 --set clinical.dna_rate=*0.9"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, run_options(), words);
  if (!arguments) return 0;
  run::Engine engine(run_inputs(*arguments));
  const std::string out = arguments->text("out", default_out(engine.header(), arguments->texts("trust")));
  const bool quiet = arguments->has("quiet");
  const std::string size = announce_size(engine.header(), out);
  if (!size.empty() && !quiet) fmt::print(stderr, "uor: {}\n", size);
  prepare_out(out);
  const Outcome outcome = simulate(engine, out, progress_style(*arguments));
  if (arguments->has("json")) {
    fmt::print("{}\n",
               json_of_run(engine.header(), outcome.summaries, engine.sector(), outcome.performance, out).dump(2));
  } else if (!quiet) {
    print_run(engine.header(), outcome.summaries, engine.sector(), Style::of_standard_output(*arguments));
    print_footer(engine.header(), outcome.performance, out);
  }
  return 0;
}

}  // namespace uor::cli
