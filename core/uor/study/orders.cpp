#include "core/uor/study/orders.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "core/uor/sample/philox.hpp"

namespace uor::study {

namespace {

/// What each player has added so far, by order and by trial.
class Marginals {
 public:
  Marginals(std::size_t players, std::vector<double> none, std::vector<double> all)
      : none_(std::move(none)), all_(std::move(all)), sums_(players), squares_(players) {
    by_trial_.assign(players, std::vector<double>(none_.size()));
  }

  /// The means that players add when they join in this order.
  std::vector<double> join(const std::vector<std::size_t>& order, const ValuesOf& values) {
    std::vector<bool> joined(order.size(), false);
    std::vector<double> before = none_, added(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      joined[order[i]] = true;
      std::vector<double> after = i + 1 < order.size() ? values(joined) : all_;
      for (std::size_t t = 0; t < after.size(); ++t) by_trial_[order[i]][t] += after[t] - before[t];
      added[order[i]] = mean_of(after).value - mean_of(before).value;
      before = std::move(after);
    }
    return added;
  }

  void add_pair(const std::vector<double>& one, const std::vector<double>& reverse) {
    ++pairs_;
    for (std::size_t p = 0; p < one.size(); ++p) {
      const double mean = (one[p] + reverse[p]) / 2;
      sums_[p] += mean;
      squares_[p] += mean * mean;
    }
  }

  double order_error(std::size_t player) const {
    const double count = static_cast<double>(pairs_), mean = sums_[player] / count;
    return pairs_ < 2 ? 0 : std::sqrt(std::fmax(0.0, squares_[player] / count - mean * mean) / (count - 1));
  }

  Attribution attribution() const {
    Attribution made;
    made.from = mean_of(none_).value;
    made.to = mean_of(all_).value;
    std::vector<double> change(all_.size());
    for (std::size_t t = 0; t < change.size(); ++t) change[t] = all_[t] - none_[t];
    made.total = {made.to - made.from, mean_of(change).error};
    for (std::size_t p = 0; p < sums_.size(); ++p) {
      const double of_trials = mean_of(by_trial_[p]).error / (2 * static_cast<double>(pairs_));
      made.shares.push_back({sums_[p] / static_cast<double>(pairs_), std::hypot(of_trials, order_error(p))});
    }
    return made;
  }

 private:
  std::vector<double> none_, all_;
  std::vector<std::vector<double>> by_trial_;  // [player][trial], added up over orders
  std::vector<double> sums_, squares_;         // [player], over pairs
  std::size_t pairs_ = 0;
};

bool settled(const Marginals& marginals, std::size_t players, double error) {
  for (std::size_t p = 0; p < players; ++p)
    if (marginals.order_error(p) > error) return false;
  return true;
}

}  // namespace

std::vector<std::size_t> order_of_joining(std::size_t count, std::uint64_t seed, std::uint32_t number) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const sample::Key key = {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
  for (std::size_t left = count; left > 1; --left) {
    const sample::Counter words = sample::philox4x32({static_cast<std::uint32_t>(left), number, 0, 0}, key);
    const double u = sample::uniform_of(words[0]);
    std::swap(order[left - 1], order[static_cast<std::size_t>(u * static_cast<double>(left))]);
  }
  return order;
}

OrdersAttribution shapley_by_orders(std::size_t players, const ValuesOf& values, const OrdersRule& rule) {
  Marginals marginals(players, values(std::vector<bool>(players, false)), values(std::vector<bool>(players, true)));
  OrdersAttribution made;
  while (made.pairs < rule.most_pairs && !made.settled) {
    std::vector<std::size_t> order = order_of_joining(players, rule.seed, static_cast<std::uint32_t>(made.pairs));
    const std::vector<double> one = marginals.join(order, values);
    std::reverse(order.begin(), order.end());
    marginals.add_pair(one, marginals.join(order, values));
    ++made.pairs;
    made.settled = made.pairs >= rule.fewest_pairs && settled(marginals, players, rule.error);
  }
  made.attribution = marginals.attribution();
  return made;
}

}  // namespace uor::study
