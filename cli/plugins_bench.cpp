#include "cli/plugins_bench.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/bench_file.hpp"
#include "cli/requests.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/lab/cost.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Measured {
  std::string id, path;
  int level;
  bool shipped;  // scores a KLOE and is in place
  lab::Cost cost;
};

bool is_file(const std::string& which) { return which.find('/') != std::string::npos || which.ends_with(".so"); }

std::optional<double> packed_percent(const lab::Operations& operations) {
  const std::uint64_t all = operations.packed + operations.scalar;
  if (all == 0) return std::nullopt;
  return 100.0 * static_cast<double>(operations.packed) / static_cast<double>(all);
}

Measured measured(const host::Plugin& plugin, bool shipped, bool shown, const lab::Supplies& supplies) {
  return {plugin.id(), plugin.path(), plugin.isa_level(), shipped, lab::cost_of(plugin, supplies, shown)};
}

/// Those in place, and last the file, when `which` is one. Error when it is neither an id nor a file.
std::vector<Measured> measure(const host::Catalogue& catalogue, const std::string& which,
                              const lab::Supplies& supplies) {
  std::vector<Measured> all;
  std::vector<std::string> ids;
  for (const host::Plugin& plugin : catalogue.plugins()) ids.push_back(plugin.id());
  const bool known = which.empty() || is_file(which) || std::find(ids.begin(), ids.end(), which) != ids.end();
  if (!known)
    throw Error(fmt::format("no plugin '{}'.{} Loaded: {}; a file needs a '/' or ends with .so", which,
                            did_you_mean(which, ids), fmt::join(ids, ", ")));
  std::optional<host::Plugin> given;
  if (is_file(which)) given.emplace(which);
  for (const host::Plugin& plugin : catalogue.plugins()) {
    const bool shown = which.empty() || which == plugin.id();
    all.push_back(measured(plugin, !plugin.kloe().empty(), shown, supplies));
  }
  if (given) all.push_back(measured(*given, false, true, supplies));
  return all;
}

template <class Figure>
double median_of(const std::vector<Measured>& all, const Figure& figure) {
  std::vector<double> values;
  for (const Measured& each : all)
    if (each.shipped) values.push_back(figure(each.cost));
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

struct Medians {
  double ns, ns_a_value, bytes_read, bytes_written;
};

Medians medians_of(const std::vector<Measured>& all) {
  return {median_of(all, [](const lab::Cost& cost) { return cost.ns; }),
          median_of(all, [](const lab::Cost& cost) { return cost.ns_a_value(); }),
          median_of(all, [](const lab::Cost& cost) { return cost.bytes_read(); }),
          median_of(all, [](const lab::Cost& cost) { return cost.bytes_written(); })};
}

std::string ratio(double value, double median) { return median > 0 ? fmt::format("{:.2f} x", value / median) : "-"; }

void print_costs(const std::vector<Measured>& shown, const Medians& medians) {
  TextTable table(
      {Align::left, Align::right, Align::right, Align::right, Align::right, Align::right, Align::right, Align::right},
      "");
  table.row({"A trial and month", "x86-64-v", "ns", "ns a value", "to median", "read, B", "written, B", "on vectors"});
  for (const Measured& each : shown) {
    const auto packed = packed_percent(each.cost.operations);
    table.row({each.id, fmt::format("{}", each.level), fmt::format("{:.1f}", each.cost.ns),
               fmt::format("{:.2f}", each.cost.ns_a_value()), ratio(each.cost.ns_a_value(), medians.ns_a_value),
               fmt::format("{:.0f}", each.cost.bytes_read()), fmt::format("{:.0f}", each.cost.bytes_written()),
               packed ? fmt::format("{:.1f} %", *packed) : "not known"});
  }
  table.row({"median of those that ship", "", fmt::format("{:.1f}", medians.ns),
             fmt::format("{:.2f}", medians.ns_a_value), "", fmt::format("{:.0f}", medians.bytes_read),
             fmt::format("{:.0f}", medians.bytes_written), ""});
  print(table.lines());
}

void print_notes(const std::vector<Measured>& shown) {
  for (const Measured& each : shown) {
    if (!each.cost.allocations_counted) continue;
    fmt::print("{}: {} in a call of {} node{}\n", each.id,
               each.cost.allocations == 0
                   ? std::string("no allocation")
                   : fmt::format("{} allocation{}", each.cost.allocations, each.cost.allocations == 1 ? "" : "s"),
               each.cost.nodes, each.cost.nodes == 1 ? "" : "s");
  }
  for (const Measured& each : shown)
    if (!each.cost.operations.unknown.empty())
      print(wrap(each.id + ": ", "arithmetic on vectors is not known: " + each.cost.operations.unknown, 2));
  print(wrap("",
             "ns: least of 25 repeats on batches of 256 trials, through the C boundary. Bytes: the columns that nodes "
             "declare. On vectors: the share of additions, multiplications, divisions, roots, minima and maxima that "
             "are done several at a time, counted instruction by instruction over 32 trials.",
             0));
}

Json cost_json(const Measured& each, const Medians& medians) {
  const lab::Cost& cost = each.cost;
  const auto packed = packed_percent(cost.operations);
  Json object = {{"plugin", each.id},
                 {"path", each.path},
                 {"isa_level", each.level},
                 {"nodes", cost.nodes},
                 {"ns_per_trial_month", cost.ns},
                 {"ns_per_value", cost.ns_a_value()},
                 {"ratio_to_median", medians.ns_a_value > 0 ? Json(cost.ns_a_value() / medians.ns_a_value) : Json()},
                 {"allocations", cost.allocations_counted ? Json(cost.allocations) : Json()},
                 {"bytes_read", cost.bytes_read()},
                 {"bytes_written", cost.bytes_written()},
                 {"vector_percent", packed ? Json(*packed) : Json()}};
  if (!packed) object["vector_unknown"] = cost.operations.unknown.empty() ? "no arithmetic" : cost.operations.unknown;
  return object;
}

/// Of the plugins that `which` means, by node.
std::vector<Benchmark> benchmarks(const host::Catalogue& catalogue, const std::string& which,
                                  const lab::Supplies& supplies) {
  if (is_file(which)) return benchmarks_of(host::Plugin(which), supplies);
  std::vector<Benchmark> all;
  for (const host::Plugin& plugin : catalogue.plugins())
    if (which.empty() || which == plugin.id())
      for (Benchmark& one : benchmarks_of(plugin, supplies)) all.push_back(std::move(one));
  return all;
}

/// The names of two builds of one plugin may differ in the plugin's own id; nodes are what is compared.
std::vector<Benchmark> by_node(std::vector<Benchmark> all) {
  for (Benchmark& one : all) one.name = one.name.substr(one.name.find('/') + 1);
  return all;
}

int hold_against(const std::vector<Benchmark>& before, const std::vector<Benchmark>& now, const Style& style) {
  constexpr int exit_slower = 1;
  return print_comparison(before, now, style) ? exit_slower : 0;
}

}  // namespace

int bench_plugins(const ask::Library& library, const Arguments& arguments, const std::string& which,
                  const std::string& other) {
  const ask::ModelRequest request = model_request(arguments);
  const auto catalogue = ask::load_plugins(library, request);
  const run::Engine engine(ask::assemble(library, request, ask::baseline_scenario(), ask::any_trust(library)));
  lab::Supplies supplies;
  supplies.quantities = engine.wiring().quantities;
  const Style style = Style::of_standard_output(arguments);
  if (arguments.has("baseline")) {
    const std::vector<Benchmark> before = read_benchmarks(arguments.text("baseline"));
    return hold_against(before, benchmarks(*catalogue, which, supplies), style);
  }
  if (!other.empty())
    return hold_against(by_node(benchmarks(*catalogue, which, supplies)),
                        by_node(benchmarks(*catalogue, other, supplies)), style);
  std::vector<Measured> shown = measure(*catalogue, which, supplies);
  const Medians medians = medians_of(shown);
  if (is_file(which)) shown.erase(shown.begin(), shown.end() - 1);
  if (!which.empty() && !is_file(which)) std::erase_if(shown, [&](const Measured& each) { return each.id != which; });
  if (!arguments.has("json")) {
    print_costs(shown, medians);
    print_notes(shown);
    return 0;
  }
  Json plugins = Json::array();
  for (const Measured& each : shown) plugins.push_back(cost_json(each, medians));
  Json object = json_of(benchmarks(*catalogue, which, supplies));
  object["plugins"] = plugins;
  object["median"] = {{"ns_per_trial_month", medians.ns},
                      {"ns_per_value", medians.ns_a_value},
                      {"bytes_read", medians.bytes_read},
                      {"bytes_written", medians.bytes_written}};
  fmt::print("{}\n", report::text_of(object, 2));
  return 0;
}

}  // namespace uor::cli
