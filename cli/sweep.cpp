// `uor sweep`: many variants of the model's numbers by a design, one tidy table.
#include "core/uor/ask/sweep.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <utility>

#include "cli/command.hpp"
#include "cli/csv_text.hpp"
#include "cli/model_options.hpp"
#include "cli/output_guard.hpp"
#include "cli/requests.hpp"
#include "cli/text.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/points.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/written.hpp"

namespace uor::cli {

namespace {

Options sweep_options() {
  Options options("Options", screen_width);
  add_repeated(options, "trust", "CODE|FILE|all", "trust code, your own file, or all; may be given again");
  add_value(options, "scenario", "NAME|FILE", "whose settings serve (default: baseline)");
  add_value(options, "trials", "N", "trials a trust and run, the same for all runs (default 4096)");
  add_value(options, "points", "random|lhs|sobol", "how trials are spread (default sobol)");
  add_value(options, "seed", "S", "seed of all draws (default: the scenario's); the design has its own");
  add_value(options, "months", "H", "months from April (default: the scenario's)");
  add_value(options, "threads", "T", "threads (default: all cores); results do not depend on it");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: the scenario's)");
  add_policy_set_option(options);
  add_plugin_options(options);
  add_scope_option(options);
  add_value(options, "out", "FILE", "the table, .csv or .nc (default: DESIGN-sweep.csv)");
  add_flag(options, "force", "write over a file that is there, but never over one that is read");
  add_flag(options, "quiet", "print nothing but errors");
  return options;
}

ask::RunRequest request_of(const Arguments& arguments) {
  ask::RunRequest request = run_request(arguments, arguments.text("scenario", "baseline"), arguments.texts("trust"));
  constexpr std::uint64_t usual_trials = 4096;
  if (!request.trials) request.trials = usual_trials;
  if (!request.points && *request.trials % whole_trials == 0) request.points = "sobol";
  return request;
}

std::string out_of(const Arguments& arguments) {
  const std::filesystem::path design(arguments.positional()[0]);
  const std::string out = arguments.text("out", (design.parent_path() / design.stem()).string() + "-sweep.csv");
  if (!ends_like(out, ".csv") && !ends_like(out, ".nc"))
    throw Error(fmt::format("--out '{}': a table ends in .csv or .nc", out));
  return out;
}

}  // namespace

int sweep_command(const Words& words) {
  const Usage usage = {
      "sweep",
      "DESIGN.toml [--trust CODE|FILE|all]... [options]",
      "Finds the odds of ratings under each run of a design: every combination of levels, a Latin hypercube\n"
      "or Sobol points over numbers of the policy, parameters, limiters and drivers. All runs share draws;\n"
      "those that differ in numbers of the rating alone share one simulation too.",
      {"uor sweep cuts.toml --trust all --out cuts.csv"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, sweep_options(), words);
  if (!arguments) return 0;
  const std::string path = arguments->positional()[0], out = out_of(*arguments);
  const ask::SweepDesign design = ask::parse_sweep_design(read_text_file(path, "design file"), path);
  const ask::Library library;
  OutputGuard guard("--out", arguments->has("force"), library.data());
  guard.reads("design", path);
  guard.reads_model(library, *arguments);
  for (const std::string& trust : arguments->texts("trust")) guard.reads("trust file", trust);
  PartialFile file = guard.open(out, Written::form);
  const bool shown = !arguments->has("quiet") && ::isatty(STDERR_FILENO) == 1;
  const ask::Sweep sweep = ask::sweep(library, request_of(*arguments), design, [&](std::size_t done) {
    if (shown) fmt::print(stderr, "\r\x1b[K{} of {} runs", done, design.runs.size());
  });
  if (shown) fmt::print(stderr, "\r\x1b[K");
  if (ends_like(out, ".csv")) {
    write_file(std::move(file), csv_of(sweep.table));
  } else {
    store::write_netcdf(std::move(file), {sweep.table});
  }
  if (!arguments->has("quiet"))
    fmt::print("{} of {}, {} simulated: {}\n", counted(design.runs.size(), "run"),
               counted(sweep.table.rows() / design.runs.size(), "trust"), sweep.simulations, out);
  return 0;
}

}  // namespace uor::cli
