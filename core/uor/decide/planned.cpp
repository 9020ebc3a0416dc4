#include "core/uor/decide/planned.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "core/uor/decide/players.hpp"
#include "core/uor/decide/sensitivity.hpp"
#include "core/uor/model/today.hpp"

namespace uor::decide {

namespace {

constexpr std::uint64_t today_trials = 1024;

std::string points_of(const Quantity& driver) { return driver.unit == "percent" ? "percentage points" : driver.unit; }

std::string words_of(const scenario::Limits& limits, const std::string& unit) {
  std::vector<std::string> words;
  if (limits.at_least) words.push_back(fmt::format("at least {:g} {}", *limits.at_least, unit));
  if (limits.at_most) words.push_back(fmt::format("at most {:g} {}", *limits.at_most, unit));
  return fmt::format("{}", fmt::join(words, ", "));
}

std::string operation_words(Operation operation, const std::string& value, const Quantity& driver) {
  if (operation == Operation::set) return fmt::format("set to {} {}", value, driver.unit);
  if (operation == Operation::multiply) return "times " + value;
  return fmt::format("{}{} {}", value.front() == '-' ? "" : "+", value, points_of(driver));
}

std::string words_of(const scenario::Adjustment& entry, const Quantity& driver) {
  if (!entry.operates) return words_of(entry.limits, driver.unit);
  const std::string words = operation_words(entry.operation, fmt::format("{:g}", entry.value), driver);
  return entry.limits.any() ? words + ", " + words_of(entry.limits, driver.unit) : words;
}

std::string words_of(const scenario::Vary& entry, const Quantity& driver) {
  const std::string drawn = to_string(entry.distribution);
  if (entry.hold == scenario::Hold::at_most) return "at most " + drawn;
  if (entry.hold == scenario::Hold::at_least) return "at least " + drawn;
  return operation_words(entry.operation, drawn, driver);
}

/// Describes what one side of a plan does.
class Describer {
 public:
  Describer(const model::Inputs& inputs, const model::Plan& plan, const std::vector<double>& today)
      : inputs_(inputs), plan_(plan), today_(today), closed_(model::closed_months_of(inputs.trusts.front())) {}

  PlannedAction of(const std::string& player, const scenario::Variant& option, const model::Side& side) const {
    PlannedAction made;
    made.driver = player;
    const auto found = plan_.wiring.find(player);
    if (!found) {
      made.title = "Savings programme";
      made.change = fmt::format("{} schemes instead of the trust's own", option.schemes.size());
      return made;
    }
    const Quantity& driver = plan_.wiring.quantities[*found];
    made.title = driver.title;
    made.unit = driver.unit;
    if (std::isfinite(today_[*found])) made.today = today_[*found];
    add_entries(made, option, driver);
    add_start(made, side, *found, driver);
    for (const scenario::Action& action : option.actions)
      if (action.driver == player) add_action(made, action);
    return made;
  }

 private:
  template <typename Entry>
  void add_entry(PlannedAction& made, const Entry& entry, const Quantity& driver) const {
    if (entry.driver != made.driver) return;
    made.change += (made.change.empty() ? "" : "; ") + words_of(entry, driver);
    if (entry.dated) made.asked_month = entry.from_month;
  }

  void add_entries(PlannedAction& made, const scenario::Variant& option, const Quantity& driver) const {
    for (const scenario::Adjustment& entry : option.adjustments) add_entry(made, entry, driver);
    for (const scenario::Vary& entry : option.varies) add_entry(made, entry, driver);
  }

  void add_start(PlannedAction& made, const model::Side& side, std::size_t quantity, const Quantity& driver) const {
    made.from_month = scenario::last_month;
    for (const model::SideDriver& changed : side.drivers) {
      if (changed.quantity != quantity) continue;
      for (const model::SideDriver::Step& step : changed.steps)
        if (const int from = model::acts_from(step, driver, closed_); from <= step.to_month)
          made.from_month = std::min(made.from_month, from);
    }
    made.acts = made.from_month <= plan_.months;
    if (made.acts) made.published = model::published_of(inputs_, plan_, quantity, made.from_month);
  }

  void add_action(PlannedAction& made, const scenario::Action& action) const {
    made.name = action.name;
    if (action.title != action.name) made.title = action.title;
    made.owner = action.owner;
    made.overlaps = action.overlaps;
    made.cost = model::delivery_of(action, inputs_.policy);
  }

  const model::Inputs& inputs_;
  const model::Plan& plan_;
  const std::vector<double>& today_;
  int closed_;
};

}  // namespace

std::vector<PlannedOption> planned(const model::Inputs& inputs, const Variants& options, run::Workers& workers) {
  model::Inputs baseline = inputs;
  baseline.scenario.variants.clear();
  baseline.scenario.run.points = Points::random;
  baseline.scenario.run.trials = today_trials;
  baseline.keep = {};
  const model::Model model(std::move(baseline));
  const std::vector<double> today = today_of(model, today_trials, workers);
  const model::Sides sides = model.compile(options);
  const Describer describer(model.inputs(), sides.plan(), today);
  std::vector<PlannedOption> made;
  for (std::size_t i = 0; i < options.size(); ++i) {
    made.push_back({options[i].name, sides.plan().sides[i + 1].title, {}});
    for (const Player& player : players_between({}, options[i]))
      made.back().actions.push_back(describer.of(player.id, options[i], sides.plan().sides[i + 1]));
  }
  return made;
}

std::string start_words(const PlannedAction& action) {
  if (!action.acts) return "cannot act within the months of the run: it changes nothing";
  if (action.from_month <= action.asked_month) return fmt::format("acts from month {}", action.from_month);
  const std::string asked = action.asked_month > 1 ? fmt::format(", not from month {}", action.asked_month) : "";
  return fmt::format("acts from month {}{}", action.from_month, asked);
}

std::string cost_words(const PlannedAction& action) {
  if (!action.cost) return "";
  const model::Delivery& cost = *action.cost;
  if (!cost.known) return "not stated";
  if (!cost.charged()) return "nothing";
  std::vector<std::string> parts;
  if (cost.one_off_gbp_m > 0) parts.push_back(fmt::format("GBP {:g}m once", cost.one_off_gbp_m));
  if (cost.yearly_gbp_m > 0) parts.push_back(fmt::format("GBP {:g}m a year", cost.yearly_gbp_m));
  return fmt::format("{}{}", fmt::join(parts, " and "), cost.assumed ? " (assumed)" : "");
}

std::string published_words(const PlannedAction& action, int assessment_month) {
  const model::Publishing& published = action.published;
  if (!action.acts) return "no";
  if (published.first_month == 0) return "moves no metric";
  if (published.in_time.empty())
    return fmt::format("no, first in month {} and the rating is in month {}", published.first_month, assessment_month);
  const std::string first = fmt::format("from month {}", published.first_month);
  if (published.too_late.empty()) return "yes, " + first;
  return fmt::format("{} of {} metrics, {}", published.in_time.size(),
                     published.in_time.size() + published.too_late.size(), first);
}

}  // namespace uor::decide
