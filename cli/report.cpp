// `uor report`: a result file as a document to pass on.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/paths.hpp"
#include "cli/report_context.hpp"
#include "cli/setup.hpp"
#include "cli/text.hpp"
#include "core/uor/report/figures.hpp"

namespace uor::cli {

namespace {

Options report_options() {
  Options options("Options", screen_width);
  add_repeated(options, "trust", "CODE", "show this trust of the run in full; may be given again");
  add_plugin_options(options);
  add_flag(options, "json", "print all figures as one JSON object");
  return options;
}

report::Figures figures_of_file(const Arguments& arguments, const std::string& path) {
  const store::Result result = store::read_result(path);
  const report::Rules rules = report::read_rules((policies_folder() / "report.toml").string());
  return report::figures_of(result, report_context(arguments, result), rules, arguments.texts("trust"));
}

}  // namespace

int report_command(const Words& words) {
  const Usage usage = {"report",
                       "RUN.h5 [options]",
                       "Writes all figures of a result file, without simulating anything.",
                       {"uor report runs/cip_slippage-RF4.h5 --json"},
                       1,
                       1};
  const auto arguments = Arguments::parse(usage, report_options(), words);
  if (!arguments) return 0;
  const report::Figures figures = figures_of_file(*arguments, arguments->positional()[0]);
  fmt::print("{}\n", report::json_of(figures).dump(2));
  return 0;
}

}  // namespace uor::cli
