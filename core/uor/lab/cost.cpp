#include "core/uor/lab/cost.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <vector>

#include "core/uor/lab/allocations.hpp"
#include "core/uor/lab/synthetic.hpp"

namespace uor::lab {

namespace {

constexpr std::size_t measured_trials = 256;
constexpr Moment moment = {6, 6, 1, 30};

/// The monthly nodes of a plugin with columns of their own, ready to be called again and again.
class Month {
 public:
  Month(const host::Plugin& plugin, const Supplies& supplies) {
    const Knowledge knowledge(plugin, supplies.quantities, supplies.generic);
    for (std::size_t n = 0; n < plugin.nodes().size(); ++n) {
      const Node& node = plugin.nodes()[n];
      if (node.anchor) continue;
      inputs_.push_back(make_inputs(node, knowledge, Spread::likely, moment, measured_trials));
      calls_.emplace_back(plugin, n, moment, measured_trials);
    }
  }

  std::size_t nodes() const { return calls_.size(); }
  std::size_t values_read() const {
    std::size_t values = 0;
    for (const SyntheticInputs& inputs : inputs_) values += inputs.columns.rows();
    return values;
  }
  std::size_t values_written() const {
    std::size_t values = 0;
    for (const PreparedCall& call : calls_) values += call.outputs();
    return values;
  }

  /// Points the calls at `count` trials.
  void prepare(std::size_t count) {
    for (std::size_t i = 0; i < calls_.size(); ++i) calls_[i].prepare(inputs_[i], count);
  }
  void evaluate() const {
    for (const PreparedCall& call : calls_) call.evaluate();
  }

 private:
  std::vector<SyntheticInputs> inputs_;
  std::vector<PreparedCall> calls_;
};

template <class Work>
double ns_of(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count();
}

/// The least of some repeats of as many calls as take a fraction of a millisecond: what disturbs only adds.
template <class Work>
double least_ns(const Work& work) {
  constexpr int repeats = 25;
  constexpr double long_enough_ns = 2e5;
  const double once = std::max(ns_of(work), 1.0);
  const int calls = static_cast<int>(std::clamp(long_enough_ns / once, 1.0, 1e6));
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < repeats; ++i) {
    const double took = ns_of([&] {
      for (int call = 0; call < calls; ++call) work();
    });
    least = std::min(least, took / calls);
  }
  return least;
}

}  // namespace

Cost cost_of(const host::Plugin& plugin, const Supplies& supplies, bool count_operations) {
  Month month(plugin, supplies);
  month.prepare(measured_trials);
  month.evaluate();
  Cost cost{month.nodes(), month.values_read(), month.values_written(), 0, 0, {}, counts_allocations()};
  const std::uint64_t before = allocations_of_thread();
  month.evaluate();
  cost.allocations = allocations_of_thread() - before;
  cost.ns = least_ns([&] { month.evaluate(); }) / static_cast<double>(measured_trials);
  if (!count_operations) return cost;
  constexpr std::size_t stepped_trials = 32;
  constexpr std::uint64_t most_steps = 200'000;
  month.prepare(stepped_trials);
  cost.operations = operations_of([&] { month.evaluate(); }, most_steps);
  return cost;
}

double pow_ns() {
  constexpr std::size_t count = 256;
  std::vector<double> base(count), power(count);
  for (std::size_t i = 0; i < count; ++i) base[i] = 0.5 + 0.01 * static_cast<double>(i);
  volatile double exponent = 1.7;
  return least_ns([&] {
           for (std::size_t i = 0; i < count; ++i) power[i] = std::pow(base[i], exponent);
         }) /
         static_cast<double>(count);
}

}  // namespace uor::lab
