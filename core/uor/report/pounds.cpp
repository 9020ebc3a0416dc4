#include "core/uor/report/pounds.hpp"

#include "core/uor/report/bridge.hpp"
#include "core/uor/report/line.hpp"

namespace uor::report {

namespace {

constexpr std::size_t full_year = 12;

std::vector<BridgeStep> steps_between(const SideView& from, const SideView& to,
                                      const std::vector<policy::ShownLine>& lines, std::size_t first,
                                      std::size_t last) {
  return steps_of(lines, [&](const policy::Term& term) {
    const auto sum = [&](const SideView& side) { return mean_sum(side.view, term.quantity, side.side, first, last); };
    return sum(to) - sum(from);
  });
}

}  // namespace

Pounds pounds_of(const SideView& from, const SideView& to, const policy::Shown& rows) {
  const View& view = from.view;
  Pounds pounds{view.april(), view.assessment(), {}};
  if (!has_quantities_of(view, rows.pounds) || !has_quantities_of(to.view, rows.pounds)) return pounds;
  for (const BridgeStep& step : steps_between(from, to, rows.pounds, pounds.first_month, pounds.last_month))
    pounds.lines.push_back({step.id, step.title, step.total, step.mean_gbp_m, {}});
  const std::size_t next = view.april() + full_year;
  if (view.months() < next + full_year || to.view.months() < next + full_year) return pounds;
  const std::vector<BridgeStep> full = steps_between(from, to, rows.pounds, next, next + full_year - 1);
  for (std::size_t i = 0; i < full.size(); ++i) pounds.lines[i].full_year_gbp_m = full[i].mean_gbp_m;
  return pounds;
}

Json json_of(const PoundsLine& line) {
  return {{"id", line.id},
          {"title", line.title},
          {"total", line.total},
          {"year", line.year_gbp_m},
          {"full_year", line.full_year_gbp_m ? Json(*line.full_year_gbp_m) : Json(nullptr)}};
}

Json json_of(const Pounds& pounds) {
  return {{"unit", "GBP m"},
          {"first_month", pounds.first_month + 1},
          {"last_month", pounds.last_month + 1},
          {"lines", json_list(pounds.lines)}};
}

}  // namespace uor::report
