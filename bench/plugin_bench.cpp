// What each plugin in place takes a trial and month, through the C boundary; anchor nodes, once a trial, are apart.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "core/uor/host/catalogue.hpp"
#include "core/uor/lab/synthetic.hpp"

namespace {

constexpr std::size_t batch = 256;
const std::vector<double> generic = {1.0, 0.5, 2.0, 10.0, 0.1, 100.0};

/// All anchor nodes, or all others, of one plugin, with inputs over their likely ranges.
void evaluate(benchmark::State& state, const uor::host::Catalogue& catalogue, std::size_t index, bool anchors) {
  using namespace uor::host;
  using namespace uor::lab;
  const Plugin& plugin = catalogue.plugins()[index];
  const Knowledge knowledge(plugin, catalogue.quantities(), generic);
  const Moment moment = anchors ? Moment{0, 12, 0, 31} : Moment{6, 6, 1, 30};
  std::vector<SyntheticInputs> inputs;
  std::vector<PreparedCall> calls;
  for (std::size_t n = 0; n < plugin.nodes().size(); ++n) {
    if (plugin.nodes()[n].anchor != anchors) continue;
    inputs.push_back(make_inputs(plugin.nodes()[n], knowledge, Spread::likely, moment, batch));
    calls.emplace_back(plugin, n, moment, batch);
  }
  std::size_t values = 0;
  for (std::size_t i = 0; i < calls.size(); ++i) {
    calls[i].prepare(inputs[i], batch);
    values += calls[i].outputs();
  }
  for (auto _ : state) {
    for (const PreparedCall& call : calls) call.evaluate();
    benchmark::ClobberMemory();
  }
  const auto trials = static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(batch);
  state.SetItemsProcessed(trials);
  state.counters["ns_a_value"] = benchmark::Counter(static_cast<double>(trials) * static_cast<double>(values) * 1e-9,
                                                    benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

}  // namespace

int main(int count, char** words) {
  const uor::host::Catalogue catalogue = uor::host::Catalogue::load({uor::host::default_folders(), {}});
  for (std::size_t i = 0; i < catalogue.plugins().size(); ++i) {
    for (const bool anchors : {false, true}) {
      const std::string name = catalogue.plugins()[i].id() + (anchors ? "/anchors" : "/month");
      benchmark::RegisterBenchmark(
          name.c_str(), [&, i, anchors](benchmark::State& state) { evaluate(state, catalogue, i, anchors); });
    }
  }
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
