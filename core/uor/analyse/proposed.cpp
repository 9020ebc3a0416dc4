#include "core/uor/analyse/proposed.hpp"

#include <algorithm>

namespace uor::analyse {

namespace {

/// Shares at or above requires improvement, good and outstanding.
using Above = std::array<double, 3>;

/// x of lower x[j-1] + middle x[j] + upper x[j+1] = right[j], by elimination; the matrix is diagonally dominant.
Above solved(double lower, double middle, double upper, Above right) {
  Above above_diagonal{};
  double pivot = middle;
  right[0] /= pivot;
  for (std::size_t j = 1; j < right.size(); ++j) {
    above_diagonal[j - 1] = upper / pivot;
    pivot = middle - lower * above_diagonal[j - 1];
    right[j] = (right[j] - lower * right[j - 1]) / pivot;
  }
  for (std::size_t j = right.size() - 1; j-- > 0;) right[j] -= above_diagonal[j] * right[j + 1];
  return right;
}

}  // namespace

std::optional<Shares4> proposed_odds(const Shares4& final, const policy::Agreement& agreed) {
  if (agreed.always_as_proposed()) return final;
  const double changed = agreed.lowered + agreed.raised;
  if (changed >= 1 - changed) return std::nullopt;
  Above right = {final[1] + final[2] + final[3], final[2] + final[3], final[3]};
  right[0] -= agreed.raised;  // everything is at or above inadequate
  const Above above = solved(agreed.raised, 1 - changed, agreed.lowered, right);
  return Shares4{1 - above[0], above[0] - above[1], above[1] - above[2], above[2]};
}

}  // namespace uor::analyse
