// `uor plugins`: list what is loaded, show one plugin's tables, measure plugins, or check a file against the contract.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/plugin_json.hpp"
#include "cli/plugins_bench.hpp"
#include "cli/requests.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/lab/conformance.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

int list_plugins(const host::Catalogue& catalogue) {
  TextTable table({Align::left, Align::left, Align::left, Align::right, Align::right, Align::right}, "");
  table.row({"Plugin", "Version", "Title (scores)", "quantities", "nodes", "x86-64-v"});
  for (const host::Plugin& plugin : catalogue.plugins())
    table.row({plugin.id(), plugin.version(),
               shorten(plugin.title() + (plugin.kloe().empty() ? "" : " (" + plugin.kloe() + ")"), 52),
               fmt::format("{}", plugin.quantities().size()), fmt::format("{}", plugin.nodes().size()),
               fmt::format("{}", plugin.isa_level())});
  print(table.lines());
  for (const host::Plugin& plugin : catalogue.plugins()) fmt::print("{}\n", plugin.path());
  return 0;
}

void print_quantities(const host::Plugin& plugin, Kind kind, const char* title) {
  TextTable table({Align::left, Align::left, Align::left});
  bool any = false;
  for (const Quantity& quantity : plugin.quantities()) {
    if (quantity.kind != kind) continue;
    any = true;
    table.row({quantity.id, shorten(quantity.title, 40), quantity.unit});
  }
  if (!any) return;
  fmt::print("{}\n", title);
  print(table.lines());
}

void print_parameters(const host::Plugin& plugin) {
  if (plugin.parameters().empty()) return;
  fmt::print("Parameters\n");
  TextTable table({Align::left, Align::right, Align::left, Align::left});
  for (const Parameter& parameter : plugin.parameters())
    table.row({parameter.id, std::isnan(parameter.value) ? "by policy" : figure(parameter.value), parameter.unit,
               std::string(name_of(parameter.standing))});
  print(table.lines());
}

const host::Plugin& plugin_named(const host::Catalogue& catalogue, const std::string& id) {
  std::vector<std::string> ids;
  for (const host::Plugin& plugin : catalogue.plugins()) {
    if (plugin.id() == id) return plugin;
    ids.push_back(plugin.id());
  }
  throw Error(fmt::format("no plugin '{}'.{} Loaded: {}", id, did_you_mean(id, ids), fmt::join(ids, ", ")));
}

int show_plugin(const host::Plugin& plugin) {
  fmt::print("{} {}: {}\n", plugin.id(), plugin.version(), plugin.title());
  fmt::print("{}\n{}\nSHA-256 {}\n", plugin.kloe().empty() ? "scores no KLOE" : "scores the KLOE " + plugin.kloe(),
             plugin.path(), plugin.sha256());
  print_quantities(plugin, Kind::driver, "Drivers");
  print_quantities(plugin, Kind::metric, "Metrics");
  print_quantities(plugin, Kind::score, "Score");
  print_quantities(plugin, Kind::intermediate, "Other quantities");
  print_parameters(plugin);
  return 0;
}

int show_json(const ask::Library& library, const Arguments& arguments, const host::Plugin& plugin) {
  const policy::Policy& policy = library.policy(arguments.text("policy", "framework"));
  fmt::print("{}\n", report::text_of(json_of_plugin(plugin, policy), 2));
  return 0;
}

/// The contract's checks on one file. What the plugin reads of others is made up from what is declared here.
int check_plugin(const ask::Library& library, const Arguments& arguments, const std::string& file) {
  const run::Engine engine(
      ask::assemble(library, model_request(arguments), ask::baseline_scenario(), ask::any_trust(library)));
  lab::Supplies supplies;
  supplies.quantities = engine.wiring().quantities;
  const std::vector<lab::Check> checks = lab::check_file(file, supplies);
  std::size_t failed = 0;
  for (const lab::Check& check : checks) {
    failed += check.passed ? 0 : 1;
    print(wrap(check.passed ? "ok      " : "FAILED  ", check.name + (check.detail.empty() ? "" : ": " + check.detail),
               8));
  }
  if (failed > 0)
    throw Error(fmt::format("plugin '{}': {} of {} checks failed; each line above that says FAILED tells why", file,
                            failed, checks.size()));
  return 0;
}

void refuse_options_of_show(const Arguments& arguments, const std::string& action) {
  if (arguments.has("json") && action != "show" && action != "bench")
    throw Error(fmt::format("--json goes with `plugins show ID` and `plugins bench`, not with `plugins {}`", action));
  if (arguments.has("baseline") && (action != "bench" || arguments.has("json")))
    throw Error("--baseline goes with `plugins bench`, without --json");
  if (arguments.has("policy") && action == "show" && !arguments.has("json"))
    throw Error("--policy goes with --json: parameters as a policy sets them are shown there only");
}

}  // namespace

int plugins_command(const Words& words) {
  Options options("Options", screen_width);
  add_flag(options, "json", "with show and bench: print one JSON object; of show with the policy's parameters");
  add_value(options, "baseline", "FILE",
            "with bench: hold it against what --json wrote; exit code 1 where a node is slower");
  add_value(options, "policy", "NAME|FILE", "with --json: the framework's numbers (default: framework)");
  add_plugin_options(options);
  const Usage usage = {
      "plugins",
      "[list | show ID | check FILE | bench [ID|FILE [ID|FILE]]]",
      "Lists the plugins in place, shows one plugin's tables, runs the contract's checks on a file, or\n"
      "measures what plugins cost a trial and month, beside those that ship; of two, the second against the\n"
      "first, node by node.",
      {"uor plugins list", "uor plugins show people", "uor plugins bench people"},
      0,
      3};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const std::string action = arguments->positional().empty() ? "list" : arguments->positional()[0];
  const bool names_two = arguments->positional().size() == 3;
  const bool names_one = arguments->positional().size() == 2 || names_two;
  const std::vector<std::string> actions = {"list", "show", "check", "bench"};
  if (std::find(actions.begin(), actions.end(), action) == actions.end())
    throw Error(fmt::format("plugins '{}': unknown.{} Known: list, show ID, check FILE, bench [ID|FILE]", action,
                            did_you_mean(action, actions)));
  const bool may_name_none = action == "bench" && !names_one;
  if (names_one == (action == "list") && !may_name_none)
    throw Error(names_one ? "plugins list takes no argument"
                          : fmt::format("plugins {}: name one, as in `uor plugins {}`", action,
                                        action == "show" ? "show people" : "check FILE"));
  if (names_two && action != "bench")
    throw Error(fmt::format("plugins {}: name one; two are for `plugins bench`", action));
  refuse_options_of_show(*arguments, action);
  const ask::Library library;
  if (action == "bench") {
    const Words& given = arguments->positional();
    return bench_plugins(library, *arguments, names_one ? given[1] : "", names_two ? given[2] : "");
  }
  if (action == "check") return check_plugin(library, *arguments, arguments->positional()[1]);
  const auto catalogue = ask::load_plugins(library, model_request(*arguments));
  if (action == "list") return list_plugins(*catalogue);
  const host::Plugin& plugin = plugin_named(*catalogue, arguments->positional()[1]);
  return arguments->has("json") ? show_json(library, *arguments, plugin) : show_plugin(plugin);
}

}  // namespace uor::cli
