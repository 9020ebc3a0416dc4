#include <cassert>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {

Grade aggregate(const Aggregation& rule, std::span<const Grade> grades) {
  std::uint32_t counts = 0;  // a byte a grade
  for (const Grade grade : grades) {
    assert(grade >= 1 && grade <= 4);
    counts += 1u << (8 * (grade - 1));
  }
  const auto count_of = [&](int grade) { return static_cast<int>(counts >> (8 * (grade - 1)) & 255u); };
  const int inadequate = count_of(1), requires_improvement = count_of(2), outstanding = count_of(4);
  if (inadequate >= rule.inadequate_from) return 1;
  if (inadequate > 0 || requires_improvement >= rule.requires_improvement_from) return 2;
  if (outstanding >= rule.outstanding_from && requires_improvement == 0) return 4;
  return 3;
}

}  // namespace uor::rate
