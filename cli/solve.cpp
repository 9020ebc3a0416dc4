// `uor solve`: what a trust needs to reach some odds.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/decide_options.hpp"
#include "cli/decide_text.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_lever_rows = 15;
constexpr double most_gbp_m = 1e5;

/// LEVER=GBP of --cost, in GBP m.
std::map<std::string, double> costs_of(const Arguments& arguments) {
  std::map<std::string, double> costs;
  for (const std::string& word : arguments.texts("cost")) {
    const std::size_t equals = word.find('=');
    std::size_t read = 0;
    double cost = -1;
    try {
      if (equals != std::string::npos) cost = std::stod(word.substr(equals + 1), &read);
    } catch (const std::exception&) {
      read = 0;
    }
    if (read == 0 || equals + 1 + read != word.size() || !(cost >= 0 && cost <= most_gbp_m))
      throw Error(fmt::format("--cost '{}': must be LEVER=GBP_M, as in --cost clinical.dna_rate=0.2", word));
    costs[word.substr(0, equals)] = cost;
  }
  return costs;
}

decide::SolveRule rule_of(const Arguments& arguments) {
  decide::SolveRule rule;
  const std::optional<double> odds = arguments.number("odds", 0, 1);
  if (!odds) throw Error("--odds is missing: say how likely it shall be, as in --odds 0.3");
  rule.odds = *odds;
  rule.budget = arguments.number("budget", 0, most_gbp_m);
  rule.costs = costs_of(arguments);
  if (rule.budget && rule.costs.empty())
    throw Error("--budget needs to know what levers cost: give --cost LEVER=GBP_M for each that may be used");
  return rule;
}

Json json_of_alone(const decide::LeverAlone& alone) {
  return {{"lever", alone.lever.id},
          {"title", alone.lever.title},
          {"unit", alone.lever.unit},
          {"today", alone.lever.today},
          {"needed", alone.needed ? Json(*alone.needed) : Json(nullptr)},
          {"limit", alone.limit},
          {"lead_months", alone.lever.lead_months},
          {"best_odds", alone.best.value},
          {"change", alone.change.value},
          {"change_standard_error", alone.change.error},
          {"delivery_cost", alone.lever.delivery_cost},
          {"in_hand", alone.lever.in_hand}};
}

/// What --set takes behind the first '=': a number with a sign would be added.
Json set_value(double value) { return value < 0 ? Json(fmt::format("={}", value)) : Json(value); }

Json json_of(const decide::Solution& solution) {
  Json alone = Json::array(), together = Json::array(), obstacles = Json::array();
  for (const decide::LeverAlone& one : solution.alone) alone.push_back(json_of_alone(one));
  for (const decide::LeverSet& one : solution.together)
    together.push_back({{"lever", one.lever.id},
                        {"value", set_value(one.value)},
                        {"unit", one.lever.unit},
                        {"today", one.lever.today},
                        {"intensity", one.intensity}});
  for (const decide::Obstacle& one : solution.obstacles)
    obstacles.push_back({{"id", one.id}, {"title", one.title}, {"share", one.share}});
  return {{"goal", name_of(solution.rule.goal)},
          {"asked", solution.rule.odds},
          {"today", solution.today.value},
          {"reached", solution.reached},
          {"odds", solution.odds.value},
          {"standard_error", solution.odds.error},
          {"alone", alone},
          {"together", together},
          {"cost_gbp_m", solution.cost_gbp_m ? Json(*solution.cost_gbp_m) : Json(nullptr)},
          {"certified", solution.certified},
          {"most", solution.most.value},
          {"why_not", solution.reached ? Json(nullptr) : Json(solution.why_not)},
          {"obstacles", obstacles}};
}

std::string reachable(const decide::LeverAlone& alone) {
  return alone.needed ? figure(*alone.needed) : "not alone: " + odds_text(alone.best.value);
}

void print_alone(const decide::Solution& solution, const Style& style) {
  Lines lines = {style.bold("Each lever by itself")};
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right});
  table.head({"lever", "today", "likely to", "brings, points", "needed"});
  for (std::size_t i = 0; i < std::min(solution.alone.size(), most_lever_rows); ++i) {
    const decide::LeverAlone& alone = solution.alone[i];
    table.row(
        {alone.lever.id, figure(alone.lever.today), figure(alone.limit), points_text(alone.change), reachable(alone)});
  }
  for (const std::string& line : table.lines(style)) lines.push_back(line);
  print_block(lines);
}

void print_together(const decide::Solution& solution, const Style& style) {
  Lines lines = {style.bold(solution.together.empty() ? "Nothing need be done" : "The least that reaches it together")};
  TextTable table({Align::left, Align::right, Align::right, Align::right});
  table.head({"lever", "today", "set to", "of the way"});
  for (const decide::LeverSet& one : solution.together)
    table.row({one.lever.id, figure(one.lever.today), fmt::format("{:.6g}", one.value), odds_text(one.intensity)});
  for (const std::string& line : table.lines(style)) lines.push_back(line);
  print_block(lines);
}

void print_solution(const decide::Solution& solution, const Style& style) {
  fmt::print("{}\n\n", style.bold(fmt::format("Odds of {}: today {}, asked {}", goal_text(solution.rule.goal),
                                              odds_text(solution.today.value), odds_text(solution.rule.odds))));
  print_alone(solution, style);
  if (!solution.reached) {
    print(wrap("", "Cannot: " + solution.why_not + ".", 0));
    return;
  }
  print_together(solution, style);
  std::string words =
      fmt::format("On {} of another seed the odds are {} ±{:.2f}.", counted(solution.rule.checked, "trial"),
                  odds_text(solution.odds.value), 100 * solution.odds.error);
  if (solution.cost_gbp_m) words += fmt::format(" It costs GBP {:.2f}m.", *solution.cost_gbp_m);
  print(wrap("", words, 0));
}

}  // namespace

int solve_command(const Words& words) {
  Options options = decide_options();
  add_value(options, "odds", "X", "how likely that rating shall be, 0 to 1");
  add_value(options, "budget", "GBP_M", "no more than this, of levers with a --cost");
  add_repeated(options, "cost", "LEVER=GBP_M", "what a lever costs in full, from today to its limit");
  const Usage usage = {
      "solve",
      "TRUST --for RATING --odds X [options]",
      "What a trust needs so that a rating, or a better one, has the odds X: each lever by itself, and the\n"
      "least of several together, within their likely ranges and checked on another seed. The least is in\n"
      "GBP where --cost says what levers cost, else in shares of their ranges. Writes nothing.",
      {"uor solve RF4 --for good --odds 0.3"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  const decide::SolveRule rule = rule_of(*arguments);
  ask::DecideRequest request = decide_request(*arguments);
  request.goal = goal_of(*arguments);
  const decide::Solution solution = ask::solution(ask::Library(), request, rule);
  if (arguments->has("json")) {
    fmt::print("{}\n", report::text_of(json_of(solution), 2));
  } else {
    print_solution(solution, Style::of_standard_output(*arguments));
  }
  return 0;
}

}  // namespace uor::cli
