#include "core/uor/model/schemes.hpp"

#include <cmath>

namespace uor::model {
namespace {

std::string slot_id(const policy::Shown& shown, std::size_t slot, const char* part) {
  return shown.role("scheme") + "_" + std::to_string(slot + 1) + "_" + part;
}

}  // namespace

std::vector<SchemeDriver> slot_drivers(const std::vector<SavingsScheme>& schemes, const policy::Shown& shown) {
  const double plan = plan_of(schemes);
  std::vector<SchemeDriver> drivers;
  for (std::size_t slot = 0; slot < max_schemes; ++slot) {
    const SavingsScheme* scheme = slot < schemes.size() ? &schemes[slot] : nullptr;
    const auto add = [&](const char* part, const Distribution& distribution) {
      drivers.push_back({slot_id(shown, slot, part), distribution, scheme});
    };
    const auto set = [&](const char* part, double value) { add(part, Distribution::constant(value)); };
    if (scheme == nullptr) {
      set("share", 0.0);
      continue;
    }
    set("share", plan > 0 ? 100.0 * scheme->plan_gbp_m / plan : 0.0);
    set("category", static_cast<double>(scheme->category));
    set("start", scheme->start_month);
    add("delay", scheme->delay_months);
    set("follows", scheme->delivery ? 0.0 : 1.0);
    if (scheme->delivered_to_date_gbp_m) set("to_date", *scheme->delivered_to_date_gbp_m);
    if (scheme->delivery) add("delivery", *scheme->delivery);
    set("recurrent", scheme->recurrent_percent);
  }
  return drivers;
}

std::optional<scenario::Vary> effect_of(const SavingsScheme& scheme, std::size_t slot, const policy::Shown& shown) {
  if (scheme.category != SchemeCategory::through_driver) return {};
  scenario::Vary vary;
  vary.driver = scheme.driver;
  vary.operation = scheme.operation;
  vary.distribution = scheme.delivery.value_or(Distribution::constant(100.0));
  vary.stream = slot_id(shown, slot, "delivery");
  // At x % delivery: change x/100 for add, 1 + (change - 1) x/100 for multiply.
  const bool adds = scheme.operation == Operation::add;
  vary.offset = adds ? 0.0 : 1.0;
  vary.slope = (scheme.change - vary.offset) / 100.0;
  vary.from_month = static_cast<int>(std::ceil(scheme.start_month + scheme.delay_months.parameters[0]));
  vary.where = scheme.where;
  return vary;
}

}  // namespace uor::model
