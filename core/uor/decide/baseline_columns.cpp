#include "core/uor/decide/baseline_columns.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>

#include "core/uor/run/each.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/study/ranks.hpp"

namespace uor::decide {

namespace {

constexpr std::string_view of_surplus = ".surplus";  // of whichever key line gives it, GBP m a month

/// Grows as blocks come.
class Outputs {
 public:
  Outputs(const model::Plan& plan, std::size_t trials) : plan_(plan) {
    const auto add = [&](std::string id, std::string title) {
      outputs_.push_back({std::move(id), std::move(title), std::vector<double>(trials)});
    };
    add(id_of_odds(Goal::requires_improvement), "Odds of requires improvement or better");
    add(id_of_odds(Goal::good), "Odds of good or better");
    add(id_of_odds(Goal::outstanding), "Odds of outstanding");
    add("latent", "Where the rating is struck, without judgement's limits");
    for (const std::size_t metric : plan.metrics) {
      const Quantity& quantity = plan.wiring.quantities[metric];
      add(quantity.id, quantity.title);
    }
    const auto found = std::find_if(plan.kept_quantities.begin(), plan.kept_quantities.end(),
                                    [&](std::size_t q) { return plan.wiring.quantities[q].id.ends_with(of_surplus); });
    has_surplus_ = found != plan.kept_quantities.end();
    surplus_at_ = static_cast<std::size_t>(found - plan.kept_quantities.begin());
    if (has_surplus_) add(plan.wiring.quantities[*found].id, plan.wiring.quantities[*found].title + ", year to date");
  }

  void take(const tally::Block& block) {
    for (std::size_t t = 0; t < block.count; ++t) {
      const std::size_t trial = static_cast<std::size_t>(block.first_trial) + t;
      for (std::size_t j = 0; j < goal_count; ++j)
        outputs_[j].value[trial] =
            block.above.empty() ? (block.final_rating[t] > j + 1 ? 1.0 : 0.0) : block.above[j * block.count + t];
      outputs_[goal_count].value[trial] = block.latent[t];
      for (std::size_t m = 0; m < plan_.metrics.size(); ++m)
        outputs_[goal_count + 1 + m].value[trial] = block.final_metric[m * block.count + t];
      if (has_surplus_) outputs_.back().value[trial] = year_of_surplus(block, t);
    }
  }

  std::vector<OutputColumn> taken() && { return std::move(outputs_); }

 private:
  double year_of_surplus(const tally::Block& block, std::size_t t) const {
    const auto months = static_cast<std::size_t>(plan_.months);
    double sum = 0;
    for (std::size_t month = 0; month < static_cast<std::size_t>(plan_.assessment_month); ++month)
      sum += block.quantity[(surplus_at_ * months + month) * block.count + t];
    return sum;
  }

  const model::Plan& plan_;
  std::vector<OutputColumn> outputs_;
  bool has_surplus_ = false;
  std::size_t surplus_at_ = 0;
};

double value_of(const model::Plan& plan, const tally::Block& block, std::size_t place, std::size_t t) {
  const double* first = block.driver.data() + place * static_cast<std::size_t>(plan.months) * block.count + t;
  if (!plan.kept_driver_monthly[place]) return *first;
  double sum = 0;
  for (std::size_t month = 0; month < static_cast<std::size_t>(plan.assessment_month); ++month)
    sum += first[month * block.count];
  return sum / plan.assessment_month;
}

/// Normal scores of the ranks: what was drawn where values rise with it; of equal values, one order as good as another.
std::vector<double> normal_scores(const std::vector<double>& values) {
  const std::vector<std::uint32_t> order = study::order_of(values);
  std::vector<double> scores(values.size());
  for (std::size_t rank = 0; rank < order.size(); ++rank)
    scores[order[rank]] =
        sample::normal_quantile((static_cast<double>(rank) + 0.5) / static_cast<double>(order.size()));
  return scores;
}

bool varies(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

}  // namespace

std::string id_of_odds(Goal goal) {
  return goal == Goal::outstanding ? "outstanding" : std::string(name_of(goal)) + "_or_better";
}

model::Wanted columns_wanted(const model::Model& model, bool drivers) {
  model::Wanted wanted;
  wanted.keep.odds = wanted.keep.latent = wanted.keep.metrics = true;
  wanted.keep.drivers = drivers;
  wanted.summaries = model::Summaries::odds;
  wanted.fit_range = false;
  const auto& quantities = model.inputs().catalogue->quantities();
  for (const Quantity& quantity : quantities)
    if (quantity.id.ends_with(of_surplus)) wanted.keep.watched.push_back(quantity.id);
  return wanted;
}

BaselineColumns baseline_columns(const model::Model& model, std::uint64_t trials, run::Workers& workers) {
  const model::Sides sides = model.compile({}, columns_wanted(model, true));
  const model::Plan& plan = sides.plan();
  BaselineColumns made;
  made.trials = trials;
  made.in_closed_form = plan.in_closed_form;
  for (const std::size_t driver : plan.kept_drivers) made.drivers.push_back({driver, std::vector<double>(trials), {}});
  Outputs outputs(plan, trials);
  run::simulate(sides, {0, 0, trials}, workers, [&](const tally::Block& block) {
    outputs.take(block);
    for (std::size_t place = 0; place < made.drivers.size(); ++place)
      for (std::size_t t = 0; t < block.count; ++t)
        made.drivers[place].value[static_cast<std::size_t>(block.first_trial) + t] = value_of(plan, block, place, t);
  });
  made.outputs = std::move(outputs).taken();
  std::erase_if(made.drivers, [](const DriverColumn& driver) { return !varies(driver.value); });
  run::each(workers, made.drivers.size(),
            [&](std::size_t d) { made.drivers[d].draw = normal_scores(made.drivers[d].value); });
  return made;
}

std::vector<OutputColumn> outputs_of(const model::Sides& sides, std::uint64_t trials, run::Workers& workers) {
  Outputs outputs(sides.plan(), trials);
  run::simulate(sides, {0, 0, trials}, workers, [&](const tally::Block& block) { outputs.take(block); });
  return std::move(outputs).taken();
}

}  // namespace uor::decide
