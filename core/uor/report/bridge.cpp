#include "core/uor/report/bridge.hpp"

#include <algorithm>

#include "core/uor/report/line.hpp"

namespace uor::report {

namespace {

std::vector<BridgeStep> steps_of(const View& view, std::size_t side, const Bridge& bridge) {
  const auto sum = [&](const char* id) { return mean_sum(view, id, side, bridge.first_month, bridge.last_month); };
  const double plan = sum("finance.control_total");
  const double savings = sum("finance.savings_delivered") - sum("finance.plan_savings");
  const double one_off = sum("finance.one_off_benefits");
  const double before_fund = sum("finance.surplus_before_fund");
  const double fund = sum("finance.sustainability");
  const double surplus = sum("finance.surplus");
  const double non_recurrent = sum("finance.savings_nonrecurrent");
  const double underlying =
      view.moments(*view.find("finance.underlying_surplus"), side, bridge.last_month).mean;  // since April
  return {{"plan", "Planned surplus (control total, without sustainability funding)", true, plan},
          {"savings", "Savings delivered above or below plan", false, savings},
          {"one_offs", "One-off benefits", false, one_off},
          {"other", "Other income and costs against plan", false, before_fund - plan - savings - one_off},
          {"before_fund", "Surplus without sustainability funding", true, before_fund},
          {"fund", "Sustainability funding earned", false, fund},
          {"surplus", "Forecast surplus", true, surplus},
          {"without_fund", "Without sustainability funding", false, -fund},
          {"without_one_offs", "Without one-off benefits", false, -one_off},
          {"without_non_recurrent", "Without non-recurrent savings", false, -non_recurrent},
          {"full_year", "Full-year effect of recurrent savings", false,
           underlying - (surplus - fund - one_off - non_recurrent)},
          {"underlying", "Underlying surplus", true, underlying}};
}

bool has_all_steps(const View& view) {
  const std::vector<std::string> needed = {
      "finance.control_total",        "finance.savings_delivered", "finance.plan_savings",
      "finance.one_off_benefits",     "finance.surplus",           "finance.surplus_before_fund",
      "finance.savings_nonrecurrent", "finance.sustainability",    "finance.underlying_surplus"};
  return std::all_of(needed.begin(), needed.end(), [&](const std::string& id) { return view.find(id).has_value(); });
}

}  // namespace

Bridge bridge_of(const View& view) {
  Bridge bridge{view.april(), view.assessment(), {}};
  if (!has_all_steps(view)) return bridge;
  for (std::size_t side = 0; side < view.sides(); ++side) bridge.sides.push_back(steps_of(view, side, bridge));
  return bridge;
}

Json json_of(const BridgeStep& step) {
  return {{"id", step.id}, {"title", step.title}, {"total", step.total}, {"mean", step.mean_gbp_m}};
}

Json json_of(const Bridge& bridge) {
  Json sides = Json::array();
  for (const auto& side : bridge.sides) sides.push_back(json_list(side));
  return {{"unit", "GBP m"},
          {"first_month", bridge.first_month + 1},
          {"last_month", bridge.last_month + 1},
          {"sides", sides}};
}

}  // namespace uor::report
