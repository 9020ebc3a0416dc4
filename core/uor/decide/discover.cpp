#include "core/uor/decide/discover.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "core/uor/base/error.hpp"
#include "core/uor/decide/sensitivity.hpp"

namespace uor::decide {

namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string with_unit(double value, const std::string& unit) {
  return unit == "percent" ? fmt::format("{:.3g} %", value) : fmt::format("{:.3g} {}", value, unit);
}

}  // namespace

When when_of(const std::string& text) {
  const std::size_t sign = text.find_first_of("<>");
  const std::string operation =
      sign == std::string::npos ? "" : text.substr(sign, text.find_first_not_of("<>=", sign) - sign);
  const std::optional<Goal> goal =
      sign == std::string::npos ? std::nullopt : goal_named(trimmed(text.substr(sign + operation.size())));
  if (trimmed(text.substr(0, sign)) != "rating" || (operation != "<" && operation != ">=") || !goal)
    throw Error(
        fmt::format("--when '{}': must be \"rating < RATING\" or \"rating >= RATING\" with RATING one of {}, as "
                    "in --when \"rating < good\"",
                    text, fmt::join(goal_names(), ", ")));
  return {operation == "<", *goal};
}

std::string words_of(const When& when) {
  std::string rating(name_of(when.goal));
  std::replace(rating.begin(), rating.end(), '_', ' ');
  return fmt::format("rating {} {}", when.below ? "<" : ">=", rating);
}

Discovery discover(const model::Inputs& inputs, const When& when, std::uint64_t trials, run::Workers& workers) {
  model::Inputs baseline = inputs;
  baseline.scenario.variants.clear();
  baseline.scenario.run.trials = trials;
  baseline.keep = {};
  const model::Model model(baseline);
  const BaselineColumns columns = baseline_columns(model, trials, workers);
  const model::Sides sides = model.compile({});
  const model::Plan& plan = sides.plan();
  std::vector<study::Column> values;
  std::vector<std::string> titles, units;
  for (const DriverColumn& driver : columns.drivers) {
    const Quantity& quantity = plan.wiring.quantities[driver.quantity];
    if (kind_of(quantity, baseline.policy, baseline.trusts.front()) == Kind::luck) continue;
    values.emplace_back(driver.value);
    titles.push_back(quantity.title);
    units.push_back(quantity.unit);
  }
  std::vector<double> outcome = columns.outputs[static_cast<std::size_t>(when.goal)].value;
  if (when.below)
    for (double& odds : outcome) odds = 1 - odds;
  Discovery made{when, trials, study::mean_of(outcome).value, {}, study::peel(values, outcome), {}};
  made.sentence = study::sentence_of(made.found.box, titles,
                                     [&](std::size_t column, double value) { return with_unit(value, units[column]); });
  for (const study::BoxSide& side : made.found.box.sides) made.titles.push_back(titles[side.column]);
  return made;
}

}  // namespace uor::decide
