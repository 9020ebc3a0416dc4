// What is shown beside the rating and in which lines, as rows of the policy; none of them moves a rating.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace uor::policy {

/// One term of a line: `times` x a quantity (x another one), or an earlier or later line's value, or a fact of the
/// trust; with none of them the number `times` itself.
struct Term {
  std::string quantity, of, step, fact;
  double times = 1;
  bool of_last_month = false;  // in a bridge: else of all its months
};

/// A line of the statement or a step of a bridge.
struct ShownLine {
  std::string id, title;
  bool total = false;  // a balance; else a part of one
  bool shown = true;   // false: other lines are made of it
  bool rare = false;   // left out where it is 0 in every month of every side
  std::vector<Term> sum;
};

/// A quantity by month, in one part of the page: statement, fund or support.
struct MonthLine {
  std::string quantity, part;
  bool on_page = false, in_workbook = false;  // drawn there
};

/// A line of the statement of one trial.
struct TrialLine {
  std::string quantity, title;
  bool rare = false;  // left out where every month has 0
};

/// A line in which a trust file is echoed: the fact of `field`, else what the terms make of month 0.
struct TrustLine {
  std::string section, title, field, unit, words, note;
  std::vector<Term> sum;
};

/// One of the scores that a score beside the rating is made of.
struct PartBeside {
  std::string quantity, title;
};

/// A score 1 (best) to 4 that is counted by month beside the rating.
struct ShownBeside {
  std::string id, title, quantity;
  std::vector<PartBeside> parts;
};

/// What is read beside the initial metrics: a sum of metrics, or `times` x one flow over another in a year.
struct ShownRatio {
  std::string id, title, unit;
  std::vector<std::string> metrics;
  std::string over, under;
  double times = 1;
};

struct Shown {
  std::vector<ShownLine> statement, bridge, own_forecast, pounds;
  std::vector<MonthLine> month_lines;
  std::vector<TrialLine> trial_lines;
  std::vector<TrustLine> trust_lines;
  std::vector<ShownBeside> beside;
  std::vector<ShownRatio> ratios;
  std::vector<std::string> typical_schemes;  // names of the schemes, by slot, of a trust that states none
  std::map<std::string, std::string> roles;  // the quantity that plays a part in sentences or in the savings programme

  bool is_part_beside(const std::string& quantity) const {
    return std::any_of(beside.begin(), beside.end(), [&](const ShownBeside& row) {
      return std::any_of(row.parts.begin(), row.parts.end(),
                         [&](const PartBeside& part) { return part.quantity == quantity; });
    });
  }

  /// The quantity of a role; "" when no row names one.
  std::string role(const std::string& name) const {
    const auto found = roles.find(name);
    return found == roles.end() ? "" : found->second;
  }
};

}  // namespace uor::policy
