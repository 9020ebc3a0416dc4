// `uor plan`: a plan taken apart.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/decide_options.hpp"
#include "cli/decide_text.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const decide::PlanStudy& study) {
  Json actions = Json::array();
  for (const decide::ActionAlone& action : study.actions)
    actions.push_back({{"driver", action.driver},
                       {"title", action.title},
                       {"does", action.words},
                       {"from_month", action.from_month},
                       {"alone", action.change.value},
                       {"alone_standard_error", action.change.error},
                       {"share", action.share.value},
                       {"share_standard_error", action.share.error}});
  return {{"option", study.name},
          {"title", study.title},
          {"goal", name_of(study.goal)},
          {"trials", study.trials},
          {"today", study.today.value},
          {"together", study.together.value},
          {"change", study.change.value},
          {"change_standard_error", study.change.error},
          {"actions", actions}};
}

void print_plan(const decide::PlanStudy& study, const Style& style) {
  Lines lines = {style.bold(study.title.empty() ? study.name : study.title)};
  TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right});
  table.head({"action", "does", "from month", "alone, points", "share of all"});
  for (const decide::ActionAlone& action : study.actions)
    table.row({shorten(action.title, 40), action.words, fmt::format("{}", action.from_month),
               points_text(action.change), points_text(action.share)});
  for (const std::string& line : table.lines(style)) lines.push_back(line);
  lines.push_back(fmt::format("  Odds of {}: {} without the plan, {} with it ({}).", goal_text(study.goal),
                              odds_text(study.today.value), odds_text(study.together.value),
                              points_text(study.change)));
  print_block(lines);
}

}  // namespace

int plan_command(const Words& words) {
  Options options = decide_options();
  add_value(options, "scenario", "SCENARIO", "whose options are the plan (default: the workbook's own levers)");
  const Usage usage = {
      "plan",
      "TRUST|RUN.h5 [options]",
      "A plan taken apart: the odds without it, what each action brings alone, its share of what all bring\n"
      "together (shares add up), and from when it acts. TRUST is a workbook with its levers, or any trust\n"
      "with --scenario. Writes nothing.",
      {"uor plan RF4 --scenario recovery_plan"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  ask::DecideRequest request = decide_request(*arguments);
  request.goal = goal_of(*arguments);
  if (arguments->has("scenario")) request.scenario = arguments->text("scenario");
  const std::vector<decide::PlanStudy> studies = ask::plans(ask::Library(), request);
  if (arguments->has("json")) {
    Json list = Json::array();
    for (const decide::PlanStudy& study : studies) list.push_back(json_of(study));
    fmt::print("{}\n", report::text_of(Json{{"options", list}}, 2));
    return 0;
  }
  const Style style = Style::of_standard_output(*arguments);
  for (const decide::PlanStudy& study : studies) print_plan(study, style);
  fmt::print("Months count from April; 'alone' is what an action brings without the others.\n");
  return 0;
}

}  // namespace uor::cli
