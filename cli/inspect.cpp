// `uor inspect`: what a result file holds, and where it came from.
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <utility>

#include "cli/command.hpp"
#include "cli/result_json.hpp"
#include "cli/run_screen.hpp"
#include "cli/text.hpp"
#include "cli/trust_list.hpp"
#include "cli/unsealed.hpp"
#include "core/uor/report/json_text.hpp"
#include "core/uor/store/read_result.hpp"

namespace uor::cli {

namespace {

std::string kept(const model::Keep& keep) {
  std::string text = "summaries and final ratings";
  if (keep.ratings) text += ", ratings by month";
  if (keep.scores) text += ", scores";
  if (keep.metrics) text += ", final metrics";
  if (keep.metrics_by_month) text += ", metrics by month";
  if (keep.drivers) text += ", drivers";
  if (keep.quantities) text += ", all other quantities";
  return text;
}

/// Texts of a file that were kept a trust are one line.
void print_inputs(const model::Header& header) {
  std::map<std::pair<std::string, std::string>, std::size_t> texts;
  for (const model::InputText& input : header.inputs) ++texts[{input.role, input.path}];
  for (const model::InputText& input : header.inputs) {
    std::size_t& count = texts.at({input.role, input.path});
    if (count == 0 || (input.role == "trust" && header.trusts.size() > 1)) continue;
    const bool each = count > 1 && (input.role == model::published_role || input.role == "shipped");
    fmt::print(
        "Input: {} {} ({})\n", input.role, input.path,
        each ? counted(count, "trust") + ", a digest each in the file" : "SHA-256 " + input.sha256.substr(0, 12));
    if (each) count = 0;
  }
}

void print_origin(const store::Result& result) {
  const model::Header& header = result.header;
  fmt::print("{}\n", result.path);
  fmt::print("Written by uor {} (commit {}) on {}, {} to {}\n", header.version, header.commit, header.host,
             result.started, result.finished);
  print(wrap("Holds: ",
             fmt::format("{} for {}, {}, {}", kept(header.keep), counted(header.trusts.size(), "trust"),
                         counted(header.sides.size(), "side"), counted(header.trials, "trial")),
             2));
  print_inputs(header);
  for (const model::PluginInfo& plugin : header.plugins)
    fmt::print("Plugin: {} {} (SHA-256 {})\n", plugin.id, plugin.version, plugin.sha256.substr(0, 12));
  fmt::print("\n");
}

}  // namespace

int inspect_command(const Words& words) {
  Options options("Options", screen_width);
  add_trust_file(options);
  add_flag(options, "json", "print one JSON object, as `uor run --json` does");
  add_flag(options, "trusts", "list each trust's odds instead, a line a trust");
  add_flag(options, "all-levels", "of many trusts, every level in the tables and not only the last ones");
  add_flag(options, "csv", "the same as comma-separated values");
  const Usage usage = {"inspect",
                       "RUN.h5 [--trusts | --csv | --json]",
                       "Shows where a result file came from, and the same screen as the run that wrote it.",
                       {"uor inspect runs/cip_slippage-RF4.h5"},
                       1,
                       1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  heed_trust_file(*arguments);
  const ask::Library library;
  const store::Result result = store::read_result(arguments->positional()[0]);
  const tally::Sector* sector = result.sector ? &*result.sector : nullptr;
  const Style style = Style::of_standard_output(*arguments);
  if (arguments->has("csv")) {
    print_trust_csv(result.header, result.summaries);
    return 0;
  }
  if (arguments->has("trusts")) {
    print_trust_list(result.header, result.summaries, style);
    return 0;
  }
  if (arguments->has("json")) {
    fmt::print("{}\n",
               report::text_of(
                   json_of_run(library, result.header, result.summaries, sector, {result.seconds, 0}, result.path), 2));
    return 0;
  }
  print_origin(result);
  print_run(library, result.header, result.summaries, sector, style,
            arguments->has("all-levels") ? Levels::all : Levels::last);
  return 0;
}

}  // namespace uor::cli
