#include "core/uor/report/bridge.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/report/line.hpp"

namespace uor::report {

namespace {

/// Values of lines of which some are made of others.
class Steps {
 public:
  Steps(const std::vector<policy::ShownLine>& lines, const std::function<double(const policy::Term&)>& value)
      : lines_(lines), value_(value) {}

  double of(const policy::ShownLine& line, std::size_t depth = 0) const {
    if (depth > lines_.size()) return std::nan("");  // a line that is made of itself
    double sum = 0;
    for (std::size_t i = 0; i < line.sum.size(); ++i) {
      const policy::Term& term = line.sum[i];
      const double value = term.times * (term.step.empty() ? value_(term) : of(named(term.step), depth + 1));
      sum = i == 0 ? value : sum + value;
    }
    return sum;
  }

 private:
  const policy::ShownLine& named(const std::string& id) const {
    return *std::find_if(lines_.begin(), lines_.end(), [&](const policy::ShownLine& line) { return line.id == id; });
  }

  const std::vector<policy::ShownLine>& lines_;
  const std::function<double(const policy::Term&)>& value_;
};

}  // namespace

bool has_quantities_of(const View& view, const std::vector<policy::ShownLine>& lines) {
  return !lines.empty() && std::all_of(lines.begin(), lines.end(), [&](const policy::ShownLine& line) {
    return line.rare || std::all_of(line.sum.begin(), line.sum.end(), [&](const policy::Term& term) {
             return term.quantity.empty() || view.find(term.quantity);
           });
  });
}

std::vector<BridgeStep> steps_of(const std::vector<policy::ShownLine>& lines,
                                 const std::function<double(const policy::Term&)>& value) {
  const Steps steps(lines, value);
  std::vector<BridgeStep> shown;
  for (const policy::ShownLine& line : lines)
    if (line.shown) shown.push_back({line.id, line.title, line.total, steps.of(line)});
  return shown;
}

Bridge bridge_of(const View& view, const policy::Shown& rows) {
  Bridge bridge{view.april(), view.assessment(), {}};
  if (!has_quantities_of(view, rows.bridge)) return bridge;
  for (std::size_t side = 0; side < view.sides(); ++side) {
    bridge.sides.push_back(steps_of(rows.bridge, [&](const policy::Term& term) {
      const std::size_t first = term.of_last_month ? bridge.last_month : bridge.first_month;
      return mean_sum(view, term.quantity, side, first, bridge.last_month);
    }));
  }
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
