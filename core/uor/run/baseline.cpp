#include "core/uor/run/baseline.hpp"

#include <algorithm>
#include <utility>

#include "core/uor/base/error.hpp"

namespace uor::run {
namespace {

/// Marks what is read.
class Readers {
 public:
  explicit Readers(const model::Plan& plan) : plan_(plan), read_(plan.wiring.quantities.size(), false) {
    add_nodes();
    add_rating();
    for (const model::PublishedMetric& metric : plan.published) add(metric.metric, metric.year_ago_fact);
    add(plan.cost_index);
    for (const std::size_t score : plan.beside) add(score);
    for (const model::Side& side : plan.sides) {
      for (const model::SideDriver& driver : side.drivers) add(driver.quantity);
    }
  }

  std::vector<bool> read() && { return std::move(read_); }

 private:
  template <class... Quantities>
  void add(Quantities... quantities) {
    for (const std::size_t quantity : {quantities...}) {
      if (quantity != model::npos) read_[quantity] = true;
    }
  }
  template <class List>
  void add_all(const List& quantities) {
    for (const std::size_t quantity : quantities) add(quantity);
  }

  void add_nodes() {
    for (const auto* phase : {&plan_.phase_one, &plan_.phase_two}) {
      for (const model::PlannedNode& node : *phase) {
        if (std::find(node.on_side.begin() + 1, node.on_side.end(), true) == node.on_side.end()) continue;
        for (const std::size_t access : node.accesses) add(plan_.accesses[access].quantity);
      }
    }
  }

  void add_rating() {
    add(plan_.judgement, plan_.agreement);
    add_all(plan_.scores);
    add_all(plan_.quality);
    add_all(plan_.quality_fact);
    for (const model::PlannedIndicator& row : plan_.indicators) add(row.quantity);
    for (const model::PlannedLimiter& row : plan_.limiters) {
      add(row.chance);
      if (row.line != model::npos) add(row.line);
      add_all(row.quantities);
    }
    for (const model::PlannedCharacteristic& row : plan_.characteristics) {
      add_all(row.quantities);
      add_all(row.against);
    }
  }

  const model::Plan& plan_;
  std::vector<bool> read_;
};

std::vector<std::size_t> quantities_read(const model::Plan& plan) {
  const ReadOfBaseline read = read_of_baseline(plan);
  std::vector<std::size_t> all;
  for (std::size_t q = 0; q < read.each_month.size(); ++q) {
    if ((read.each_month[q] || read.when_summed[q]) && plan.used[q]) all.push_back(q);
  }
  return all;
}

bool leaves_baseline(const model::Sides& sides, std::size_t trust) { return sides.sources()[trust]->leaves_baseline(); }

/// Single trials of more than ratings and the latent come from columns that are not held.
bool keeps_columns(const model::Keep& keep) {
  return keep.scores || keep.metrics || keep.metrics_by_month || keep.drivers || keep.quantities || keep.evidence ||
         !keep.watched.empty();
}

}  // namespace

ReadOfBaseline read_of_baseline(const model::Plan& plan) {
  ReadOfBaseline read{Readers(plan).read(), std::vector<bool>(plan.wiring.quantities.size(), false)};
  for (const std::size_t quantity : plan.summarised) read.when_summed[quantity] = true;
  return read;
}

Baseline::Baseline(const model::Sides& sides, const tally::TrialRange& range)
    : sides_(sides),
      range_(range),
      quantities_(quantities_read(sides.plan())),
      values_((static_cast<std::size_t>(sides.plan().months) + 1) * quantities_.size(),
              round_up(range.count, lane_count)) {
  const model::Plan& plan = sides.plan();
  if (!plan.moving && !plan.on_outturn() && leaves_baseline(sides, range.trust)) return;
  throw Error("the baseline of these sides cannot be held (their draws or benchmarks make it another), run them whole");
}

bool Baseline::serves(const model::Sides& sides, const tally::TrialRange& range) const {
  const bool alike = &sides.inputs() == &sides_.inputs() && range.trust == range_.trust &&
                     range.first >= range_.first && range.end() <= range_.end();
  if (!alike || !leaves_baseline(sides, range.trust) || keeps_columns(sides.plan().wanted.keep)) return false;
  const std::vector<std::size_t> read = quantities_read(sides.plan());
  return std::includes(quantities_.begin(), quantities_.end(), read.begin(), read.end());
}

}  // namespace uor::run
