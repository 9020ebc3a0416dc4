// What a run with moving benchmarks does beside another: whose figures are compared, and what must be simulated first.
#pragma once

#include <cstddef>
#include <vector>

namespace uor::model {

struct Plan;

/// Benchmarks that are made from the trusts of the run. A first pass gives what every trust publishes, for the
/// statistics across trusts; a second pass simulates the trusts with these.
struct MovingPlan {
  /// A metric that is compared, on a side where its published figure can differ from the baseline's.
  struct Column {
    std::size_t side, metric;  // metric: into Plan::published
  };
  std::vector<Column> columns;
  std::vector<std::vector<std::size_t>> column;  // [side][metric], the baseline's where it serves; npos: not compared
  std::vector<bool> needed;                      // per node of Plan::phase_one: leads to a figure that is compared
};

/// Marks, on each side, the benchmarks of metrics that a change can reach as changed, and what reads them. After the
/// sides are made, before nodes are planned.
void spread_benchmarks(Plan& plan);

/// Once published metrics and nodes are planned.
MovingPlan plan_moving(const Plan& plan);

}  // namespace uor::model
