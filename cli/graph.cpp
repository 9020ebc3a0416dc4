// `uor graph`: the nodes of the model in their order of evaluation, as text or for Graphviz.
#include <fmt/format.h>

#include <cstdio>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/requests.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::cli {

namespace {

std::string label_of(const Read& read) {
  if (read.lag == UOR_AT_ANCHOR) return read.id + " at month 0";
  std::string text = read.id;
  if (read.window == UOR_YEAR_TO_DATE) text += " since April";
  if (read.window > 1) text += fmt::format(" over {} months", read.window);
  if (read.lag > 0) text += fmt::format(" {} back", read.lag);
  return text;
}

void print_nodes(const char* title, const std::vector<graph::WiredNode>& nodes, const Style& style) {
  fmt::print("{} ({} nodes)\n", title, nodes.size());
  for (const graph::WiredNode& wired : nodes) {
    std::vector<std::string> reads;
    for (const Read& read : wired.node.reads) reads.push_back(label_of(read));
    fmt::print("  {}  ({})\n", style.bold(wired.node.id), wired.node.plugin);
    if (!reads.empty()) print(wrap("    reads  ", fmt::format("{}", fmt::join(reads, ", ")), 11));
    print(wrap("    writes ", fmt::format("{}", fmt::join(wired.node.writes, ", ")), 11));
  }
}

}  // namespace

int graph_command(const Words& words) {
  Options options("Options", screen_width);
  add_flag(options, "dot", "print a drawing for Graphviz instead");
  add_value(options, "policy", "NAME|FILE", "the framework's numbers (default: framework)");
  add_plugin_options(options);
  const Usage usage = {"graph",
                       "[--dot]",
                       "Shows the nodes of the model in the order that they are evaluated, with what each reads and\n"
                       "writes. A node with `back`, `over` or `since` reads the past; that is never a circle.",
                       {"uor graph", "uor graph --dot | dot -Tsvg -o model.svg"},
                       0,
                       0};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const ask::Library library;
  const run::Engine engine(
      ask::assemble(library, model_request(*arguments), ask::baseline_scenario(), ask::any_trust(library)));
  if (arguments->has("dot")) {
    fmt::print("{}", graph::to_dot(engine.wiring()));
    return 0;
  }
  const Style style = Style::of_standard_output(*arguments);
  print_nodes("Month 0, once a batch", engine.wiring().anchors, style);
  print_nodes("Every month", engine.wiring().phase_one, style);
  print_nodes("Every month, once benchmarks are known", engine.wiring().phase_two, style);
  return 0;
}

}  // namespace uor::cli
