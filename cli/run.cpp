// `uor run`: a scenario and its baseline through the engine into a result file, and the odds on the screen.
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <utility>

#include "cli/command.hpp"
#include "cli/output_guard.hpp"
#include "cli/progress_line.hpp"
#include "cli/rank_run.hpp"
#include "cli/requests.hpp"
#include "cli/result_json.hpp"
#include "cli/result_path.hpp"
#include "cli/result_size.hpp"
#include "cli/run_options.hpp"
#include "cli/run_problem.hpp"
#include "cli/run_screen.hpp"
#include "cli/simulate.hpp"
#include "cli/text.hpp"
#include "cli/watch.hpp"
#include "core/uor/ask/planned.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

void print_footer(const model::Header& header, const Outcome& outcome, bool replaced) {
  const Performance& performance = outcome.performance;
  const double trials = static_cast<double>(header.trials) * static_cast<double>(header.trusts.size());
  const double rate = performance.seconds > 0 ? trials / performance.seconds : 0;
  const std::string search =
      header.stop.until_se > 0 ? fmt::format(", their number found in {}", duration(performance.search_seconds)) : "";
  fmt::print("\n{} in {} ({} a second){}\nResult file: {}\n", counted(static_cast<std::uint64_t>(trials), "trial"),
             duration(performance.seconds), grouped(static_cast<std::uint64_t>(rate)), search, outcome.path);
  if (replaced) fmt::print("It replaced an earlier one of that name; --out keeps both.\n");
}

}  // namespace

int run_command(const Words& words) {
  const Usage usage = {
      "run",
      "SCENARIO [--trust CODE|FILE|all]... [options] | --watch FOLDER [SCENARIO] [--once]",
      "Simulates a scenario and its baseline with the same draws, writes a result file and shows the odds\n"
      "of each rating. SCENARIO is a TOML file, a workbook with its question and levers (which is then the\n"
      "trust too), or the name of a scenario that ships, such as cip_slippage.\n"
      "--watch serves those who have Excel only: each workbook that is dropped into FOLDER is run, with its\n"
      "own question or with SCENARIO, and goes to FOLDER/done with a report; one that cannot be used stays,\n"
      "with a text file beside it that names sheet and cell.\n"
      "Under mpirun, or with --shard K/N, it is made in shards beside the result file, which `uor merge`\n"
      "and `uor resume` know.",
      {"uor run cip_slippage --trust RF4", "uor run cip_slippage --trust RF4 --until-se 0.002",
       "uor run baseline --trust R1F --trials 20000 --set clinical.dna_rate=*0.9"},
      0,
      2};
  const auto arguments = Arguments::parse(usage, run_options(), words);
  if (!arguments) return 0;
  if (arguments->has("watch")) return watch(*arguments);
  for (const char* option : {"once", "watch-minutes", "watch-gb", "watch-trials"})
    if (arguments->has(option)) throw Error(fmt::format("--{}: is for --watch FOLDER, which is not given", option));
  if (arguments->positional().empty())
    throw Error(fmt::format("run: {} is missing. See `uor run --help`.", usage.arguments));
  if (const Words& given = arguments->positional(); given.size() > 1)
    throw Error(
        fmt::format("run: one scenario at a time, '{0}' is a second word; a trust is named by --trust {0}", given[1]));
  const ask::Library library;
  const ask::RunRequest request = run_request(*arguments, arguments->positional()[0], arguments->texts("trust"));
  if (arguments->has("shard")) {
    if (ranks::launched()) throw Error("--shard: mpirun hands out shards by itself; leave one of the two out");
    return run_share(library, request, *arguments);
  }
  if (ranks::launched()) return run_ranks([&] { return std::make_unique<ShardRun>(library, request, *arguments); });
  const bool quiet = arguments->has("quiet");
  model::Inputs inputs = run_problem(library, request, quiet);
  OutputGuard guard("--out", arguments->has("force"), library.data());
  guard.reads(inputs);
  run::Engine engine(std::move(inputs));  // refuses what cannot be run
  const std::vector<decide::PlannedOption> plan = quiet && !arguments->has("json")
                                                      ? std::vector<decide::PlannedOption>()
                                                      : ask::plan_in_words(engine.sides().inputs());
  ResultPlace place = open_result(guard, engine.header(), *arguments);
  if (engine.header().stop.until_se == 0) announce_size(engine.header(), place.file.target(), quiet);
  const Outcome outcome = simulate(engine, std::move(place.file), progress_style(*arguments), quiet);
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of_run(library, engine.header(), plan, outcome.summaries, engine.sector(),
                                                   outcome.performance, outcome.path),
                                       2));
  } else if (!quiet) {
    print_run(library, engine.header(), plan, outcome.summaries, engine.sector(), Style::of_standard_output(*arguments),
              arguments->has("all-levels") ? Levels::all : Levels::last);
    print_footer(engine.header(), outcome, place.replaces);
  }
  return 0;
}

}  // namespace uor::cli
