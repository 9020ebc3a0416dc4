// Made-up inputs for one node, and calls of it whose outputs are guarded on both sides.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/uor/base/column.hpp"
#include "core/uor/host/catalogue.hpp"

namespace uor::lab {

/// How inputs are made up: every trial at the nominal value, or spread evenly over the likely range.
enum class Spread { nominal, likely };

/// What is known of quantities that a plugin may read.
class Knowledge {
 public:
  /// The plugin's own declarations, then `others`; `generic` values serve for inputs that neither describes.
  Knowledge(const host::Plugin& plugin, std::span<const Quantity> others, std::span<const double> generic);

  struct Range {
    double lower, nominal, upper;
    bool is_known;  // false: generic values
  };
  /// Published metrics are as the metric, benchmarks lie in its likely range (quartiles at a quarter and three
  /// quarters), season profiles are 1. Facts of the trust are generic unless `others` bounds them (then mid-range, but
  /// still not known: what makes one trust is not independent).
  Range range_of(const std::string& id) const;
  double generic(std::size_t position) const { return generic_[position % generic_.size()]; }

 private:
  std::map<std::string, Quantity> quantities_;
  std::vector<double> generic_;
};

/// Input columns of one node.
struct SyntheticInputs {
  Columns columns;                          // [input][trial]
  std::vector<std::string> generic_inputs;  // ids of those that are not known
};

/// A month to call nodes in.
struct Moment {
  int month, month_of_year, year, days_in_month;
};

/// A value for each input and trial: the same for the same arguments.
SyntheticInputs make_inputs(const Node& node, const Knowledge& knowledge, Spread spread, const Moment& moment,
                            std::size_t count);

/// What one column of outputs has on either side, so that writing outside it spoils nothing. [values]
inline constexpr std::size_t guard_values = 64;

/// One call of one node that can be repeated without preparation: for measuring what the call alone takes.
class PreparedCall {
 public:
  PreparedCall(const host::Plugin& plugin, std::size_t node_index, const Moment& moment, std::size_t count);

  std::size_t outputs() const { return outputs_.rows(); }
  /// From now on the first `count` trials of `inputs`, which stay where they are.
  void prepare(const SyntheticInputs& inputs, std::size_t count);
  /// Throws what Plugin::evaluate throws.
  void evaluate() const { plugin_->evaluate(node_index_, batch_); }

 private:
  const host::Plugin* plugin_;
  std::size_t node_index_;
  Moment moment_;
  std::vector<double> parameters_;
  Columns outputs_;  // as GuardedCall's
  std::vector<const double*> in_;
  std::vector<double*> out_;
  uor_batch batch_{};
};

/// One call of one node on trials first .. first + count - 1 of some inputs.
class GuardedCall {
 public:
  GuardedCall(const host::Plugin& plugin, std::size_t node_index, const Moment& moment, std::size_t count);

  /// Poisons outputs and guards, evaluates; throws what Plugin::evaluate throws. Multiples of 8.
  void evaluate(const SyntheticInputs& inputs, std::size_t first, std::size_t count);

  /// [trial] of the last call.
  const double* output(std::size_t index) const { return outputs_.row(index) + guard_values; }
  /// The first output whose column was written before its begin or after its end, -1 when none.
  int broken_guard() const;

 private:
  const host::Plugin& plugin_;
  std::size_t node_index_;
  Moment moment_;
  std::vector<double> parameters_;
  Columns outputs_;  // [output][guard, trials, guard]
  std::size_t count_ = 0;
};

}  // namespace uor::lab
