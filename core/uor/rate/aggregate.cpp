#include <algorithm>
#include <cassert>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {

Grade aggregate(const Aggregation& rule, std::span<const Grade> grades) {
  const auto count_of = [&](Grade grade) { return static_cast<int>(std::count(grades.begin(), grades.end(), grade)); };
  const int inadequate = count_of(1), requires_improvement = count_of(2), outstanding = count_of(4);
  assert(inadequate + requires_improvement + count_of(3) + outstanding == static_cast<int>(grades.size()));
  if (inadequate >= rule.inadequate_from) return 1;
  if (inadequate > 0 || requires_improvement >= rule.requires_improvement_from) return 2;
  if (outstanding >= rule.outstanding_from && requires_improvement == 0) return 4;
  return 3;
}

}  // namespace uor::rate
