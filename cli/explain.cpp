// `uor explain`: the paths from one quantity to another, with the elasticity along each; or one trial of a result file.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/command.hpp"
#include "cli/explain_trial.hpp"
#include "cli/model_options.hpp"
#include "cli/requests.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/trust_warnings.hpp"
#include "cli/unsealed.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/base/error.hpp"

namespace uor::cli {

namespace {

/// One path in words: shares of figures, or amounts where a figure is so near nought that a share says nothing.
class PathWords {
 public:
  PathWords(const graph::Wiring& wiring, const run::PathElasticity& path) : wiring_(wiring), path_(path) {}

  /// What 1 % more of the start does to the end; where the start is near nought, what one unit more does.
  std::string effect() const {
    const std::size_t last = path_.quantities.size() - 1;
    if (!near(0) && !near(last) && tells(path_.elasticity)) return fmt::format("{:+.3g}", path_.elasticity + 0.0);
    double slope = 1;
    for (const double one : path_.slopes) slope *= one;
    constexpr double a_percent = 0.01;
    return near(0) ? amount(slope, last) + " for +1 " + unit(0)
                   : amount(a_percent * path_.values[0] * slope, last) + " for +1 %";
  }

  std::string route() const {
    std::string text = wiring_.quantities[path_.quantities[0]].id;
    for (std::size_t i = 1; i < path_.quantities.size(); ++i)
      text += " -> " + wiring_.quantities[path_.quantities[i]].id + " (" + edge(i) + ")";
    return text;
  }

 private:
  /// More than tenfold is what a figure near nought makes of a share, however likely the figure is.
  static bool tells(double elasticity) { return std::abs(elasticity) <= 10; }
  bool near(std::size_t i) const { return run::near_nought(wiring_.quantities[path_.quantities[i]], path_.values[i]); }
  std::string unit(std::size_t i) const { return wiring_.quantities[path_.quantities[i]].unit; }
  /// Adding zero turns a minus zero into a zero.
  std::string amount(double value, std::size_t i) const { return fmt::format("{:+.3g} {}", value + 0.0, unit(i)); }
  std::string edge(std::size_t i) const {
    if (!near(i - 1) && !near(i) && tells(path_.local[i - 1])) return fmt::format("{:+.3g}", path_.local[i - 1] + 0.0);
    return amount(path_.slopes[i - 1], i) + " a " + unit(i - 1);
  }

  const graph::Wiring& wiring_;
  const run::PathElasticity& path_;
};

void print_path(const graph::Wiring& wiring, const run::PathElasticity& path, std::size_t number, const Style& style) {
  const PathWords words(wiring, path);
  const std::string head = fmt::format("{:2}. {}  ", number, style.bold(words.effect()));
  print(wrap(head, words.route(), visible_width(head)));
}

}  // namespace

namespace {

Options explain_options() {
  Options options("Options", screen_width);
  add_value(options, "trust", "CODE|FILE",
            "paths: at this trust's baseline (default: the first that ships);\n"
            "trial: the code of a trust in the file");
  add_value(options, "limit", "N", "at most so many paths, 1 to 1000 (default 10)");
  add_value(options, "trial", "N", "explain this trial of RUN.h5, from 0");
  add_value(options, "scenario", "SIDE", "trial: on this side of the run (default: baseline)");
  add_trust_file(options);
  add_flag(options, "force", "trial: even when program, policy or plugins are not those that wrote the file");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework, or the run's)");
  add_policy_set_option(options);
  add_plugin_options(options);
  return options;
}

int explain_paths(const ask::Library& library, const Arguments& arguments) {
  const std::size_t limit = arguments.whole_number("limit", 1, 1000).value_or(10);
  auto trusts = arguments.has("trust") ? ask::find_trusts(library, {arguments.text("trust")}) : ask::any_trust(library);
  const model::Inputs inputs =
      ask::assemble(library, model_request(arguments), ask::baseline_scenario(), std::move(trusts));
  const std::string& from = arguments.positional()[0];
  const std::string& to = arguments.positional()[1];
  auto paths = run::explain_paths(inputs, from, to, limit);
  std::stable_sort(paths.begin(), paths.end(), [](const run::PathElasticity& a, const run::PathElasticity& b) {
    return std::abs(a.elasticity) > std::abs(b.elasticity);
  });
  const run::Engine engine(inputs);
  const Style style = Style::of_standard_output(arguments);
  print(wrap("",
             fmt::format("{} on {}, {}: percent for one percent, by path; in amounts where a figure is near nought",
                         from, to, inputs.trusts[0].code),
             2));
  print_warnings(engine.header().trusts[0].warnings, style);
  for (std::size_t i = 0; i < paths.size(); ++i) print_path(engine.wiring(), paths[i], i + 1, style);
  if (paths.size() == limit) fmt::print("There may be more paths; --limit {} shows more.\n", 2 * limit);
  return 0;
}

}  // namespace

int explain_command(const Words& words) {
  const Usage usage = {
      "explain",
      "FROM TO [options] | RUN.h5 --trial N [options]",
      "FROM TO: the shortest paths by which one quantity acts on another, strongest first. The first figure\n"
      "is what a permanent rise of FROM by 1 % does to TO along the path, in percent, at the baseline;\n"
      "where a figure is so near nought that a share of it says nothing, in its unit.\n"
      "RUN.h5: derives one trial of a result file again: what was drawn, the statement, metrics, scores and\n"
      "the rules that fired; and whether it is equal to the file (exit code 1 when it is not).",
      {"uor explain clinical.dna_rate metric.pay_cost_per_wau --trust RF4",
       "uor explain runs/cip_slippage-RF4.h5 --trust RF4 --trial 17 --scenario all_40"},
      1,
      2};
  const auto arguments = Arguments::parse(usage, explain_options(), words);
  if (!arguments) return 0;
  heed_trust_file(*arguments);
  const bool of_result = names_a_result(arguments->positional()[0]);
  const std::size_t wanted = of_result ? 1 : 2;
  const std::size_t given = arguments->positional().size();
  if (given < wanted)
    throw Error(
        "uor explain: one name, and it is no result file; give FROM TO, or RUN.h5 --trial N. See `uor explain "
        "--help`.");
  if (given > wanted)
    throw Error(fmt::format("uor explain: unexpected argument '{}'. See `uor explain --help`.",
                            arguments->positional()[wanted]));
  const ask::Library library;
  return of_result ? explain_trial(library, *arguments) : explain_paths(library, *arguments);
}

}  // namespace uor::cli
