#include "cli/plan_lines.hpp"

#include <fmt/format.h>

namespace uor::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string words_of(const decide::PlannedAction& action, int assessment_month) {
  const std::string unit = action.unit.empty() ? "" : " " + action.unit;
  const std::string today = action.today ? fmt::format("today {}{}, ", figure(*action.today), unit) : "";
  std::string words = fmt::format("{}{}; {}", today, action.change, start_words(action));
  if (action.acts) words += "; published before the rating: " + published_words(action, assessment_month);
  if (action.cost) words += "; costs " + cost_words(action);
  if (!action.owner.empty()) words += "; owner " + action.owner;
  if (!action.overlaps.empty()) words += "; may overlap with " + action.overlaps;
  return words + ".";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace

Lines plan_lines(const std::vector<decide::PlannedAction>& actions, int assessment_month) {
  Lines lines;
  for (const decide::PlannedAction& action : actions) {
    const std::string name = action.name.empty() ? action.driver : fmt::format("{}, {}", action.name, action.driver);
    const std::string words = fmt::format("{} ({}): {}", action.title, name, words_of(action, assessment_month));
    for (const std::string& line : wrap("  ", words, 4)) lines.push_back(line);
  }
  return lines;
}

Lines plan_lines(const std::vector<decide::PlannedOption>& options, int assessment_month, const Style& style) {
  Lines lines;
  for (const decide::PlannedOption& option : options) {
    const std::string title = option.title == option.name ? "" : "  " + option.title;
    lines.push_back(style.bold(options.size() > 1 ? "Option " + option.name : "The plan: " + option.name) + title);
    for (const std::string& line : plan_lines(option.actions, assessment_month)) lines.push_back(line);
  }
  return lines;
}

Json json_of(const decide::PlannedAction& action) {
  const bool costs = action.cost && action.cost->known;
  return {{"action", text_or_null(action.name)},
          {"driver", action.driver},
          {"title", action.title},
          {"unit", action.unit},
          {"today", action.today ? Json(*action.today) : Json(nullptr)},
          {"does", action.change},
          {"asked_month", action.asked_month},
          {"from_month", action.acts ? Json(action.from_month) : Json(nullptr)},
          {"acts", action.acts},
          {"published", action.published.in_time},
          {"too_late", action.published.too_late},
          {"first_seen", action.published.first_month > 0 ? Json(action.published.first_month) : Json(nullptr)},
          {"owner", text_or_null(action.owner)},
          {"overlaps", text_or_null(action.overlaps)},
          {"one_off_cost", costs ? Json(action.cost->one_off_gbp_m) : Json(nullptr)},
          {"yearly_cost", costs ? Json(action.cost->yearly_gbp_m) : Json(nullptr)},
          {"cost", text_or_null(cost_words(action))}};
}

Json json_of(const std::vector<decide::PlannedOption>& options) {
  Json list = Json::array();
  for (const decide::PlannedOption& option : options) {
    Json actions = Json::array();
    for (const decide::PlannedAction& action : option.actions) actions.push_back(json_of(action));
    list.push_back({{"option", option.name}, {"title", option.title}, {"actions", actions}});
  }
  return list;
}

}  // namespace uor::cli
