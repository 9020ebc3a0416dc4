// `uor levers`: what a trust can change, from the plugins' declarations.
#include "cli/levers.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/model_options.hpp"
#include "cli/requests.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "core/uor/ask/inputs.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

std::vector<const Quantity*> levers_of(const host::Catalogue& catalogue) {
  std::vector<const Quantity*> levers;
  for (const Quantity& quantity : catalogue.quantities())
    if (quantity.kind == Kind::driver && quantity.driver.lever) levers.push_back(&quantity);
  return levers;
}

namespace {

std::string range_of(const Quantity& lever) {
  return fmt::format("{} to {}", figure(lever.likely_lower), figure(lever.likely_upper));
}

std::string lead_of(const Quantity& lever) {
  const int months = lever.driver.lead_months;
  return months == 0 ? "at once" : months == 1 ? "1 month" : fmt::format("{} months", months);
}

void print_text(const std::vector<const Quantity*>& levers, const Style& style) {
  for (const Quantity* lever : levers) {
    fmt::print("{}\n", style.bold(lever->id));
    std::string facts =
        fmt::format("{}: {}, likely {}; {}", lever->title, lever->unit, range_of(*lever), lead_of(*lever));
    if (!lever->driver.delivery_cost.empty()) facts += "; costs: " + lever->driver.delivery_cost;
    if (!lever->driver.schemes.empty()) facts += "; savings schemes: " + lever->driver.schemes;
    print(wrap("    ", facts, 4));
  }
  fmt::print("\n{} levers. Try one: uor run baseline --trust RF4 --set DRIVER=VALUE\n", levers.size());
}

void print_markdown(const std::vector<const Quantity*>& levers) {
  fmt::print("| lever | what it is | unit | likely range | lead time | cost to deliver | schemes through it |\n");
  fmt::print("|---|---|---|---|---|---|---|\n");
  for (const Quantity* lever : levers)
    fmt::print("| `{}` | {} | {} | {} | {} | {} | {} |\n", lever->id, lever->title, lever->unit, range_of(*lever),
               lead_of(*lever), lever->driver.delivery_cost, lever->driver.schemes);
}

void print_levers_json(const std::vector<const Quantity*>& levers) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Quantity* lever : levers)
    list.push_back({{"id", lever->id},
                    {"title", lever->title},
                    {"unit", lever->unit},
                    {"lower", lever->lower},
                    {"upper", lever->upper},
                    {"likely_lower", lever->likely_lower},
                    {"likely_upper", lever->likely_upper},
                    {"lead_months", lever->driver.lead_months},
                    {"delivery_cost", lever->driver.delivery_cost},
                    {"schemes", lever->driver.schemes},
                    {"fact", lever->driver.fact},
                    {"plugin", lever->plugin}});
  fmt::print("{}\n", report::text_of(nlohmann::ordered_json{{"levers", list}}, 2));
}

}  // namespace

int levers_command(const Words& words) {
  Options options("Options", screen_width);
  add_flag(options, "json", "print one JSON object");
  add_flag(options, "markdown", "print a Markdown table");
  add_plugin_options(options);
  const Usage usage = {
      "levers",
      "[--json|--markdown]",
      "Lists the drivers that a trust can change: unit, likely range, months from decision to effect,\n"
      "cost to deliver, and the savings schemes that act through each.",
      {"uor levers"},
      0,
      0};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  if (arguments->has("json") && arguments->has("markdown")) throw Error("--json and --markdown: choose one");
  const auto catalogue = ask::load_plugins(ask::Library(), model_request(*arguments));
  const auto levers = levers_of(*catalogue);
  if (arguments->has("json"))
    print_levers_json(levers);
  else if (arguments->has("markdown"))
    print_markdown(levers);
  else
    print_text(levers, Style::of_standard_output(*arguments));
  return 0;
}

}  // namespace uor::cli
