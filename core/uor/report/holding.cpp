#include "core/uor/report/holding.hpp"

#include <algorithm>

namespace uor::report {

namespace {

constexpr const char* metric_condition = "metric.";

/// A metric's KLOE, or the plugin that a quantity is named after.
std::string kloe_of(const std::string& quantity, const policy::Policy& policy) {
  const std::string prefix = quantity.substr(0, quantity.find('.') + 1);
  if (prefix == metric_condition) {
    const policy::Metric* metric = policy.find_metric(quantity.substr(prefix.size()));
    return metric == nullptr ? "" : metric->kloe;
  }
  const std::string name = prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
  return policy.rating.find_kloe(name) == nullptr ? "" : name;
}

template <typename Row>
const Row* row_of(const std::vector<Row>& rows, const std::string& id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

template <typename Row>
Holding described(const std::string& id, const Row* row, const policy::Policy& policy) {
  Holding holding{id, id, "", "", "", {}, {}};
  if (row == nullptr) return holding;
  holding.title = row->title;
  holding.standing = std::string(name_of(row->standing));
  for (const policy::Condition& condition : row->conditions) holding.quantities.push_back(condition.quantity);
  if (!row->conditions.empty()) holding.kloe = kloe_of(row->conditions.front().quantity, policy);
  return holding;
}

void add_shares(Holding& holding, const View& view, std::size_t index,
                std::vector<std::uint64_t> tally::SideCounts::*counts) {
  for (std::size_t side = 0; side < view.sides(); ++side) {
    const tally::SideSummary& whole = view.side(side);
    holding.share.push_back(analyse::of_side(whole, [&](const tally::SideCounts& part) {
      const std::uint64_t parts = &part == &whole ? 1 : whole.replicates.size();
      return analyse::share((part.*counts)[index], view.summary.trials / parts);
    }));
  }
}

}  // namespace

std::vector<Holding> limiters_of(const View& view, const policy::Policy& policy) {
  std::vector<Holding> holdings;
  for (std::size_t i = 0; i < view.header.limiters.size(); ++i) {
    const policy::Limiter* row = row_of(policy.rating.limiters, view.header.limiters[i]);
    holdings.push_back(described(view.header.limiters[i], row, policy));
    if (row != nullptr && row->best)
      holdings.back().rating = policy::rating_ids[static_cast<std::size_t>(*row->best - 1)];
    add_shares(holdings.back(), view, i, &tally::SideCounts::limiter_fired);
  }
  return holdings;
}

std::vector<Holding> characteristics_of(const View& view, const policy::Policy& policy) {
  std::vector<Holding> holdings;
  for (std::size_t i = 0; i < view.header.characteristics.size(); ++i) {
    const policy::Characteristic* row = row_of(policy.rating.characteristics, view.header.characteristics[i]);
    holdings.push_back(described(view.header.characteristics[i], row, policy));
    if (row != nullptr) holdings.back().rating = row->rating;
    add_shares(holdings.back(), view, i, &tally::SideCounts::characteristic_held);
  }
  return holdings;
}

Json json_of(const Holding& holding) {
  return {{"id", holding.id},     {"title", holding.title},       {"rating", holding.rating},
          {"kloe", holding.kloe}, {"standing", holding.standing}, {"share", json_list(holding.share)}};
}

}  // namespace uor::report
