#include "core/uor/study/least_level.hpp"

#include <cmath>

namespace uor::study {

LeastLevel least_level(const ValueAt& value, double today, double limit, double target, const LevelRule& rule) {
  LeastLevel found{{}, today, std::nan(""), 0};
  const auto reaches = [&](double share) {
    const double level = share >= 1 ? limit : today + share * (limit - today), at = value(level);
    ++found.evaluations;
    if (!(found.best_value >= at) && !std::isnan(at)) {
      found.best_level = level;
      found.best_value = at;
    }
    if (!(at >= target)) return false;
    found.needed = level;
    return true;
  };
  if (reaches(0) || today == limit) return found;
  double low = 0, high = 0;
  for (std::size_t look = 1; look <= rule.looks; ++look) {
    low = high;
    high = static_cast<double>(look) / static_cast<double>(rule.looks);
    if (reaches(high)) break;
  }
  while (found.needed && high - low > rule.tolerance) {
    const double half = (low + high) / 2;
    (reaches(half) ? high : low) = half;
  }
  return found;
}

}  // namespace uor::study
