#include "core/uor/lab/node_times.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <memory>

#include "core/uor/lab/synthetic.hpp"

namespace uor::lab {

namespace {

constexpr int months_a_year = 12;

/// One node with columns of its own for every month of a year.
class Year {
 public:
  Year(const host::Plugin& plugin, std::size_t index, const Knowledge& knowledge, std::size_t trials)
      : trials_(trials) {
    const Node& node = plugin.nodes()[index];
    const int first = node.anchor ? 0 : 1, last = node.anchor ? 0 : months_a_year;
    for (int month = first; month <= last; ++month) {
      constexpr int days = 30;
      const Moment moment = {month, month == 0 ? months_a_year : month, month == 0 ? 0 : 1, days};
      inputs_.push_back(
          std::make_unique<SyntheticInputs>(make_inputs(node, knowledge, Spread::likely, moment, trials)));
      calls_.emplace_back(plugin, index, moment, trials);
      calls_.back().prepare(*inputs_.back(), trials);
    }
  }

  void evaluate() const {
    for (const PreparedCall& call : calls_) call.evaluate();
  }
  std::size_t months() const { return calls_.size(); }
  /// Values of one evaluate(), as far as columns have them.
  double trial_months() const { return static_cast<double>(trials_ * calls_.size()); }

 private:
  std::size_t trials_;
  std::vector<std::unique_ptr<SyntheticInputs>> inputs_;  // where calls point
  std::vector<PreparedCall> calls_;
};

struct Instant {
  double real_ns, cpu_ns;
};

Instant now() {
  constexpr double ns_a_second = 1e9;
  timespec cpu{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &cpu);
  return {std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now().time_since_epoch()).count(),
          ns_a_second * static_cast<double>(cpu.tv_sec) + static_cast<double>(cpu.tv_nsec)};
}

/// As often as takes half a millisecond.
std::uint64_t years_of(const Year& year) {
  constexpr double long_enough_ns = 5e5;
  year.evaluate();
  const Instant start = now();
  year.evaluate();
  const double once = std::max(now().real_ns - start.real_ns, 1.0);
  return static_cast<std::uint64_t>(std::clamp(long_enough_ns / once, 1.0, 1e6));
}

void repeat(const Year& year, NodeTimes& times) {
  const std::uint64_t years = times.calls / year.months();
  const double values = year.trial_months() * static_cast<double>(years);
  const Instant start = now();
  for (std::uint64_t i = 0; i < years; ++i) year.evaluate();
  const Instant end = now();
  times.real_ns.push_back((end.real_ns - start.real_ns) / values);
  times.cpu_ns.push_back((end.cpu_ns - start.cpu_ns) / values);
}

}  // namespace

std::vector<NodeTimes> node_times(const host::Plugin& plugin, const Supplies& supplies, const TimesRule& rule) {
  const Knowledge knowledge(plugin, supplies.quantities, supplies.generic);
  std::vector<Year> years;
  std::vector<NodeTimes> times;
  for (std::size_t n = 0; n < plugin.nodes().size(); ++n) {
    years.emplace_back(plugin, n, knowledge, rule.trials);
    times.push_back({plugin.nodes()[n].id, {}, {}, years_of(years.back()) * years.back().months()});
  }
  for (std::size_t r = 0; r < rule.repetitions; ++r)
    for (std::size_t n = 0; n < years.size(); ++n) repeat(years[n], times[n]);
  return times;
}

}  // namespace uor::lab
