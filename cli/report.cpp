// `uor report`: result files as one page to pass on, or their figures as JSON.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/paths.hpp"
#include "cli/report_assets.hpp"
#include "cli/report_context.hpp"
#include "cli/report_study.hpp"
#include "cli/setup.hpp"
#include "cli/text.hpp"
#include "cli/written_file.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/figures.hpp"

namespace uor::cli {

namespace {

constexpr std::size_t most_runs = 20;

Options report_options() {
  Options options("Options", screen_width);
  add_value(options, "out,o", "FILE", "the page to write (default: the result file's name with .html)");
  add_flag(options, "brief", "the board's pages only");
  add_repeated(options, "trust", "CODE", "show this trust of the run in full; may be given again");
  add_flag(options, "quick", "leave out what the assumptions cost, for which the baseline is run again");
  add_plugin_options(options);
  add_flag(options, "json", "print all figures as JSON instead: one object, or a list of several runs");
  return options;
}

report::Figures figures_of_file(const Arguments& arguments, const std::string& path, const report::Rules& rules) {
  const store::Result result = store::read_result(path);
  const Words codes = arguments.texts("trust");
  report::Context context = report_context(arguments, result);
  if (!arguments.has("quick"))
    for (const std::size_t trust : report::full_trusts(result, codes)) add_study(arguments, result, trust, context);
  return report::figures_of(result, context, rules, codes);
}

std::string default_out(const std::string& path) {
  return std::filesystem::path(path).replace_extension(".html").string();
}

/// A page never takes the place of a result file.
void check_out(const std::string& out, const Words& runs) {
  std::error_code ignored;
  if (std::filesystem::is_directory(out, ignored)) throw Error(fmt::format("'{}' is a folder, name a file in it", out));
  for (const std::string& run : runs)
    if (std::filesystem::equivalent(run, out, ignored))
      throw Error(fmt::format("'{}' is the result file itself, name another file for the page", out));
}

void print_json(const std::vector<report::Figures>& runs) {
  report::Json json = report::json_of(runs.front());
  if (runs.size() > 1) {
    json = report::Json::array();
    for (const report::Figures& run : runs) json.push_back(report::json_of(run));
  }
  fmt::print("{}\n", json.dump(2));
}

}  // namespace

int report_command(const Words& words) {
  const Usage usage = {
      "report",
      "RUN.h5... [-o FILE.html]",
      "Writes result files as one page that opens anywhere, without a network: odds, what moves them,\n"
      "metrics, statements, savings, what was assumed and where all of it comes from.",
      {"uor report runs/cip_slippage-RF4.h5", "uor report runs/cip_slippage-RF4.h5 --brief -o board.html"},
      1,
      most_runs};
  const auto arguments = Arguments::parse(usage, report_options(), words);
  if (!arguments) return 0;
  const Words& paths = arguments->positional();
  const std::string out = arguments->text("out", default_out(paths.front()));
  check_out(out, paths);
  const report::Rules rules = report::read_rules((policies_folder() / "report.toml").string());
  std::vector<report::Figures> runs;
  for (const std::string& path : paths) runs.push_back(figures_of_file(*arguments, path, rules));
  if (arguments->has("json")) {
    print_json(runs);
    return 0;
  }
  const report::page::Assets assets = report_assets();
  write_text(out, report::page::html_of(runs, rules, assets, {arguments->has("brief")}));
  if (assets.script.empty())
    fmt::print(stderr,
               "uor: the page has no charts: install nodejs and npm, run `npm ci` and `npm run build` in web/\n");
  fmt::print("Report: {}\n", out);
  return 0;
}

}  // namespace uor::cli
