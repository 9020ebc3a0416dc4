// `uor plan`: a plan taken apart.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/decide_options.hpp"
#include "cli/decide_text.hpp"
#include "cli/output_guard.hpp"
#include "cli/plan_lines.hpp"
#include "cli/pounds_block.hpp"
#include "cli/style.hpp"
#include "cli/text.hpp"
#include "cli/text_table.hpp"
#include "core/uor/ask/plan_book.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/report/json_text.hpp"

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const ask::PlanAnswer& answer) {
  const decide::PlanStudy& study = answer.study;
  Json actions = Json::array();
  for (std::size_t i = 0; i < study.actions.size(); ++i) {
    Json action = cli::json_of(study.actions[i].planned);
    action["alone"] = study.actions[i].change.value;
    action["alone_standard_error"] = study.actions[i].change.error;
    action["share"] = study.actions[i].share.value;
    action["share_standard_error"] = study.actions[i].share.error;
    action["pounds"] = report::json_of(answer.alone[i]);
    actions.push_back(std::move(action));
  }
  return {{"option", study.name},
          {"title", study.title},
          {"goal", name_of(study.goal)},
          {"trials", study.trials},
          {"today", study.today.value},
          {"together", study.together.value},
          {"change", study.change.value},
          {"change_standard_error", study.change.error},
          {"pounds", report::json_of(answer.together)},
          {"actions", actions}};
}

std::vector<decide::PlannedOption> words_of(const std::vector<ask::PlanAnswer>& answers) {
  std::vector<decide::PlannedOption> options;
  for (const ask::PlanAnswer& answer : answers) {
    options.push_back({answer.study.name, answer.study.title, {}});
    for (const decide::ActionAlone& action : answer.study.actions) options.back().actions.push_back(action.planned);
  }
  return options;
}

Lines odds_lines(const decide::PlanStudy& study, const Style& style) {
  TextTable table({Align::left, Align::right, Align::right, Align::right, Align::right});
  table.head({"action", "from month", "first seen", "alone, points", "share of all"});
  for (const decide::ActionAlone& action : study.actions) {
    const decide::PlannedAction& planned = action.planned;
    table.row({shorten(planned.label(), 40), planned.acts ? fmt::format("{}", planned.from_month) : "-",
               planned.published.first_month > 0 ? fmt::format("{}", planned.published.first_month) : "-",
               points_text(action.change), points_text(action.share)});
  }
  Lines lines = table.lines(style);
  lines.push_back(fmt::format("  Odds of {}: {} without the plan, {} with it ({}).", goal_text(study.goal),
                              odds_text(study.today.value), odds_text(study.together.value),
                              points_text(study.change)));
  return lines;
}

void print_answer(const ask::PlanAnswer& answer, const Style& style) {
  const decide::PlanStudy& study = answer.study;
  Lines lines = {style.bold(study.title.empty() ? study.name : study.title)};
  for (const std::string& line : odds_lines(study, style)) lines.push_back(line);
  print_block(lines);
  std::vector<NamedPounds> pounds;
  for (std::size_t i = 0; i < study.actions.size(); ++i)
    pounds.push_back({study.actions[i].planned.label(), answer.alone[i]});
  pounds.push_back({"all together", answer.together});
  print_block(pounds_block(pounds, style));
}

int write_book(const ask::Library& library, const ask::DecideRequest& request, const Arguments& arguments) {
  const std::string path = arguments.text("xlsx");
  if (!ends_like(path, ".xlsx"))
    throw Error(fmt::format("--xlsx '{}': is no name of a workbook; end it in .xlsx", path));
  OutputGuard guard("--xlsx", arguments.has("force"), library.data());
  guard.reads("subject", request.subject);
  if (request.scenario) guard.reads("scenario", *request.scenario);
  guard.reads_model(library, arguments);
  PartialFile file = guard.open(path, Written::workbook);
  const double odds = arguments.number("odds", 0, 1).value_or(0.5);
  fmt::print("Workbook: {}\n", ask::write_plan_book(std::move(file), ask::plan_book(library, request, odds)));
  return 0;
}

}  // namespace

int plan_command(const Words& words) {
  Options options = decide_options();
  add_value(options, "scenario", "SCENARIO", "whose options are the plan (default: the workbook's own levers)");
  add_value(options, "xlsx", "FILE", "a workbook: the plan, pounds, what it would take, sensitivity, the visit");
  add_value(options, "odds", "X", "with --xlsx: how likely the rating shall be, 0 to 1 (default: 0.5)");
  add_flag(options, "force", "with --xlsx: replace a file that is there");
  const Usage usage = {
      "plan",
      "TRUST|RUN.h5 [options]",
      "A plan in words and taken apart: the odds without it, what each action brings alone, its share of\n"
      "what all bring together (shares add up), from when it acts, and all of it in pounds. TRUST is a\n"
      "workbook with its levers, or any trust with --scenario. Writes nothing without --xlsx.",
      {"uor plan RF4 --scenario recovery_plan"},
      1,
      1};
  const auto arguments = Arguments::parse(usage, options, words);
  if (!arguments) return 0;
  ask::DecideRequest request = decide_request(*arguments);
  request.goal = goal_of(*arguments);
  if (arguments->has("scenario")) request.scenario = arguments->text("scenario");
  const ask::Library library;
  if (arguments->has("xlsx")) return write_book(library, request, *arguments);
  if (arguments->has("odds") || arguments->has("force"))
    throw Error("--odds and --force: are for --xlsx FILE, which is not given");
  const std::vector<ask::PlanAnswer> answers = ask::plans(library, request);
  if (arguments->has("json")) {
    Json list = Json::array();
    for (const ask::PlanAnswer& answer : answers) list.push_back(json_of(answer));
    fmt::print("{}\n", report::text_of(Json{{"options", list}}, 2));
    return 0;
  }
  const Style style = Style::of_standard_output(*arguments);
  print_block(plan_lines(words_of(answers), answers.front().study.assessment_month, style));
  for (const ask::PlanAnswer& answer : answers) print_answer(answer, style);
  print(
      wrap("",
           "Months count from April; 'alone' is what an action brings without the others. Pounds are the action's own "
           "effect, one-off benefits that are then found or no longer needed, funding and the cost of delivery, which "
           "add up to the surplus; a full year is the one after the rating's.",
           0));
  return 0;
}

}  // namespace uor::cli
