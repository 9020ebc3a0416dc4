#include "core/uor/base/savings_scheme.hpp"

namespace uor {

std::string_view name_of(SchemeCategory category) {
  switch (category) {
    case SchemeCategory::pay:
      return "pay";
    case SchemeCategory::nonpay:
      return "nonpay";
    case SchemeCategory::income:
      return "income";
    case SchemeCategory::not_cash:
      return "not_cash";
    case SchemeCategory::through_driver:
      break;
  }
  return "driver";
}

double plan_of(const std::vector<SavingsScheme>& schemes) {
  double plan = 0;
  for (const SavingsScheme& scheme : schemes) plan += scheme.plan_gbp_m;
  return plan;
}

double recurrent_percent_of(const std::vector<SavingsScheme>& schemes) {
  double recurrent = 0;
  for (const SavingsScheme& scheme : schemes) recurrent += scheme.plan_gbp_m * scheme.recurrent_percent;
  const double plan = plan_of(schemes);
  return plan > 0 ? recurrent / plan : 100.0;
}

}  // namespace uor
