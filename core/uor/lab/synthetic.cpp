#include "core/uor/lab/synthetic.hpp"

#include <cmath>

#include "core/uor/host/verify.hpp"

namespace uor::lab {

namespace {

/// After the last month that nodes are called in.
constexpr int assessment_month = 24;

/// The n-th point of a sequence that fills 0..1 evenly (Weyl, multiples of the golden ratio), shifted for each input.
double evenly(std::size_t input, std::size_t trial) {
  constexpr double golden = 0.6180339887498949, silver = 0.4142135623730951;
  const double point = 0.5 + golden * static_cast<double>(trial) + silver * static_cast<double>(input);
  return point - std::floor(point);
}

Knowledge::Range at_fraction(const Knowledge::Range& metric, double fraction) {
  const double value = metric.lower + fraction * (metric.upper - metric.lower);
  return {value, value, value, metric.is_known};
}

/// The likely range where it is bounded, else the possible one, else the nominal value alone. A nominal value of 0
/// without bounds is one that was never given.
Knowledge::Range declared_range(const Quantity& quantity) {
  const auto is_bounded = [](double lower, double upper) { return std::isfinite(lower) && std::isfinite(upper); };
  Knowledge::Range range = {quantity.likely_lower, quantity.nominal, quantity.likely_upper, true};
  if (!is_bounded(range.lower, range.upper)) range.lower = quantity.lower, range.upper = quantity.upper;
  if (!is_bounded(range.lower, range.upper)) {
    range.lower = range.upper = quantity.nominal;
    range.is_known = quantity.nominal != 0.0;
  }
  if (quantity.plugin == "host") range.is_known = false;
  if (quantity.plugin == "host" || range.nominal < range.lower || range.nominal > range.upper) {
    range.nominal = (range.lower + range.upper) / 2;
  }
  return range;
}

/// "benchmark.<metric>.lower" and so on.
Knowledge::Range benchmark_range(const Knowledge& knowledge, const std::string& id) {
  const std::size_t begin = std::string("benchmark.").size(), end = id.rfind('.');
  const Knowledge::Range metric = knowledge.range_of("metric." + id.substr(begin, end - begin));
  const std::string statistic = id.substr(end + 1);
  if (statistic == "lower") return at_fraction(metric, 0.25);
  return at_fraction(metric, statistic == "upper" ? 0.75 : 0.5);
}

double months_in(const Read& read, const Moment& moment) {
  return read.window == UOR_YEAR_TO_DATE ? moment.month_of_year : read.window;
}

/// Mid-range where a policy must give the value; 1 where the range has no middle.
std::vector<double> parameters_of(const host::Plugin& plugin) {
  std::vector<double> values;
  for (const Parameter& parameter : plugin.parameters()) {
    const double middle = (parameter.lower + parameter.upper) / 2;
    const double made_up = std::isfinite(middle) ? middle : 1.0;
    values.push_back(std::isnan(parameter.value) ? made_up : parameter.value);
  }
  return values;
}

uor_batch batch_of(const Moment& moment, std::size_t first, std::size_t count, const double* parameters,
                   const double* const* inputs, double* const* outputs) {
  uor_batch batch{};
  batch.first_trial = first;
  batch.trial_count = count;
  batch.month = moment.month;
  batch.month_of_year = moment.month_of_year;
  batch.year = moment.year;
  batch.days_in_month = moment.days_in_month;
  batch.assessment_month = assessment_month;
  batch.parameters = parameters;
  batch.inputs = inputs;
  batch.outputs = outputs;
  return batch;
}

}  // namespace

Knowledge::Knowledge(const host::Plugin& plugin, std::span<const Quantity> others, std::span<const double> generic)
    : generic_(generic.begin(), generic.end()) {
  for (const Quantity& quantity : plugin.quantities()) quantities_.emplace(quantity.id, quantity);
  for (const Quantity& quantity : others) quantities_.emplace(quantity.id, quantity);
}

Knowledge::Range Knowledge::range_of(const std::string& id) const {
  if (id.starts_with("profile.")) return {1.0, 1.0, 1.0, true};
  if (id.starts_with("benchmark.")) return benchmark_range(*this, id);
  for (const std::string prefix : {"published.", "published_year_ago."}) {
    if (id.starts_with(prefix)) return range_of("metric." + id.substr(prefix.size()));
  }
  const auto found = quantities_.find(id);
  if (found == quantities_.end()) return {0.0, 0.0, 0.0, false};
  return declared_range(found->second);
}

SyntheticInputs make_inputs(const Node& node, const Knowledge& knowledge, Spread spread, const Moment& moment,
                            std::size_t count) {
  SyntheticInputs inputs{Columns(node.reads.size(), count), {}};
  for (std::size_t i = 0; i < node.reads.size(); ++i) {
    const Knowledge::Range range = knowledge.range_of(node.reads[i].id);
    const bool is_bounded = range.is_known || range.lower < range.upper;
    if (!range.is_known) inputs.generic_inputs.push_back(node.reads[i].id);
    double* column = inputs.columns.row(i);
    for (std::size_t t = 0; t < count; ++t) {
      const double spread_value = range.lower + evenly(i, t) * (range.upper - range.lower);
      const double bounded = spread == Spread::nominal ? range.nominal : spread_value;
      const double value = is_bounded ? bounded : knowledge.generic(spread == Spread::nominal ? 0 : i + t);
      column[t] = value * months_in(node.reads[i], moment);
    }
  }
  return inputs;
}

PreparedCall::PreparedCall(const host::Plugin& plugin, std::size_t node_index, const Moment& moment, std::size_t count)
    : plugin_(&plugin),
      node_index_(node_index),
      moment_(moment),
      parameters_(parameters_of(plugin)),
      outputs_(plugin.nodes()[node_index].writes.size(), count + 2 * guard_values) {}

void PreparedCall::prepare(const SyntheticInputs& inputs, std::size_t count) {
  in_.clear();
  out_.clear();
  for (std::size_t i = 0; i < inputs.columns.rows(); ++i) in_.push_back(inputs.columns.row(i));
  for (std::size_t i = 0; i < outputs_.rows(); ++i) out_.push_back(outputs_.row(i) + guard_values);
  batch_ = batch_of(moment_, 0, count, parameters_.data(), in_.data(), out_.data());
}

GuardedCall::GuardedCall(const host::Plugin& plugin, std::size_t node_index, const Moment& moment, std::size_t count)
    : plugin_(plugin),
      node_index_(node_index),
      moment_(moment),
      parameters_(parameters_of(plugin)),
      outputs_(plugin.nodes()[node_index].writes.size(), count + 2 * guard_values) {}

void GuardedCall::evaluate(const SyntheticInputs& inputs, std::size_t first, std::size_t count) {
  std::vector<const double*> in;
  std::vector<double*> out;
  for (std::size_t i = 0; i < inputs.columns.rows(); ++i) in.push_back(inputs.columns.row(i) + first);
  for (std::size_t i = 0; i < outputs_.rows(); ++i) {
    host::poison(outputs_.row(i), outputs_.stride());
    out.push_back(outputs_.row(i) + guard_values);
  }
  count_ = count;
  plugin_.evaluate(node_index_, batch_of(moment_, first, count, parameters_.data(), in.data(), out.data()));
}

int GuardedCall::broken_guard() const {
  for (std::size_t i = 0; i < outputs_.rows(); ++i) {
    const double* row = outputs_.row(i);
    for (std::size_t t = 0; t < outputs_.stride(); ++t) {
      const bool is_guard = t < guard_values || t >= guard_values + count_;
      if (is_guard && !host::is_poison(row[t])) return static_cast<int>(i);
    }
  }
  return -1;
}

}  // namespace uor::lab
