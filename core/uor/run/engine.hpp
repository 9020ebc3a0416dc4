// The scenario engine: trusts x trials x months x sides through the wired nodes, in parallel, with results in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "core/uor/graph/wiring.hpp"
#include "core/uor/model/inputs.hpp"
#include "core/uor/model/model.hpp"
#include "core/uor/run/reporter.hpp"
#include "core/uor/run/workers.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::run {

/// Checks the inputs against each other at construction: unknown drivers (Error at the scenario's line with the nearest
/// name), values outside a driver's range, parameters that no policy gives, metrics and limiter quantities nobody
/// produces, correlated drivers that do not vary, duplicate trusts; wires the graph; nothing is written.
class Engine {
 public:
  /// On threads of its own, as many as the inputs say, or on those that `workers` has.
  explicit Engine(model::Inputs inputs, std::shared_ptr<Workers> workers = nullptr);
  ~Engine();
  Engine(Engine&&) noexcept;

  const model::Header& header() const;
  const graph::Wiring& wiring() const;
  /// What run() runs, for those who run parts of it (simulate.hpp), and the threads.
  const model::Sides& sides() const;
  Workers& workers();

  /// Where the scenario has until_se: finds the number of trials (see trial_search.hpp) and sets it in the header,
  /// once; else nothing. The run is then the same as with that number given. `progress` is called after each look.
  void settle_trials(const Listener& progress = {}, const std::stop_token& stop = {});

  /// Simulates all trusts, settle_trials() before them, and hands blocks and summaries to `sink` in order, from one
  /// thread at a time. Returns the summaries. Error (Fault::run) when a plugin fails or a value is impossible, naming
  /// plugin, quantity, trust, month, trial and value. `progress` is called at most ten times a second. The header tells
  /// what the sink wants beside what the inputs keep. Stopped before any thread's next batch once `stop` is requested.
  std::vector<tally::Summary> run(tally::Sink& sink, const Listener& progress = {}, const std::stop_token& stop = {});

  /// Of the last run, all trusts together; null where it had one.
  const tally::Sector* sector() const;

  /// Trials first .. first + count - 1 of one trust alone, as run() hands them over; `first` a multiple of lane_count.
  tally::Block block_of(std::size_t trust, std::uint64_t first, std::size_t count);

  /// How many distinct threads evaluated trials in the last run.
  int threads_used() const;

  /// Processor time of all threads, in seconds, that the last run spent on its batches: simulating and adding them up.
  /// What else it took is numbering, handing over, starting and ending. 0 with moving benchmarks.
  double batch_seconds() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Last year's average month (month 0) of the first trust in `inputs` with every driver at its median, by quantity:
/// drivers that are used (under the name of their fact too) and what anchors write. NaN is a fact that nobody reported.
std::map<std::string, double> month_zero(const model::Inputs& inputs);

/// One path of quantities and what a permanent 1 % rise of its start does to its end, in percent, along this path.
struct PathElasticity {
  std::vector<std::size_t> quantities;  // indices into wiring().quantities
  std::vector<double> local;            // elasticity of each edge
  double elasticity = 0;                // of the end, along all of it; the slope where start or end is nought
  std::vector<double> values;           // of each quantity at the medians
  std::vector<double> slopes;           // of each edge: the change of its end for one unit of its start
};

/// Whether a figure is so near nought that a share of it says nothing: less than a fiftieth of what the quantity may
/// likely be, where that is known, or nought itself.
bool near_nought(const Quantity& quantity, double value);

/// Paths from one quantity to another with elasticities by finite difference at the baseline's medians (every z = 0) of
/// the first trust in `inputs`, in the assessment month. Of the shortest paths along which something moves, the
/// strongest come first; where nothing moves at the medians, the shortest declared ones. Error when a name is unknown
/// (nearest name) or no path exists.
std::vector<PathElasticity> explain_paths(const model::Inputs& inputs, const std::string& from, const std::string& to,
                                          std::size_t limit);

}  // namespace uor::run
