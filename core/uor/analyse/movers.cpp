#include "core/uor/analyse/movers.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/uor/analyse/benchmark.hpp"
#include "core/uor/analyse/paired.hpp"

namespace uor::analyse {

namespace {

int direction_of(double value) { return (value > 0) - (value < 0); }

}  // namespace

std::vector<Mover> biggest_movers(const model::Header& header, const tally::Summary& summary, std::size_t side,
                                  std::size_t limit, const std::vector<Kind>& kinds) {
  assert(side < summary.sides.size() && header.assessment_month >= 1);
  const tally::SideSummary& baseline = summary.sides[0];
  const tally::SideSummary& scenario = summary.sides[side];
  const std::size_t months = static_cast<std::size_t>(header.months);
  const std::size_t month = static_cast<std::size_t>(header.assessment_month - 1);
  std::vector<Mover> movers;
  for (std::size_t q = 0; q < header.summarised.size(); ++q) {
    const Quantity& quantity = header.summarised[q];
    const double mean = baseline.moments[q * months + month].mean;
    const double moved = scenario.mean_change[q * months + month];
    const Estimate paired = without_rounding({moved, scenario.mean_change_se[q * months + month]}, mean, mean + moved);
    const double change = paired.value;
    const bool wanted = std::find(kinds.begin(), kinds.end(), quantity.kind) != kinds.end();
    if (!wanted || change == 0 || std::isnan(change)) continue;
    const tally::Moments& before = baseline.moments[q * months + month];
    movers.push_back({q, paired, before.mean,
                      size_of_change(header, baseline, quantity, before.mean, before.mean + change, change),
                      direction_of(change) * quantity.polarity});
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
