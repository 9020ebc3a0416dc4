// Scores on the continuous scale 1 (inadequate) to 4 (outstanding). All figures that are policy are arguments: a plugin
// declares them as parameters with a source and a standing.
#pragma once

#include "uor/sdk/isa.hpp"
#include "uor/sdk/math.hpp"

namespace uor::sdk {
inline namespace UOR_ISA_NAMESPACE {

/// Where a metric stands among all trusts. `lower` and `upper` are the quartiles as numbers, lower <= median <= upper.
struct National {
  double lower, median, upper;
};

/// How the three parts of a metric's score are weighed; the weights need not add up to 1.
struct Weights {
  double national, peer, change;
};

/// What a distance is worth in points of score: `peer` for a distance of one interquartile half-range to the peer
/// median, `change` for an improvement over 12 months by as much.
struct Points {
  double peer, change;
};

namespace detail {
/// Half of the interquartile range on the side of the median where `x` is; never 0, so that quartiles that fall
/// together give the limits of the scale and not NaN.
UOR_FORMULA double half_range(const National& n, double x) {
  const double side = select(x < n.median, n.median - n.lower, n.upper - n.median);
  return max(side, 1e-12 * (1.0 + abs(n.median)));
}
UOR_FORMULA double on_scale(double score) { return clamp(score, 1.0, 4.0); }
}  // namespace detail

/// Median 2.5, better quartile 3.25, worse quartile 1.75, straight lines between and beyond, limits 1 and 4.
/// `polarity` is +1 when higher is better, -1 when lower is.
UOR_FORMULA double national_score(double value, const National& n, double polarity) {
  const double distance = (value - n.median) / detail::half_range(n, value);
  return detail::on_scale(2.5 + 0.75 * polarity * distance);
}

/// Score of a metric from its position among all trusts, against the median of its peers and against its own value 12
/// months before. A part that is not known (NaN) is left out and the other weights carry it.
UOR_FORMULA double metric_score(double value, const National& n, double peer_median, double year_ago, double polarity,
                                const Weights& weights, const Points& points) {
  // One division for both ranges, and none for the weights, whose four sums are the same for all trials: divisions are
  // most of what a score costs.
  const double half = detail::half_range(n, value);
  const double range = max(0.5 * (n.upper - n.lower), 1e-12 * (1.0 + abs(n.median)));
  const double both = 1.0 / (half * range);
  const double per_half = both * range, per_range = both * half;
  const double national = detail::on_scale(2.5 + 0.75 * polarity * ((value - n.median) * per_half));
  const double peer = detail::on_scale(2.5 + points.peer * polarity * ((value - peer_median) * per_range));
  const double change = detail::on_scale(2.5 + points.change * polarity * ((value - year_ago) * per_range));
  const double with_change = 1.0 / (weights.national + weights.change),
               with_peer = 1.0 / (weights.national + weights.peer);
  const double with_all = 1.0 / (weights.national + weights.peer + weights.change), alone = 1.0 / weights.national;
  const bool has_peer = known(peer_median), has_change = known(year_ago);
  const double share =
      select(has_peer, select(has_change, with_all, with_peer), select(has_change, with_change, alone));
  const double sum = weights.national * national + select(has_peer, weights.peer * peer, 0.0) +
                     select(has_change, weights.change * change, 0.0);
  return detail::on_scale(sum * share);
}

/// Score of a metric with four published bands, as in finance, from the three edges between them, best first; the edges
/// rise or fall strictly. 3.5 at `first`, 2.5 at `second`, 1.5 at `third`, straight lines between, which go on beyond
/// the outer edges to the limits 4 and 1: continuous, so that a change inside a band is seen.
UOR_FORMULA double band_score(double value, double first, double second, double third) {
  // The edges are the same for all trials where they are parameters: the divisions are then outside of the loop.
  const double upper = 2.5 + (value - second) * (1.0 / (first - second));
  const double lower = 2.5 + (value - second) * (1.0 / (second - third));
  return detail::on_scale(max(upper, 2.5) + min(lower, 2.5) - 2.5);
}

}  // namespace UOR_ISA_NAMESPACE
}  // namespace uor::sdk
