#include "core/uor/ask/planned.hpp"

#include <algorithm>

#include "core/uor/ask/result_inputs.hpp"
#include "core/uor/model/make_header.hpp"

namespace uor::ask {

namespace {

constexpr int year = 12;
constexpr std::size_t sides_at_once = 8;  // each takes histograms of every quantity and month

/// Over the year of the rating and the one after it; the rating stays in its month.
model::Inputs with_next_year(model::Inputs inputs) {
  scenario::RunSettings& run = inputs.scenario.run;
  run.assessment_month = run.assessment_month.value_or(run.months);
  const int april = (*run.assessment_month - 1) / year * year;
  run.months = std::max(run.months, std::min(april + 2 * year, scenario::max_months));
  inputs.scenario.variants.clear();
  inputs.keep = {};
  return inputs;
}

std::vector<report::Pounds> pounds_of_some(const model::Model& model, decide::Variants sides, std::uint64_t trials,
                                           run::Workers& workers) {
  for (std::size_t i = 0; i < sides.size(); ++i) sides[i].name = "side_" + std::to_string(i + 1);
  model::Wanted wanted;
  wanted.fit_range = false;
  const model::Sides compiled = model.compile(sides, wanted);
  const tally::Summary summary = run::summary_of(compiled, run::simulate(compiled, {0, 0, trials}, workers), workers);
  const model::Header header = model::make_header(model.inputs(), compiled.plan(), compiled.sources());
  const report::View view{header, summary};
  std::vector<report::Pounds> made;
  for (std::size_t side = 1; side <= sides.size(); ++side)
    made.push_back(report::pounds_of({view, 0}, {view, side}, model.inputs().policy.shown));
  return made;
}

}  // namespace

std::vector<report::Pounds> pounds_of_sides(const model::Inputs& inputs, const decide::Variants& sides,
                                            std::uint64_t trials, run::Workers& workers) {
  model::Inputs longer = with_next_year(inputs);
  longer.scenario.run.trials = trials;
  const model::Model model(std::move(longer));
  std::vector<report::Pounds> made;
  for (std::size_t first = 0; first < sides.size(); first += sides_at_once) {
    const auto at = [&](std::size_t i) { return sides.begin() + static_cast<std::ptrdiff_t>(i); };
    const std::size_t end = std::min(sides.size(), first + sides_at_once);
    for (report::Pounds& pounds : pounds_of_some(model, {at(first), at(end)}, trials, workers))
      made.push_back(std::move(pounds));
  }
  return made;
}

std::vector<decide::PlannedOption> plan_in_words(const model::Inputs& inputs) {
  if (inputs.trusts.size() != 1 || inputs.scenario.variants.empty()) return {};
  run::Workers workers(inputs.threads);
  return decide::planned(inputs, inputs.scenario.variants, workers);
}

std::vector<decide::PlannedOption> plan_in_words(const Library& library, const store::Result& result) {
  if (result.header.trusts.size() != 1 || result.header.sides.size() < 2) return {};
  try {
    return plan_in_words(inputs_of(library, {}, result, 0));
  } catch (const Error&) {
    return {};  // a file of another version, or of plugins that are not there: its figures stand without
  }
}

std::vector<PlanAnswer> plans(const Library& library, const DecideRequest& request) {
  const model::Inputs inputs = inputs_of_plan(library, request);
  run::Workers workers;
  std::vector<PlanAnswer> answers;
  for (const scenario::Variant& option : inputs.scenario.variants) {
    PlanAnswer answer{decide::study_plan(inputs, option, request.goal, trials_of(request, inputs), workers), {}, {}};
    decide::Variants sides = {option};
    for (scenario::Variant& alone : decide::sides_alone(option)) sides.push_back(std::move(alone));
    answer.alone = pounds_of_sides(inputs, sides, answer.study.trials, workers);
    answer.together = answer.alone.front();
    answer.alone.erase(answer.alone.begin());
    answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace uor::ask
