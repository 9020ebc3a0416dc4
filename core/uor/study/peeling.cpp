#include "core/uor/study/peeling.hpp"

#include <algorithm>
#include <cmath>

namespace uor::study {

namespace {

constexpr std::uint16_t last_level = static_cast<std::uint16_t>(Levelled::levels - 1);
constexpr double least_lift = 1e-9;  // of a mean between 0 and 1: less is rounding
constexpr int most_passes = 8;       // over the edges

}  // namespace

Peeling::Peeling(std::span<const Column> columns, Column outcome, const std::vector<std::uint32_t>& trials)
    : left_(trials.size()),
      counts_(columns.size() * Levelled::levels),
      sums_(columns.size() * Levelled::levels),
      limits_{std::vector<std::uint16_t>(columns.size(), 0), std::vector<std::uint16_t>(columns.size(), last_level)} {
  for (const Column column : columns) columns_.emplace_back(column, trials);
  for (std::size_t place = 0; place < trials.size(); ++place) {
    left_[place] = static_cast<std::uint32_t>(place);
    outcome_.push_back(outcome[trials[place]]);
    total_ += outcome_.back();
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      ++counts_[c * Levelled::levels + columns_[c].at(place)];
      sums_[c * Levelled::levels + columns_[c].at(place)] += outcome_.back();
    }
  }
  sum_ = total_;
}

void Peeling::note() {
  const double count = static_cast<double>(left_.size());
  steps_.push_back(limits_);
  path_.push_back({count / static_cast<double>(outcome_.size()), sum_ / count, total_ > 0 ? sum_ / total_ : 0});
}

void Peeling::peel(const PrimRule& rule) {
  note();
  while (const std::optional<End> end = best_end(rule)) {
    take(*end);
    note();
  }
}

std::optional<Peeling::End> Peeling::end_of(std::size_t column, bool low, std::size_t least) const {
  const std::size_t levels = static_cast<std::size_t>(limits_.high[column] - limits_.low[column]);
  End end{column, 0, 0, low, 0};
  for (std::size_t i = 0; i < levels && end.count < least; ++i) {
    const std::size_t level = low ? limits_.low[column] + i : limits_.high[column] - i;
    end.count += counts_[column * Levelled::levels + level];
    end.sum += sums_[column * Levelled::levels + level];
    end.to = static_cast<std::uint16_t>(low ? level + 1 : level - 1);
  }
  if (end.count < least || end.count >= left_.size()) return {};
  return end;
}

/// That whose loss lifts the mean most for each trial that it takes; none where no loss lifts it.
std::optional<Peeling::End> Peeling::best_end(const PrimRule& rule) const {
  const double count = static_cast<double>(left_.size()), mean = sum_ / count;
  const auto least = static_cast<std::size_t>(std::ceil(rule.peel * count));
  std::optional<End> best;
  double most = least_lift / count;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    for (const bool low : {true, false}) {
      const std::optional<End> end = end_of(column, low, least);
      if (!end) continue;
      const double after = count - static_cast<double>(end->count);
      if (after < rule.least_mass * static_cast<double>(outcome_.size())) continue;
      const double gain = ((sum_ - end->sum) / after - mean) / static_cast<double>(end->count);
      if (gain > most) {
        most = gain;
        best = end;
      }
    }
  }
  return best;
}

void Peeling::drop(std::uint32_t place) {
  sum_ -= outcome_[place];
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    --counts_[c * Levelled::levels + columns_[c].at(place)];
    sums_[c * Levelled::levels + columns_[c].at(place)] -= outcome_[place];
  }
}

void Peeling::take(const End& end) {
  (end.low ? limits_.low : limits_.high)[end.column] = end.to;
  std::size_t kept = 0;
  for (const std::uint32_t place : left_) {
    if (holds(limits_, end.column, place)) {
      left_[kept++] = place;
    } else {
      drop(place);
    }
  }
  left_.resize(kept);
}

bool Peeling::holds(const Limits& limits, std::size_t column, std::size_t place) const {
  const std::uint16_t level = columns_[column].at(place);
  return level >= limits.low[column] && level <= limits.high[column];
}

Limits Peeling::best(double level) const {
  std::size_t best = 0;
  const auto excess = [&](const Caught& caught) { return caught.mass * (caught.density - level); };
  for (std::size_t i = 1; i < path_.size(); ++i)
    if (excess(path_[i]) > excess(path_[best])) best = i;
  Limits limits = steps_[best];
  for (int pass = 0; pass < most_passes; ++pass) {
    bool moved = false;
    for (std::size_t column = 0; column < columns_.size(); ++column)
      if (limits.low[column] > 0 || limits.high[column] < last_level)
        moved = move_edges(limits, column, level) || moved;
    if (!moved) break;
  }
  return limits;
}

/// Of trials that all other columns' limits hold.
std::vector<double> Peeling::excess_by_level(const Limits& limits, std::size_t column, double level) const {
  std::vector<std::size_t> others;
  for (std::size_t c = 0; c < columns_.size(); ++c)
    if (c != column && (limits.low[c] > 0 || limits.high[c] < last_level)) others.push_back(c);
  std::vector<double> excess(Levelled::levels);
  for (std::size_t place = 0; place < outcome_.size(); ++place) {
    if (std::all_of(others.begin(), others.end(), [&](std::size_t c) { return holds(limits, c, place); }))
      excess[columns_[column].at(place)] += outcome_[place] - level;
  }
  return excess;
}

/// An edge that is not limited stays so.
bool Peeling::move_edges(Limits& limits, std::size_t column, double level) const {
  const std::vector<double> excess = excess_by_level(limits, column, level);
  const std::uint16_t low = limits.low[column], high = limits.high[column];
  double sum = 0, most = 0;
  for (int at = high; at >= 0 && low > 0; --at) {
    sum += excess[static_cast<std::size_t>(at)];
    if (sum >= most) {
      most = sum;
      limits.low[column] = static_cast<std::uint16_t>(at);
    }
  }
  sum = most = 0;
  for (int at = limits.low[column]; at <= last_level && high < last_level; ++at) {
    sum += excess[static_cast<std::size_t>(at)];
    if (sum >= most) {
      most = sum;
      limits.high[column] = static_cast<std::uint16_t>(at);
    }
  }
  return limits.low[column] != low || limits.high[column] != high;
}

Box Peeling::box_of(const Limits& limits) const {
  Box box;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    if (limits.low[c] == 0 && limits.high[c] == last_level) continue;
    BoxSide side;
    side.column = c;
    if (limits.low[c] > 0) side.low = columns_[c].edge(limits.low[c]);
    if (limits.high[c] < last_level) side.high = columns_[c].edge(limits.high[c] + 1u);
    box.sides.push_back(side);
  }
  return box;
}

}  // namespace uor::study
