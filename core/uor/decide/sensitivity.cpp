#include "core/uor/decide/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/uor/run/each.hpp"

namespace uor::decide {

namespace {

using study::Column;

constexpr std::size_t drivers_at_once = 16;  // on one thread

bool all_known(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

Column first_of(const std::vector<double>& values, std::size_t count) { return Column(values).first(count); }

/// Outputs that are known in every trial; others are said.
std::vector<const OutputColumn*> known_outputs(const BaselineColumns& columns, std::vector<std::string>& left_out) {
  std::vector<const OutputColumn*> known;
  for (const OutputColumn& output : columns.outputs) {
    if (all_known(output.value)) {
      known.push_back(&output);
    } else {
      left_out.push_back(output.id);
    }
  }
  return known;
}

void add_first_order(Sensitivity& made, const BaselineColumns& columns, const std::vector<const OutputColumn*>& outputs,
                     run::Workers& workers) {
  std::vector<study::Driver> drivers;
  for (const DriverColumn& driver : columns.drivers) drivers.push_back({driver.draw, study::Law::normal});
  std::vector<Column> values;
  for (const OutputColumn* output : outputs) values.emplace_back(output->value);
  for (const OutputColumn* output : outputs)
    made.outputs.push_back({output->id, output->title, std::vector<DriverEffect>(drivers.size())});
  run::each(workers, (drivers.size() + drivers_at_once - 1) / drivers_at_once, [&](std::size_t part) {
    const std::size_t first = part * drivers_at_once, count = std::min(drivers_at_once, drivers.size() - first);
    const auto found = study::first_order(std::span(drivers).subspan(first, count), values);
    for (std::size_t d = 0; d < count; ++d)
      for (std::size_t o = 0; o < outputs.size(); ++o) made.outputs[o].drivers[first + d].first = found[d][o];
  });
}

/// The ranked probability score adds up the Brier scores of the three thresholds, the first outputs.
void add_worth(Sensitivity& made) {
  for (std::size_t d = 0; d < made.drivers.size(); ++d) {
    study::Figure& worth = made.drivers[d].worth_knowing;
    for (std::size_t j = 0; j < goal_count; ++j) {
      const study::Figure& explained = made.outputs[j].drivers[d].first.explained;
      worth.value += explained.value;
      worth.error += explained.error;  // the thresholds move together
    }
  }
}

void add_pawn(Sensitivity& made, const BaselineColumns& columns, const std::vector<const OutputColumn*>& outputs,
              run::Workers& workers) {
  const std::size_t count = std::min<std::size_t>(columns.trials, made.total_trials);
  std::vector<study::Levels> levels;
  for (const OutputColumn* output : outputs) levels.emplace_back(first_of(output->value, count));
  run::each(workers, columns.drivers.size(), [&](std::size_t d) {
    const std::vector<std::uint32_t> order = study::order_of(first_of(columns.drivers[d].draw, count));
    for (std::size_t o = 0; o < outputs.size(); ++o) made.outputs[o].drivers[d].pawn = study::pawn(order, levels[o]);
  });
}

/// One driver drawn anew at a time, on common trials.
void add_totals(Sensitivity& made, const model::Model& model, const BaselineColumns& columns,
                const std::vector<const OutputColumn*>& outputs, run::Workers& workers) {
  const model::Sides sides = model.compile({}, columns_wanted(model, false));
  for (std::size_t d = 0; d < columns.drivers.size(); ++d) {
    const std::vector<OutputColumn> redrawn =
        outputs_of(sides.redrawing({columns.drivers[d].quantity}), made.total_trials, workers);
    for (std::size_t o = 0; o < outputs.size(); ++o) {
      const auto same = std::find_if(redrawn.begin(), redrawn.end(),
                                     [&](const OutputColumn& output) { return output.id == outputs[o]->id; });
      made.outputs[o].drivers[d].total =
          study::total_index(first_of(outputs[o]->value, made.total_trials), same->value);
    }
  }
}

model::Inputs of_baseline(model::Inputs inputs, std::uint64_t trials) {
  inputs.scenario.variants.clear();
  inputs.scenario.run.trials = trials;
  inputs.keep = {};
  return inputs;
}

/// Whether a copula ties the driver to others.
bool is_correlated(const model::Sides& sides, std::size_t quantity) {
  const sample::Sampler& sampler = sides.sources()[0]->sampler();
  const std::size_t stream = sides.trust(0).drivers->own_stream[quantity];
  if (stream == model::npos) return false;
  std::vector<bool> drawn(sampler.stream_count(), false);
  drawn[stream] = true;
  drawn = sampler.with_groups(drawn);
  return std::count(drawn.begin(), drawn.end(), true) > 1;
}

void add_drivers(Sensitivity& made, const model::Model& model, const BaselineColumns& columns) {
  const model::Sides sides = model.compile({});
  const model::Inputs& inputs = model.inputs();
  for (const DriverColumn& column : columns.drivers) {
    const Quantity& driver = sides.plan().wiring.quantities[column.quantity];
    made.drivers.push_back({driver.id,
                            driver.title,
                            kind_of(driver, inputs.policy, inputs.trusts.front()),
                            is_correlated(sides, column.quantity),
                            {}});
  }
}

}  // namespace

double TornadoBar::swing() const { return std::abs(odds_high.value - odds_low.value); }

std::vector<double> today_of(const model::Model& model, std::uint64_t trials, run::Workers& workers) {
  return today_of(model, baseline_columns(model, trials, workers));
}

std::vector<double> today_of(const model::Model& model, const BaselineColumns& columns) {
  const model::Sides sides = model.compile({});
  const model::Plan& plan = sides.plan();
  std::vector<double> today(plan.wiring.quantities.size(), std::nan(""));
  for (const model::DriverSource::Baseline& driver : model.trust(0).drivers->drivers)
    if (driver.stream == model::npos && driver.ratio_of == model::npos) today[driver.quantity] = driver.constant;
  for (const DriverColumn& column : columns.drivers) today[column.quantity] = study::mean_of(column.value).value;
  return today;
}

scenario::Variant all_at_their_ends(const std::vector<Lever>& levers) {
  std::vector<scenario::Adjustment> all;
  for (const Lever& lever : levers) all.push_back(setting(lever, lever.high));
  return side_setting(all);
}

std::vector<TornadoBar> tornado_of(const SideOdds& odds, const std::vector<Lever>& levers, Goal goal) {
  Variants variants;
  for (const Lever& lever : levers)
    for (const double end : {lever.low, lever.high}) variants.push_back(side_setting({setting(lever, end)}));
  const Odds baseline = odds.of_baseline(goal);
  const std::vector<Odds> found = odds.of(variants, goal);
  std::vector<TornadoBar> bars;
  for (std::size_t i = 0; i < levers.size(); ++i) {
    const Odds &low = found[2 * i], &high = found[2 * i + 1];
    bars.push_back(
        {levers[i], odds.mean(low), odds.mean(high), odds.change(baseline, low), odds.change(baseline, high)});
  }
  std::stable_sort(bars.begin(), bars.end(),
                   [](const TornadoBar& a, const TornadoBar& b) { return a.swing() > b.swing(); });
  return bars;
}

Sensitivity worth_of_knowing(const model::Inputs& inputs, std::uint64_t trials, run::Workers& workers) {
  const model::Model model(of_baseline(inputs, trials));
  const BaselineColumns columns = baseline_columns(model, trials, workers);
  Sensitivity made;
  made.trials = trials;
  made.odds = study::mean_of(columns.outputs[static_cast<std::size_t>(made.goal)].value);
  made.in_closed_form = columns.in_closed_form;
  add_drivers(made, model, columns);
  add_first_order(made, columns, known_outputs(columns, made.left_out), workers);
  add_worth(made);
  return made;
}

Sensitivity sensitivity_of(const model::Inputs& inputs, const SensitivityRule& rule, run::Workers& workers) {
  const model::Model model(of_baseline(inputs, rule.trials));
  const BaselineColumns columns = baseline_columns(model, rule.trials, workers);
  Sensitivity made;
  made.trials = rule.trials;
  made.total_trials = std::min(rule.trials, rule.most_total);
  made.goal = rule.goal;
  made.in_closed_form = columns.in_closed_form;
  add_drivers(made, model, columns);
  const std::vector<const OutputColumn*> outputs = known_outputs(columns, made.left_out);
  add_first_order(made, columns, outputs, workers);
  add_worth(made);
  add_pawn(made, columns, outputs, workers);
  add_totals(made, model, columns, outputs, workers);
  const std::vector<Lever> levers = levers_of(model, today_of(model, columns));
  SideOdds odds(inputs, made.total_trials, workers);
  odds.hold_baseline({all_at_their_ends(levers)});
  made.odds = odds.mean(columns.outputs[static_cast<std::size_t>(rule.goal)].value);
  made.tornado = tornado_of(odds, levers, rule.goal);
  return made;
}

}  // namespace uor::decide
