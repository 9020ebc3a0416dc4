#include "bench/ratios/run_cases.hpp"

#include <algorithm>
#include <memory>

#include "core/uor/ask/problem.hpp"
#include "core/uor/base/error.hpp"
#include "core/uor/run/simulate.hpp"

namespace uor::bench {

namespace {

model::Inputs inputs_of(const std::string& scenario, const std::string& trust) {
  ask::RunRequest request;
  request.scenario = scenario;
  request.trust = {trust};
  return ask::problem_of(ask::Library(), request);
}

Measured whole(const std::string& name, model::Inputs inputs, std::uint64_t trials, int threads, double (*clock)()) {
  inputs.scenario.run.trials = trials;
  inputs.threads = threads;
  const auto engine = std::make_shared<run::Engine>(std::move(inputs));
  return {name, "trial", [=] {
            NoSink sink;
            const double start = clock();
            engine->run(sink);
            return (clock() - start) / static_cast<double>(trials);
          }};
}

/// What a run on one thread takes beyond its batches, both from one and the same run.
Measured pipeline(model::Inputs inputs, std::uint64_t trials) {
  inputs.scenario.run.trials = trials;
  inputs.threads = 1;
  const auto engine = std::make_shared<run::Engine>(std::move(inputs));
  return {"pipeline", "trial", [=] {
            NoSink sink;
            const double took = processor_ns_of([&] { engine->run(sink); });
            return (took - 1e9 * engine->batch_seconds()) / static_cast<double>(trials);
          }};
}

/// Repeats of one part over batches that follow each other, so that what depends on the trials' numbers averages out.
template <class Part>
Measured part(const std::string& name, const std::shared_ptr<lab::Parts>& parts, const Part& act) {
  return {name, "trial", [=] {
            constexpr std::size_t batches = 128, repeats = 2;  // one of 128 is looked all through
            const std::size_t trials = parts->sizes().batch_trials;
            double took = 0;
            for (std::size_t i = 0; i < batches; ++i) {
              parts->whole(i * trials);
              took += processor_ns_of([&] {
                for (std::size_t j = 0; j < repeats; ++j) act(*parts, i * trials);
              });
            }
            return took / static_cast<double>(batches * repeats * trials);
          }};
}

}  // namespace

Work work_of(const std::string& trust, const std::string& level) {
  Work work{inputs_of("cip_slippage", trust), {}};
  work.paired = work.single;
  work.single.scenario.variants.clear();
  std::vector<scenario::Variant>& levels = work.paired.scenario.variants;
  std::erase_if(levels, [&](const scenario::Variant& variant) { return variant.name != level; });
  if (levels.size() != 1) throw Error("cip_slippage has no level '" + level + "'");
  return work;
}

std::vector<Measured> part_cases(const Work& work) {
  using lab::Parts;
  using model::Summaries;
  const auto parts = std::make_shared<Parts>(work.single, Summaries::shown);
  const auto screen = std::make_shared<Parts>(work.paired, Summaries::shown);
  const auto file = std::make_shared<Parts>(work.paired, Summaries::all);
  const auto summary = [](Parts& p, std::uint64_t) { p.summary(); };
  return {part("draw", parts, [](Parts& p, std::uint64_t first) { p.draw(first); }),
          part("nodes", parts, [](Parts& p, std::uint64_t) { p.nodes(); }),
          part("kernels", parts, [](Parts& p, std::uint64_t) { p.kernels(); }),
          part("summary", parts, summary),
          part("summary_screen", screen, summary),
          part("summary_file", file, summary),
          part("checks", parts, [](Parts& p, std::uint64_t) { p.checks(); }),
          part("rating", parts, [](Parts& p, std::uint64_t) { p.rating(); }),
          part("dispatch", parts, [](Parts& p, std::uint64_t) { p.nothing(); }),
          part("batch", parts, [](Parts& p, std::uint64_t first) { p.whole(first); })};
}

std::vector<Measured> whole_cases(const Work& work, std::uint64_t trials) {
  return {pipeline(work.single, trials), whole("whole_single", work.single, trials, 1, processor_ns),
          whole("whole_paired", work.paired, trials, 1, processor_ns),
          whole("threads_1", work.paired, 2 * trials, 1, wall_ns),
          whole("threads_2", work.paired, 2 * trials, 2, wall_ns)};
}

namespace {

Measured one_more_side(const std::string& name, const model::Model& model, const std::string& lever) {
  struct Held {
    model::Sides sides;
    run::Workers workers{1};
    run::Baseline baseline;
    Held(const model::Model& of, const std::vector<scenario::Variant>& variants, const tally::TrialRange& range)
        : sides(of.compile(variants, {{}, model::Summaries::shown})), baseline(baseline_of(sides, range, workers)) {}
  };
  constexpr tally::TrialRange range = {0, 0, 4096};
  scenario::Adjustment adjustment;
  adjustment.driver = lever;
  adjustment.operation = Operation::multiply;
  adjustment.value = 0.9;
  scenario::Variant variant;
  variant.name = name;
  variant.adjustments = {adjustment};
  const auto held = std::make_shared<Held>(model, std::vector{variant}, range);
  return {name, "trial", [=] {
            const double took =
                processor_ns_of([&] { run::simulate(held->sides, range, held->workers, {}, {}, held->baseline); });
            return took / static_cast<double>(range.count);
          }};
}

}  // namespace

std::vector<Measured> side_cases(const model::Inputs& single) {
  const model::Model model(single);
  return {one_more_side("one_more_side_finance", model, "finance.savings_slippage"),
          one_more_side("one_more_side_people", model, "people.sickness_absence_rate"),
          one_more_side("one_more_side_clinical", model, "clinical.dna_rate")};
}

}  // namespace uor::bench
