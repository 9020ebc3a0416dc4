// What levers cost to move, where an action does not say.
#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

constexpr double most_gbp_m = 1e4;

DeliveryCost read_delivery_cost(const TomlTable& table, Draft& draft) {
  table.allow_only({"lever", "one_off", "yearly", "standing", "source"});
  DeliveryCost cost;
  cost.lever = table.text("lever");
  const std::string what = "[[delivery_cost]] '" + cost.lever + "'";
  draft.claim(what, table.where("lever"));
  cost.one_off_gbp_m = table.find_number("one_off", {0, most_gbp_m}).value_or(0);
  cost.yearly_gbp_m = table.find_number("yearly", {0, most_gbp_m}).value_or(0);
  const Source source = draft.read_source(table, what);
  cost.standing = source.standing;
  cost.source = source.text;
  return cost;
}

}  // namespace

void read_delivery_costs(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("delivery_cost"))
    put(draft.policy.delivery_costs, read_delivery_cost(table, draft), &DeliveryCost::lever);
}

}  // namespace uor::policy
