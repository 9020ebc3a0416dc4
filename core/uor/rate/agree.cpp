#include <algorithm>
#include <cassert>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {

void agree(double lowered, double raised, const double* chance, std::size_t count, Grade* grade) {
  assert(lowered >= 0 && raised >= 0 && lowered + raised <= 1 + 1e-9);
  for (std::size_t t = 0; t < count; ++t) {
    const int step = (chance[t] > 1 - raised ? 1 : 0) - (chance[t] < lowered ? 1 : 0);
    grade[t] = static_cast<Grade>(std::clamp(grade[t] + step, 1, 4));
  }
}

}  // namespace uor::rate
