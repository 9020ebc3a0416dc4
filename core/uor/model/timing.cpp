#include "core/uor/model/timing.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "core/uor/model/today.hpp"

namespace uor::model {

Timing timing_of(const Quantity& driver, bool decided) {
  const bool of_no_month = driver.plugin == "host" && (driver.unit == "rating" || !driver.id.starts_with("trust."));
  if (of_no_month) return Timing::fixed;
  return driver.driver.lever && !decided ? Timing::after_lead : Timing::after_closed;
}

int acts_from(const SideDriver::Step& step, const Quantity& driver, int closed) {
  switch (step.timing) {
    case Timing::fixed:
      return step.from_month;
    case Timing::after_closed:
      return std::max(step.from_month, closed + 1);
    case Timing::after_lead:
      return std::max(step.from_month,
                      closed + (step.lead_months < 0 ? driver.driver.lead_months : step.lead_months) + 1);
  }
  return step.from_month;
}

namespace {

std::string months(int count) { return fmt::format("{} month{}", count, count == 1 ? "" : "s"); }

/// Rows of the policy's metrics that a driver reaches.
std::vector<std::size_t> reached_metrics(const Plan& plan, std::size_t driver) {
  const std::vector<bool> reached = graph::reachable(plan.wiring, {driver});
  std::vector<std::size_t> metrics;
  for (std::size_t i = 0; i < plan.metrics.size(); ++i) {
    if (reached[plan.metrics[i]]) metrics.push_back(i);
  }
  return metrics;
}

/// Notes on one driver of a side, for trusts that have closed the same months.
class DriverNotes {
 public:
  DriverNotes(const Inputs& inputs, const Plan& plan, int closed, std::set<std::string>& notes)
      : inputs_(inputs), plan_(plan), closed_(closed), notes_(notes) {}

  void add(const SideDriver& driver) {
    const Quantity& quantity = plan_.wiring.quantities[driver.quantity];
    int first = scenario::last_month;
    for (const SideDriver::Step& step : driver.steps) {
      const int from = acts_from(step, quantity, closed_);
      note_start(step, quantity, from);
      if (from <= step.to_month) first = std::min(first, from);
    }
    if (first <= plan_.months) note_published(driver, quantity, first);
  }

 private:
  /// "6 months are closed and it takes 4 months to act".
  std::string reason(const SideDriver::Step& step, const Quantity& quantity) const {
    const bool waits = step.timing == Timing::after_lead && quantity.driver.lead_months > 0;
    const std::string lead = waits ? fmt::format("it takes {} to act", months(quantity.driver.lead_months)) : "";
    if (closed_ == 0) return lead;
    const std::string closed = fmt::format("{} {} closed", months(closed_), closed_ == 1 ? "is" : "are");
    return lead.empty() ? closed : closed + " and " + lead;
  }

  void note_start(const SideDriver::Step& step, const Quantity& quantity, int from) {
    const int lead = quantity.driver.lead_months;
    if (step.timing == Timing::after_closed && quantity.driver.lever && from <= closed_ + lead) {
      notes_.insert(fmt::format("{} takes {} to act: an effect from month {} needs a decision {} before {}",
                                quantity.title, months(lead), from, months(closed_ + lead - from + 1),
                                closed_ == 0 ? "the year began" : "the last closed month ended"));
    }
    const std::string why = reason(step, quantity);
    const bool held = from > step.from_month;
    if (!held && !quantity.driver.lever) return;
    const std::string asked = held && step.from_month > 1 ? fmt::format(", not from month {}", step.from_month) : "";
    const std::string because = held && !why.empty() ? " (" + why + ")" : "";
    if (from > plan_.months) {
      notes_.insert(
          fmt::format("{} cannot act before month {}{}, after the {} of this run: it changes nothing; run more "
                      "months, or write decided = true where the decision came in time",
                      quantity.title, from, because, months(plan_.months)));
    } else if (from > step.to_month) {
      notes_.insert(fmt::format("{} cannot act before month {}{}, and is over in month {}: it changes nothing",
                                quantity.title, from, because, step.to_month));
    } else {
      notes_.insert(fmt::format("{} acts from month {}{}{}", quantity.title, from, asked, because));
    }
  }

  void note_published(const SideDriver& driver, const Quantity& quantity, int from) {
    const std::vector<std::string> late = published_of(inputs_, plan_, driver.quantity, from).too_late;
    if (late.empty()) return;
    notes_.insert(fmt::format("{} changes from month {}: too late to be published before the rating in month {} for {}",
                              quantity.title, from, plan_.assessment_month, fmt::join(late, ", ")));
  }

  const Inputs& inputs_;
  const Plan& plan_;
  int closed_;
  std::set<std::string>& notes_;
};

}  // namespace

Publishing published_of(const Inputs& inputs, const Plan& plan, std::size_t driver, int from) {
  Publishing made;
  for (const std::size_t metric : reached_metrics(plan, driver)) {
    const int lag = plan.publication_lag ? inputs.policy.metrics[metric].lag_months : 0;
    const std::string& title = plan.wiring.quantities[plan.metrics[metric]].title;
    if (from + lag > plan.assessment_month)
      made.too_late.push_back(fmt::format("{} ({})", title, months(lag)));
    else
      made.in_time.push_back(title);
    if (made.first_month == 0 || from + lag < made.first_month) made.first_month = from + lag;
  }
  return made;
}

std::vector<std::string> timing_notes(const Inputs& inputs, const Plan& plan) {
  std::set<std::string> notes;
  const std::string cost = inputs.policy.shown.role("delivery_cost");
  std::set<int> closed;
  for (const trust::Trust& trust : inputs.trusts) closed.insert(closed_months_of(trust));
  for (std::size_t side = 1; side < plan.sides.size(); ++side) {
    for (const int months_closed : closed) {
      DriverNotes of_driver(inputs, plan, months_closed, notes);
      for (const SideDriver& driver : plan.sides[side].drivers)
        if (plan.wiring.quantities[driver.quantity].id != cost) of_driver.add(driver);  // goes with its lever
    }
    notes.insert(plan.sides[side].notes.begin(), plan.sides[side].notes.end());
  }
  return {notes.begin(), notes.end()};
}

}  // namespace uor::model
