#include "core/uor/analyse/movers.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/uor/analyse/benchmark.hpp"

namespace uor::analyse {

namespace {

int sign_of(double value) { return (value > 0) - (value < 0); }

}  // namespace

std::vector<Mover> biggest_movers(const run::Header& header, const run::Summary& summary, std::size_t side,
                                  std::size_t limit, const std::vector<Kind>& kinds) {
  assert(side < summary.sides.size() && header.assessment_month >= 1);
  const run::SideSummary& baseline = summary.sides[0];
  const run::SideSummary& scenario = summary.sides[side];
  const std::size_t months = static_cast<std::size_t>(header.months);
  const std::size_t month = static_cast<std::size_t>(header.assessment_month - 1);
  std::vector<Mover> movers;
  for (std::size_t q = 0; q < header.summarised.size(); ++q) {
    const Quantity& quantity = header.summarised[q];
    const double change = scenario.mean_change[q * months + month];
    const bool wanted = std::find(kinds.begin(), kinds.end(), quantity.kind) != kinds.end();
    if (!wanted || change == 0 || std::isnan(change)) continue;
    const run::Moments& before = baseline.moments[q * months + month];
    movers.push_back({q,
                      {change, scenario.mean_change_se[q * months + month]},
                      before.mean,
                      size_of_change(header, baseline, quantity, before.mean, before.mean + change, change),
                      sign_of(change) * quantity.polarity});
  }
  std::stable_sort(movers.begin(), movers.end(), [&](const Mover& a, const Mover& b) {
    const double larger = std::abs(a.standardised), smaller = std::abs(b.standardised);
    return larger != smaller ? larger > smaller
                             : header.summarised[a.quantity].title < header.summarised[b.quantity].title;
  });
  if (movers.size() > limit) movers.resize(limit);
  return movers;
}

}  // namespace uor::analyse
