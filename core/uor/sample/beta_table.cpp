#include "core/uor/sample/beta_table.hpp"

#include <array>
#include <map>
#include <mutex>
#include <utility>

#include "core/uor/base/elementary.hpp"
#include "core/uor/sample/beta_tail.hpp"
#include "core/uor/sample/kernels.hpp"

namespace uor::sample {

namespace {

constexpr std::size_t margin = 2;  // nodes beyond either end of the table

/// Exact y = ln(x / (1 - x)) at z = (k - margin) / steps_per_unit - reach.
std::vector<double> exact_nodes(double alpha, double beta) {
  const BetaTail lower(alpha, beta), upper(beta, alpha);
  std::vector<double> nodes(table_intervals + 1 + 2 * margin);
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    const double z = (static_cast<double>(k) - margin) / table_steps_per_unit - table_reach;
    const double tail = elementary::upper_tail(z < 0.0 ? -z : z);
    nodes[k] = z < 0.0 ? lower.logit_at(tail) : -upper.logit_at(tail);
  }
  return nodes;
}

/// Quadratic in q through (1/4, p[0]), (9/4, p[1]), (25/4, p[2]), lowest power first.
std::array<double, 3> quadratic_through(const std::array<double, 3>& p) {
  const double first = (p[1] - p[0]) / 2.0, next = (p[2] - p[1]) / 4.0, second = (next - first) / 6.0;
  return {p[0] - first * 0.25 + second * 0.5625, first - second * 2.5, second};
}

/// The quintic through six neighbours f at s = -5/2, -3/2, ..., 5/2: its even and odd part are quadratics in s^2.
std::array<double, 6> quintic_through(const double* f) {
  const std::array<double, 3> even = quadratic_through({0.5 * (f[3] + f[2]), 0.5 * (f[4] + f[1]), 0.5 * (f[5] + f[0])});
  const std::array<double, 3> odd = quadratic_through({f[3] - f[2], (f[4] - f[1]) / 3.0, (f[5] - f[0]) / 5.0});
  return {even[0], odd[0], even[1], odd[1], even[2], odd[2]};
}

BetaTable build_table(double alpha, double beta) {
  const std::vector<double> nodes = exact_nodes(alpha, beta);
  BetaTable table(6 * table_intervals);
  for (std::size_t interval = 0; interval < table_intervals; ++interval) {
    const std::array<double, 6> coefficients = quintic_through(&nodes[interval]);
    for (std::size_t power = 0; power < 6; ++power) table[power * table_intervals + interval] = coefficients[power];
  }
  return table;
}

}  // namespace

std::shared_ptr<const BetaTable> beta_table(double alpha, double beta) {
  static std::mutex mutex;
  static std::map<std::pair<double, double>, std::shared_ptr<const BetaTable>> known;
  const std::scoped_lock lock(mutex);
  std::shared_ptr<const BetaTable>& table = known[{alpha, beta}];
  if (!table) table = std::make_shared<const BetaTable>(build_table(alpha, beta));
  return table;
}

}  // namespace uor::sample
