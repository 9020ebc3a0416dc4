#include "core/uor/study/total.hpp"

#include <cassert>
#include <cmath>

namespace uor::study {

Total total_index(Column output, Column redrawn) {
  assert(output.size() == redrawn.size());
  const double count = static_cast<double>(output.size());
  const double mean = (mean_of(output).value + mean_of(redrawn).value) / 2;
  double moved = 0, spread = 0;
  bool idle = true;
  for (std::size_t t = 0; t < output.size(); ++t) {
    const double a = output[t] - mean, b = redrawn[t] - mean;
    moved += (a - b) * (a - b) / 2;
    spread += (a * a + b * b) / 2;
    idle = idle && output[t] == redrawn[t];
  }
  if (idle || !(spread > 0)) return {{}, idle};
  const double index = moved / spread;
  double square = 0;
  for (std::size_t t = 0; t < output.size(); ++t) {
    const double a = output[t] - mean, b = redrawn[t] - mean;
    const double influence = (a - b) * (a - b) / 2 - index * (a * a + b * b) / 2;
    square += influence * influence;
  }
  return {{index, std::sqrt(square) / spread * (count > 1 ? std::sqrt(count / (count - 1)) : 1)}, false};
}

}  // namespace uor::study
