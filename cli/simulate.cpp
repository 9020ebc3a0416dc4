#include "cli/simulate.hpp"

#include <chrono>

#include "cli/interrupt.hpp"
#include "core/uor/store/hdf5_sink.hpp"

namespace uor::cli {

Outcome simulate(run::Engine& engine, const std::string& out, ProgressStyle style) {
  store::Hdf5Sink file(out);
  InterruptibleSink sink(file);
  ProgressLine progress(style);
  const auto start = std::chrono::steady_clock::now();
  Outcome outcome;
  outcome.summaries = engine.run(sink, [&](const run::Progress& state) {
    InterruptibleSink::stop_if_interrupted();
    progress.show(state);
  });
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  outcome.performance = {took.count(), engine.threads_used()};
  return outcome;
}

}  // namespace uor::cli
