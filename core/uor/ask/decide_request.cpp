#include "core/uor/ask/decide_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "core/uor/ask/problem.hpp"
#include "core/uor/ask/result_inputs.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/base/file_words.hpp"
#include "core/uor/base/written.hpp"
#include "core/uor/workbook/book.hpp"

namespace uor::ask {

namespace {

constexpr std::uint64_t usual_trials = 16384;

bool is_result(const std::string& subject) { return ends_like(subject, ".h5"); }

model::Inputs of_result(const Library& library, const DecideRequest& request) {
  const store::Result result = store::read_result(request.subject);
  if (result.header.trusts.size() != 1)
    throw Error(fmt::format("'{}' holds {} trusts; give a file of one, or a trust", request.subject,
                            result.header.trusts.size()));
  return inputs_of(library, request.model, result, 0);
}

model::Inputs of_trust(const Library& library, const DecideRequest& request, const std::string& scenario) {
  RunRequest run;
  run.scenario = scenario;
  run.trust = {request.subject};
  run.trials = request.trials.value_or(usual_trials);
  run.any_scope = request.any_scope;
  run.no_shipped_facts = request.no_shipped_facts;
  run.model = request.model;
  model::Inputs inputs = problem_of(library, run);
  if (inputs.trusts.size() != 1)
    throw Error(fmt::format("'{}' means {} trusts; name one", request.subject, inputs.trusts.size()));
  return inputs;
}

void apply(const DecideRequest& request, model::Inputs& inputs) {
  if (request.seed) inputs.scenario.run.seed = *request.seed;
  if (request.trials) inputs.scenario.run.trials = *request.trials;
  inputs.scenario.run.until_se.reset();
  if (inputs.scenario.run.benchmarks == scenario::Benchmarks::moving)
    throw Error("benchmarks that move with all trusts are of the sector; ask of a trust with those that are fixed");
}

scenario::Variant variant_of(const model::Inputs& inputs, std::size_t side) {
  if (side > 0) return inputs.scenario.variants.at(side - 1);
  scenario::Variant baseline;
  baseline.name = "baseline";
  return baseline;
}

decide::AttributedSide side_of(const Library& library, const ComparedSide& side) {
  if (side.header().trusts.size() != 1)
    throw Error(fmt::format("'{}' holds {} trusts; what made a change is asked of a file of one", side.file->path,
                            side.header().trusts.size()));
  model::Inputs inputs = inputs_of(library, {}, *side.file, 0);
  scenario::Variant variant = variant_of(inputs, side.side);
  return {std::move(inputs), std::move(variant)};
}

void require_one_model(const ComparedSide& from, const ComparedSide& to, const decide::AttributedSide& a,
                       const decide::AttributedSide& b) {
  const auto refuse = [&](const char* what) {
    throw Error(
        fmt::format("'{}' and '{}' were run with different {}: run one of them again as the other was, then ask",
                    from.file->path, to.file->path, what));
  };
  const scenario::RunSettings &first = a.inputs.scenario.run, &second = b.inputs.scenario.run;
  if (a.inputs.trusts.front().code != b.inputs.trusts.front().code) refuse("trusts");
  if (first.months != second.months || first.assessment_month != second.assessment_month) refuse("months");
  if (first.points != second.points) refuse("points");
  if (first.seed != second.seed) refuse("seeds");
  if (first.policy_options != second.policy_options || first.policy != second.policy) refuse("policies");
}

}  // namespace

model::Inputs inputs_of(const Library& library, const DecideRequest& request) {
  model::Inputs inputs =
      is_result(request.subject) ? of_result(library, request) : of_trust(library, request, "baseline");
  apply(request, inputs);
  return inputs;
}

std::uint64_t trials_of(const DecideRequest& request, const model::Inputs& inputs) {
  if (request.trials) return *request.trials;
  const std::uint64_t given = is_result(request.subject) ? inputs.scenario.run.trials : usual_trials;
  return std::clamp(given, fewest_decide_trials, most_decide_trials);
}

decide::Sensitivity sensitivity(const Library& library, const DecideRequest& request) {
  const model::Inputs inputs = inputs_of(library, request);
  decide::SensitivityRule rule;
  rule.goal = request.goal;
  rule.trials = trials_of(request, inputs);
  run::Workers workers;
  return decide::sensitivity_of(inputs, rule, workers);
}

decide::Sensitivity worth_of_knowing(const model::Inputs& inputs, const DecideRequest& request) {
  run::Workers workers;
  return decide::worth_of_knowing(inputs, trials_of(request, inputs), workers);
}

decide::Discovery discovery(const Library& library, const DecideRequest& request, const std::string& when) {
  const decide::When asked = decide::when_of(when);
  const model::Inputs inputs = inputs_of(library, request);
  run::Workers workers;
  return decide::discover(inputs, asked, trials_of(request, inputs), workers);
}

decide::Solution solution(const Library& library, const DecideRequest& request, decide::SolveRule rule) {
  model::Inputs inputs = inputs_of(library, request);
  rule.goal = request.goal;
  // Spread points make a trial's odds worth several random ones.
  if (rule.trials % whole_trials == 0 && rule.checked % whole_trials == 0) inputs.scenario.run.points = Points::sobol;
  run::Workers workers;
  return decide::solve(inputs, rule, workers);
}

model::Inputs inputs_of_plan(const Library& library, const DecideRequest& request) {
  const bool own = !request.scenario && workbook::is_workbook(request.subject);
  model::Inputs inputs =
      is_result(request.subject)
          ? of_result(library, request)
          : of_trust(library, request, own ? request.subject : request.scenario.value_or("baseline"));
  apply(request, inputs);
  if (inputs.scenario.variants.empty())
    throw Error(
        fmt::format("'{}' plans nothing; name a scenario, as in uor plan {} --scenario cip_slippage, or fill in "
                    "the sheet Levers of a workbook",
                    request.subject, request.subject));
  return inputs;
}

decide::Attributed attribution(const Library& library, const ComparedSide& from, const ComparedSide& to,
                               decide::Goal goal) {
  const decide::AttributedSide a = side_of(library, from), b = side_of(library, to);
  require_one_model(from, to, a, b);
  run::Workers workers;
  const std::uint64_t trials = std::min(from.header().trials, to.header().trials);
  return decide::attribute(a, b, goal, trials, workers);
}

}  // namespace uor::ask
