#include "cli/trust_report_rows.hpp"

namespace uor::cli {

double MonthZero::of(const std::vector<policy::Term>& terms) const {
  double sum = 0;
  for (const policy::Term& term : terms) {
    double value = term.times;
    if (!term.quantity.empty()) value *= (*this)[term.quantity];
    if (!term.of.empty()) value *= (*this)[term.of];
    sum += value;
  }
  return terms.empty() ? std::nan("") : sum;
}

}  // namespace uor::cli
