#include "core/uor/model/wanted.hpp"

#include <algorithm>

namespace uor::model {
namespace {

Keep both_kept(Keep a, const Keep& b) {
  a.ratings = a.ratings || b.ratings;
  a.scores = a.scores || b.scores;
  a.metrics = a.metrics || b.metrics;
  a.metrics_by_month = a.metrics_by_month || b.metrics_by_month;
  a.drivers = a.drivers || b.drivers;
  a.quantities = a.quantities || b.quantities;
  a.evidence = a.evidence || b.evidence;
  a.odds = a.odds || b.odds;
  a.latent = a.latent || b.latent;
  for (const std::string& id : b.watched) {
    if (std::find(a.watched.begin(), a.watched.end(), id) == a.watched.end()) a.watched.push_back(id);
  }
  return a;
}

}  // namespace

Wanted both(const Wanted& a, const Wanted& b) {
  return {both_kept(a.keep, b.keep), std::max(a.summaries, b.summaries), a.fit_range || b.fit_range,
          a.odds_by_month || b.odds_by_month};
}

}  // namespace uor::model
