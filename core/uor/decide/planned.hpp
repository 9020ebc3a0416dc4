// A plan in words: what is changed of what, from when, by whom and for how much, and whether it is seen in time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/decide/side_odds.hpp"
#include "core/uor/model/delivery.hpp"
#include "core/uor/model/timing.hpp"

namespace uor::decide {

/// What an option does to one driver.
struct PlannedAction {
  std::string name;                     // of its [[action]]; empty: an entry that nobody named
  std::string driver, title, unit;      // "schemes" and its title where the savings programme is another
  std::optional<double> today;          // the driver's mean at the baseline; none: not known
  std::string change;                   // "set to -20 percent", "-1.5 percentage points"
  int asked_month = 1;                  // from which it was asked to act; 1 where nothing was said
  int from_month = 1;                   // in which it first acts
  bool acts = true;                     // within the months of the run
  model::Publishing published;          // of what it moves
  std::string owner, overlaps;          // of its action
  std::optional<model::Delivery> cost;  // none: no action, and so no cost

  /// As tables name it: the action, else what it moves.
  const std::string& label() const { return name.empty() ? driver : name; }
};

struct PlannedOption {
  std::string name, title;
  std::vector<PlannedAction> actions;  // in the order of players_between()
};

/// On the inputs' first trust. Error as model::Model and run::simulate.
std::vector<PlannedOption> planned(const model::Inputs& inputs, const Variants& options, run::Workers& workers);

/// "acts from month 6, not from month 4", "cannot act before month 15: it changes nothing".
std::string start_words(const PlannedAction& action);
/// "GBP 0.05m once and GBP 0.2m a year", with "(assumed)" where it is the policy's; "nothing", "not stated"; empty
/// where nobody asked.
std::string cost_words(const PlannedAction& action);
/// "yes, from month 7", "12 of 20 metrics, from month 7", "no, first in month 14 ...", "moves no metric".
std::string published_words(const PlannedAction& action, int assessment_month);

}  // namespace uor::decide
