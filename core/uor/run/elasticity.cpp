// Elasticities along paths: every driver at its median, one edge after the other by finite difference.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/uor/model/parameters.hpp"
#include "core/uor/run/engine.hpp"
#include "core/uor/run/simulator.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::run {
namespace {

constexpr double step = 0.01;  // relative change of the start of an edge
constexpr std::size_t width = lane_count;
constexpr std::size_t searched = 40;  // shortest paths that are weighed for each one that is shown

/// The baseline of one trust at the medians, run to the assessment month.
class MedianState {
 public:
  MedianState(const model::Plan& plan, const model::Inputs& inputs)
      : plan_(plan),
        source_(plan, inputs, inputs.trusts.front()),
        trust_{0, inputs.trusts.front().code, &source_, parameters(inputs), model::peer_medians_of(inputs, 0), {}},
        simulator_(plan, inputs) {
    simulator_.bind(trust_);
    Workspace& work = simulator_.workspace();
    work.start_at_median(width);
    simulator_.run_anchors();
    for (int month = 1; month <= plan.assessment_month; ++month) {
      work.advance(month);
      simulator_.run_phases(0);
    }
  }

  double value(std::size_t quantity) { return simulator_.workspace().current(0, quantity)[0]; }

  /// The wiring with one node an output, which reads only what moves that output here: links that are real.
  graph::Wiring moving() {
    graph::Wiring wiring = plan_.wiring;
    wiring.phase_one = moving(plan_.wiring.phase_one, plan_.phase_one);
    wiring.phase_two = moving(plan_.wiring.phase_two, plan_.phase_two);
    return wiring;
  }

  /// d(to) / d(from) through the node that writes `to`, or 1 through the host's publication.
  double derivative(std::size_t from, std::size_t to) {
    for (const std::vector<model::PlannedNode>* nodes : {&plan_.phase_one, &plan_.phase_two}) {
      for (const model::PlannedNode& node : *nodes) {
        for (std::size_t i = 0; i < node.outputs.size(); ++i) {
          if (node.outputs[i] == to) return through(node, from, i);
        }
      }
    }
    return 1.0;
  }

 private:
  static model::ParameterTable parameters(const model::Inputs& inputs) {
    const trust::Trust& trust = inputs.trusts.front();
    return model::parameter_table(*inputs.catalogue, inputs.policy,
                                  trust.policy_year.empty() ? inputs.policy.default_year : trust.policy_year,
                                  inputs.scenario.run.months);
  }

  std::vector<graph::WiredNode> moving(const std::vector<graph::WiredNode>& nodes,
                                       const std::vector<model::PlannedNode>& planned) {
    std::vector<graph::WiredNode> split;
    for (std::size_t n = 0; n < nodes.size(); ++n) {
      for (std::size_t output = 0; output < nodes[n].writes.size(); ++output) {
        graph::WiredNode one{nodes[n].node, {}, {nodes[n].writes[output]}};
        for (const graph::Link& link : nodes[n].reads) {
          if (through(planned[n], link.quantity, output) != 0) one.reads.push_back(link);
        }
        split.push_back(std::move(one));
      }
    }
    return split;
  }

  double through(const model::PlannedNode& node, std::size_t from, std::size_t output) {
    Workspace& work = simulator_.workspace();
    const double base = value(from);
    const double rise = base == 0 ? 1.0 : step * base;
    Columns inputs(node.accesses.size(), width), outputs(node.outputs.size(), width);
    std::vector<const double*> input_columns;
    std::vector<double*> output_columns;
    for (std::size_t a = 0; a < node.accesses.size(); ++a) {
      const model::Access& access = plan_.accesses[node.accesses[a]];
      const double* column = work.read(0, node.accesses[a]);
      const bool moves = access.quantity == from && access.lag != UOR_AT_ANCHOR;
      // Every month rises by the same share; where the sum of months has another sign than this month, by the same
      // amount.
      const double months = access.window == UOR_YEAR_TO_DATE ? (work.month() - 1) % 12 + 1 : access.window;
      for (std::size_t i = 0; i < width; ++i) {
        const double risen = column[i] * base > 0 ? column[i] * (1 + step) : column[i] + rise * months;
        inputs.row(a)[i] = moves ? risen : column[i];
      }
      input_columns.push_back(inputs.row(a));
    }
    for (std::size_t i = 0; i < node.outputs.size(); ++i) output_columns.push_back(outputs.row(i));
    simulator_.calls().call(node, input_columns.data(), output_columns.data());
    return (outputs.row(output)[0] - value(node.outputs[output])) / rise;
  }

  const model::Plan& plan_;
  model::DriverSource source_;
  tally::TrustContext trust_;
  Simulator simulator_;
};

/// Derivative as elasticity; where start or end is zero, the derivative itself.
double relative(double derivative, double from, double to) {
  return from == 0 || to == 0 ? derivative : derivative * from / to;
}

}  // namespace

bool near_nought(const Quantity& quantity, double value) {
  constexpr double of_likely = 0.02;
  const double likely = std::max(std::abs(quantity.likely_lower), std::abs(quantity.likely_upper));
  return value == 0 || (std::isfinite(likely) && std::abs(value) < of_likely * likely);
}

std::vector<PathElasticity> explain_paths(const model::Inputs& given, const std::string& from, const std::string& to,
                                          std::size_t limit) {
  model::Inputs inputs = given;
  inputs.scenario.variants.clear();
  inputs.keep = {};
  inputs.batch_trials = tally::leaf_trials;
  const model::Plan plan = model::make_plan(inputs);
  const std::size_t start = model::require_quantity(plan.wiring, from, "explain", {});
  const std::size_t end = model::require_quantity(plan.wiring, to, "explain", {});
  MedianState state(plan, inputs);
  std::vector<std::vector<std::size_t>> routes = graph::paths(state.moving(), start, end, searched * limit);
  if (routes.empty()) routes = graph::paths(plan.wiring, start, end, limit);  // declared, but still at the medians
  if (routes.empty()) {
    throw Error(fmt::format("nothing leads from '{}' to '{}'; `uor graph --dot` shows what does", from, to));
  }
  std::vector<PathElasticity> explained;
  for (const std::vector<std::size_t>& route : routes) {
    PathElasticity path{route, {}, 0.0, {state.value(route[0])}, {}};
    double slope = 1;
    for (std::size_t i = 0; i + 1 < route.size(); ++i) {
      const double before = state.value(route[i]), after = state.value(route[i + 1]);
      path.values.push_back(after);
      path.slopes.push_back(state.derivative(route[i], route[i + 1]));
      path.local.push_back(relative(path.slopes.back(), before, after));
      slope *= path.slopes.back();
    }
    path.elasticity = relative(slope, path.values.front(), path.values.back());
    explained.push_back(std::move(path));
  }
  std::stable_sort(explained.begin(), explained.end(), [](const PathElasticity& a, const PathElasticity& b) {
    return std::abs(a.elasticity) > std::abs(b.elasticity);
  });
  if (explained.size() > limit) explained.resize(limit);
  return explained;
}

}  // namespace uor::run
