// `uor explain`: the paths from one quantity to another, with the elasticity along each.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/command.hpp"
#include "cli/setup.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"

namespace uor::cli {

namespace {

/// Adding zero turns a minus zero into a zero.
void print_path(const graph::Wiring& wiring, const run::PathElasticity& path, std::size_t number, const Style& style) {
  std::string text = wiring.quantities[path.quantities[0]].id;
  for (std::size_t i = 1; i < path.quantities.size(); ++i) {
    text += " -> " + wiring.quantities[path.quantities[i]].id;
    if (i - 1 < path.local.size()) text += fmt::format(" ({:+.3g})", path.local[i - 1] + 0.0);
  }
  const std::string head = fmt::format("{:2}. {}  ", number, style.bold(fmt::format("{:+.3g}", path.elasticity + 0.0)));
  print(wrap(head, text, visible_width(head)));
}

}  // namespace

int explain_command(const Words& words) {
  Options options("Options", screen_width);
  add_value(options, "trust", "CODE|FILE", "at this trust's baseline (default: the first that ships)");
  add_value(options, "limit", "N", "at most so many paths, 1 to 1000 (default 10)");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework)");
  add_plugin_options(options);
  const Usage usage = {
      "explain",
      "FROM TO [--trust CODE|FILE] [--limit N]",
      "Shows the shortest paths by which one quantity acts on another, strongest first. The first figure is\n"
      "what a permanent rise of FROM by 1 % does to TO along the path, in percent, at the baseline.",
      {"uor explain clinical.dna_rate metric.pay_cost_per_wau --trust RF4"},
      2,
      2};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const std::size_t limit = arguments->whole_number("limit", 1, 1000).value_or(10);
  auto trusts = arguments->has("trust") ? find_trusts({arguments->text("trust")}) : any_trust();
  const run::Inputs inputs = assemble(*arguments, baseline_scenario(), std::move(trusts));
  const std::string& from = arguments->positional()[0];
  const std::string& to = arguments->positional()[1];
  auto paths = run::explain_paths(inputs, from, to, limit);
  std::stable_sort(paths.begin(), paths.end(), [](const run::PathElasticity& a, const run::PathElasticity& b) {
    return std::abs(a.elasticity) > std::abs(b.elasticity);
  });
  const run::Engine engine(inputs);
  const Style style = Style::of_standard_output(*arguments);
  fmt::print("{} on {}, {}: percent for one percent, by path\n", from, to, inputs.trusts[0].code);
  for (std::size_t i = 0; i < paths.size(); ++i) print_path(engine.wiring(), paths[i], i + 1, style);
  if (paths.size() == limit) fmt::print("There may be more paths; --limit {} shows more.\n", 2 * limit);
  return 0;
}

}  // namespace uor::cli
