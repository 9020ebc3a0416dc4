#include "core/uor/lab/conformance.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <future>
#include <optional>
#include <set>

#include "core/uor/base/error.hpp"
#include "core/uor/host/verify.hpp"
#include "core/uor/lab/cost.hpp"
#include "core/uor/lab/synthetic.hpp"

namespace uor::lab {

namespace {

constexpr std::size_t trial_count = 256;

enum Topic { evaluates, writes, nominal, likely, inputs_kept, bounds, twice, halves, threads, topic_count };

constexpr std::array<const char*, topic_count> names = {
    "evaluates without error",       "writes every output",       "possible at nominal values",
    "finite over the likely ranges", "leaves its inputs alone",   "writes nothing outside the batch",
    "same result when called twice", "same result in two halves", "same result on two threads at once"};

bool same_bits(const double* a, const double* b, std::size_t count) {
  return std::memcmp(a, b, count * sizeof(double)) == 0;
}

/// One node in one month with one kind of inputs.
struct Setting {
  std::size_t node_index;
  Moment moment;
  Spread spread;
};

/// The conduct of one plugin, collected node by node.
class Examination {
 public:
  Examination(const host::Plugin& plugin, const Supplies& supplies)
      : plugin_(plugin), knowledge_(plugin, supplies.quantities, supplies.generic) {
    for (const Quantity& quantity : plugin.quantities()) quantities_.emplace(quantity.id, &quantity);
  }

  std::vector<Check> run() {
    constexpr std::array<Moment, 3> months = {{{1, 1, 1, 30}, {12, 12, 1, 31}, {18, 6, 2, 30}}};
    constexpr std::array<Moment, 1> anchor = {{{0, 12, 0, 31}}};
    for (std::size_t n = 0; n < plugin_.nodes().size(); ++n) {
      const bool is_anchor = plugin_.nodes()[n].anchor;
      for (const Moment& moment : is_anchor ? std::span<const Moment>(anchor) : std::span<const Moment>(months)) {
        for (const Spread spread : {Spread::nominal, Spread::likely}) examine({n, moment, spread});
      }
    }
    return result();
  }

 private:
  void fail(Topic topic, const std::string& what) { failures_[topic].insert(what); }

  const Node& node_of(const Setting& setting) const { return plugin_.nodes()[setting.node_index]; }
  SyntheticInputs fresh_inputs(const Setting& setting) const {
    return make_inputs(node_of(setting), knowledge_, setting.spread, setting.moment, trial_count);
  }
  GuardedCall fresh_call(const Setting& setting) const {
    return GuardedCall(plugin_, setting.node_index, setting.moment, trial_count);
  }

  void examine(const Setting& setting) {
    const SyntheticInputs inputs = fresh_inputs(setting);
    generic_.insert(inputs.generic_inputs.begin(), inputs.generic_inputs.end());
    GuardedCall whole = fresh_call(setting);
    try {
      whole.evaluate(inputs, 0, trial_count);
      check_outputs(setting, whole, inputs.generic_inputs.empty());
      check_inputs(setting, inputs);
      check_bounds(setting, whole);
      check_twice(setting, inputs, whole);
      check_halves(setting, inputs, whole);
      check_threads(setting, whole);
    } catch (const Error& error) {
      fail(evaluates, error.what());
    }
  }

  void check_outputs(const Setting& setting, const GuardedCall& call, bool is_known) {
    const Node& node = node_of(setting);
    for (std::size_t i = 0; i < node.writes.size(); ++i) {
      const auto found = quantities_.find(node.writes[i]);
      if (found == quantities_.end()) {
        fail(writes, node.id + ": '" + node.writes[i] + "' is not declared by the plugin");
        continue;
      }
      const double* column = call.output(i);
      const double* unwritten = std::find_if(column, column + trial_count, host::is_poison);
      if (unwritten != column + trial_count) {
        fail(writes,
             node.id + ": '" + node.writes[i] + "' was not written in trial " + std::to_string(unwritten - column));
        continue;
      }
      const host::Verdict verdict = host::verify(*found->second, column, trial_count);
      if (verdict.violation) judge(node, *found->second, verdict.violation->value, setting.spread, is_known);
    }
  }

  /// A value is wrong only when the inputs that led to it can be.
  void judge(const Node& node, const Quantity& quantity, double value, Spread spread, bool is_known) {
    const Topic topic = spread == Spread::nominal ? nominal : likely;
    const bool may_fail = spread == Spread::nominal || !std::isfinite(value);
    auto& found = (is_known && may_fail ? failures_ : remarks_)[topic];
    found.insert(node.id + ": '" + quantity.id + "' " + host::explain(quantity, value));
  }

  void check_inputs(const Setting& setting, const SyntheticInputs& used) {
    const Node& node = node_of(setting);
    const SyntheticInputs fresh = fresh_inputs(setting);
    for (std::size_t i = 0; i < node.reads.size(); ++i) {
      if (same_bits(used.columns.row(i), fresh.columns.row(i), trial_count)) continue;
      fail(inputs_kept, node.id + ": changed its input '" + node.reads[i].id + "'");
    }
  }

  void check_bounds(const Setting& setting, const GuardedCall& call) {
    const int broken = call.broken_guard();
    if (broken < 0) return;
    const Node& node = node_of(setting);
    fail(bounds, node.id + ": wrote outside the batch of '" + node.writes[static_cast<std::size_t>(broken)] + "'");
  }

  /// `part` was called on the trials of `whole` from `first` on.
  void compare(Topic topic, const Setting& setting, const GuardedCall& whole, std::size_t first,
               const GuardedCall& part, std::size_t count) {
    const Node& node = node_of(setting);
    for (std::size_t i = 0; i < node.writes.size(); ++i) {
      if (same_bits(whole.output(i) + first, part.output(i), count)) continue;
      fail(topic, node.id + ": '" + node.writes[i] + "' differs (evaluate must be a pure function of its columns)");
    }
  }

  void check_twice(const Setting& setting, const SyntheticInputs& inputs, const GuardedCall& whole) {
    GuardedCall again = fresh_call(setting);
    again.evaluate(inputs, 0, trial_count);
    compare(twice, setting, whole, 0, again, trial_count);
  }

  void check_halves(const Setting& setting, const SyntheticInputs& inputs, const GuardedCall& whole) {
    constexpr std::size_t split = 88;  // no multiple of 16: any 8 trials may begin or end a batch
    GuardedCall part = fresh_call(setting);
    part.evaluate(inputs, 0, split);
    compare(halves, setting, whole, 0, part, split);
    check_bounds(setting, part);
    part.evaluate(inputs, split, trial_count - split);
    compare(halves, setting, whole, split, part, trial_count - split);
  }

  /// Each thread has columns of its own, as in a run; they share nothing but the plugin.
  void check_threads(const Setting& setting, const GuardedCall& whole) {
    const auto repeat = [&] {
      constexpr int repeats = 20;
      const SyntheticInputs inputs = fresh_inputs(setting);
      GuardedCall call = fresh_call(setting);
      for (int i = 0; i < repeats; ++i) call.evaluate(inputs, 0, trial_count);
      return call;
    };
    auto other = std::async(std::launch::async, repeat);
    const GuardedCall mine = repeat();
    const GuardedCall theirs = other.get();
    compare(threads, setting, whole, 0, mine, trial_count);
    compare(threads, setting, whole, 0, theirs, trial_count);
  }

  std::vector<Check> result() const {
    std::vector<Check> checks;
    for (std::size_t topic = 0; topic < topic_count; ++topic) {
      const std::set<std::string>& failures = failures_[topic];
      std::string detail = failures.empty() ? std::to_string(plugin_.nodes().size()) + " nodes" : joined(failures);
      if (!remarks_[topic].empty()) detail += "; not judged, inputs made up: " + joined(remarks_[topic], 5);
      checks.push_back({names[topic], failures.empty(), detail});
    }
    checks.front().detail += generic_.empty() ? "; every input known" : "; generic values for " + joined(generic_);
    return checks;
  }

  /// The first `most` of them, and how many more there are.
  static std::string joined(const std::set<std::string>& items, std::size_t most = 100) {
    std::string text;
    std::size_t count = 0;
    for (const std::string& item : items) {
      if (count++ == most) return text + " and " + std::to_string(items.size() - most) + " more";
      text += (text.empty() ? "" : ", ") + item;
    }
    return text;
  }

  const host::Plugin& plugin_;
  Knowledge knowledge_;
  std::map<std::string, const Quantity*> quantities_;
  std::array<std::set<std::string>, topic_count> failures_;
  std::array<std::set<std::string>, topic_count> remarks_;
  std::set<std::string> generic_;
};

std::string in_words(double ns) {
  const auto rounded = static_cast<long>(std::ceil(ns * 10));
  return std::to_string(rounded / 10) + "." + std::to_string(rounded % 10);
}

/// A floor so low that only what does other work than arithmetic, or far too much of it, falls below.
Check check_speed(const host::Plugin& plugin, const Supplies& supplies) {
  const Cost cost = cost_of(plugin, supplies, false);
  const double most = slowest_in_pows * pow_ns();
  const bool passed = cost.ns_a_value() <= most;
  return {"fast enough to be simulated", passed,
          in_words(cost.ns_a_value()) + " ns for each value that it writes, " + (passed ? "of " : "more than ") +
              in_words(most) + " that are allowed, 20 times the C library's pow" +
              (passed ? "" : "; docs/plugins/fast.md tells how to write fast loops")};
}

}  // namespace

std::vector<Check> check_conformance(const host::Plugin& plugin, const Supplies& supplies) {
  std::vector<Check> checks = Examination(plugin, supplies).run();
  if (checks[evaluates].passed) checks.push_back(check_speed(plugin, supplies));
  return checks;
}

std::vector<Check> check_file(const std::string& path, const Supplies& supplies) {
  std::optional<host::Plugin> plugin;
  try {
    plugin.emplace(path);
  } catch (const Error& error) {
    return {{"loads", false, error.what()}};
  }
  std::vector<Check> checks = {{"loads", true, "plugin '" + plugin->id() + "' " + plugin->version()}};
  const std::vector<Check> conduct = check_conformance(*plugin, supplies);
  checks.insert(checks.end(), conduct.begin(), conduct.end());
  return checks;
}

}  // namespace uor::lab
