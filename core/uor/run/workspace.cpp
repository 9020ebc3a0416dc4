#include "core/uor/run/workspace.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/base/error.hpp"
#include "core/uor/model/calendar.hpp"
#include "core/uor/sdk/plugin.h"
#include "core/uor/tally/kernels.hpp"

namespace uor::run {

Workspace::Workspace(const model::Plan& plan, const policy::Policy& policy, std::size_t capacity, Columns memory)
    : plan_(plan), policy_(policy), capacity_(capacity) {
  lay_out();
  const bool fits = memory.rows() >= rows_ && memory.stride() >= capacity_;
  pool_ = fits ? std::move(memory) : Columns(rows_, capacity_);
  ones_ = Columns(1, capacity_);
  std::fill_n(ones_.row(0), capacity_, 1.0);
  spare_ = Columns(1, capacity_);
}

std::size_t Workspace::reserve(std::size_t rows) {
  const std::size_t first = rows_;
  rows_ += rows;
  return first;
}

std::size_t Workspace::slots(std::size_t quantity) const { return static_cast<std::size_t>(plan_.depth[quantity]) + 1; }

void Workspace::lay_out() {
  const std::vector<Quantity>& quantities = plan_.wiring.quantities;
  profile_.assign(quantities.size(), nullptr);
  anchor_row_.assign(quantities.size(), model::npos);
  first_row_.assign(plan_.sides.size(), std::vector<std::size_t>(quantities.size(), model::npos));
  for (std::size_t q = 0; q < quantities.size(); ++q) {
    if (!plan_.used[q]) continue;
    anchor_row_[q] = reserve(1);
    for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
      if (side == 0 || plan_.sides[side].changed[q]) first_row_[side][q] = reserve(slots(q));
    }
    if (quantities[q].profile.empty()) continue;
    const auto found = policy_.profiles.find(quantities[q].profile);
    if (found == policy_.profiles.end()) {
      throw Error(
          fmt::format("quantity '{}' of plugin '{}' has the season profile '{}', which the policy {} does not give",
                      quantities[q].id, quantities[q].plugin, quantities[q].profile, policy_.name));
    }
    profile_[q] = &found->second;
  }
  for (const model::PublishedMetric& metric : plan_.published) {
    const bool uprated = metric.money && metric.year_ago_fact != model::npos;
    year_ago_row_.push_back(uprated ? reserve(1) : model::npos);
  }
  view_row_.assign(plan_.sides.size(), std::vector<std::size_t>(plan_.accesses.size(), model::npos));
  views_.assign(plan_.sides.size(), std::vector<View>(plan_.accesses.size()));
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
    for (std::size_t a = 0; a < plan_.accesses.size(); ++a) {
      const model::Access& access = plan_.accesses[a];
      const bool needs_view = access.window != 1 || access.lag > 0;
      const bool summed = access.window != 1;  // the view, and what it is made from
      if (needs_view && owner(side, access.quantity) == side) view_row_[side][a] = reserve(summed ? 2 : 1);
    }
  }
}

void Workspace::bind(const model::DriverSource& source, const std::string& trust_code,
                     const std::vector<double>& peers) {
  source_ = &source;
  peers_ = peers;
  trust_code_ = trust_code;
  window_.emplace(source.sampler(), capacity_);
  list_what_is_taken();
}

void Workspace::revisit(int month) {
  month_ = month;
  if (month == 0) forget_views();
}

void Workspace::forget_views() {
  for (std::vector<View>& views : views_) std::fill(views.begin(), views.end(), View{});
}

double* Workspace::row(std::size_t side, std::size_t quantity, int month) {
  return pool_.row(first_row_[side][quantity] + static_cast<std::size_t>(month) % slots(quantity));
}

const double* Workspace::row(std::size_t side, std::size_t quantity, int month) const {
  return pool_.row(first_row_[side][quantity] + static_cast<std::size_t>(month) % slots(quantity));
}

const double* Workspace::current(std::size_t side, std::size_t quantity) const {
  if (month_ == 0) return pool_.row(anchor_row_[quantity]);
  return row(owner(side, quantity), quantity, month_);
}

double Workspace::profile_of(std::size_t quantity, int month) const {
  return profile_[quantity] == nullptr
             ? 1.0
             : (*profile_[quantity])[static_cast<std::size_t>(model::month_of_year(month) - 1)];
}

const double* Workspace::past(std::size_t quantity, int month, double* scratch) const {
  const double* anchor = pool_.row(anchor_row_[quantity]);
  const double season = profile_of(quantity, month);
  if (season == 1.0) return anchor;
  tally::kernels().combine(anchor, season, nullptr, scratch, count_);
  return scratch;
}

/// The months of the window since month 1 are a running sum as long as the window begins where it began a month ago;
/// those before are the anchor times their seasons. Without such months the sum is the view.
const double* Workspace::sum_window(std::size_t side, const model::Access& access, bool goes_on, double* sum,
                                    double* out) {
  const int last = month_ - access.lag;
  const auto first_of = [&](int end) {
    return end - (access.window == UOR_YEAR_TO_DATE ? model::month_of_year(end) : access.window) + 1;
  };
  double season = 0.0;
  for (int month = first_of(last); month <= std::min(last, 0); ++month) season += profile_of(access.quantity, month);
  const double* anchor = pool_.row(anchor_row_[access.quantity]);
  if (last < 1) {
    tally::kernels().combine(anchor, season, nullptr, out, count_);
    return out;
  }
  const int first = std::max(1, first_of(last));
  const bool same_start = goes_on && last > 1 && first == std::max(1, first_of(last - 1));
  if (same_start && season != 0.0) {
    tally::kernels().go_on(row(side, access.quantity, last), sum, anchor, season, out, count_);
    return out;
  }
  for (int month = same_start ? last : first; month <= last; ++month) {
    if (!same_start && month == first) {
      std::copy_n(row(side, access.quantity, month), count_, sum);
    } else {
      tally::kernels().add(row(side, access.quantity, month), sum, count_);
    }
  }
  if (season == 0.0) return sum;
  tally::kernels().combine(anchor, season, sum, out, count_);
  return out;
}

const double* Workspace::read(std::size_t side, std::size_t index) {
  const model::Access& access = plan_.accesses[index];
  if (access.lag == UOR_AT_ANCHOR) return pool_.row(anchor_row_[access.quantity]);
  const std::size_t from = owner(side, access.quantity);
  if (access.window == 1 && month_ - access.lag >= 1) return row(from, access.quantity, month_ - access.lag);
  double* out = pool_.row(view_row_[from][index]);
  if (access.window == 1) return past(access.quantity, month_ - access.lag, out);
  View& view = views_[from][index];
  if (view.month != month_) {
    double* sum = pool_.row(view_row_[from][index] + 1);
    view = {month_, sum_window(from, access, view.month == month_ - 1, sum, out)};
  }
  return view.column;
}

bool Workspace::computes(std::size_t side, std::size_t index) const {
  const model::Access& access = plan_.accesses[index];
  if (access.lag == UOR_AT_ANCHOR || view_row_[owner(side, access.quantity)][index] == model::npos) return false;
  return access.window != 1 || month_ - access.lag < 1;
}

const double* Workspace::read_outturn(std::size_t index) {
  const model::Access& access = plan_.accesses[index];
  const double* anchor = pool_.row(anchor_row_[access.quantity]);
  if (access.lag == UOR_AT_ANCHOR || access.window == 1) return anchor;
  const int last = -access.lag;
  const int months = access.window == UOR_YEAR_TO_DATE ? model::month_of_year(last) : access.window;
  double seasons = 0.0;
  for (int month = last - months + 1; month <= last; ++month) seasons += profile_of(access.quantity, month);
  double* out = pool_.row(view_row_[0][index]);
  tally::kernels().combine(anchor, seasons, nullptr, out, count_);
  return out;
}

const double* Workspace::read_anchor(std::size_t index) const {
  return pool_.row(anchor_row_[plan_.accesses[index].quantity]);
}

void Workspace::check_range(std::size_t side, std::size_t quantity, const double* column) const {
  const Quantity& driver = plan_.wiring.quantities[quantity];
  if (tally::kernels().inside(column, count_, driver.lower, driver.upper)) return;
  for (std::size_t i = 0; i < count_; ++i) {
    if (column[i] >= driver.lower && column[i] <= driver.upper) continue;
    throw Error(
        fmt::format("driver '{}' is {} in trial {}, month {} of trust {}, scenario '{}', outside what is possible "
                    "({} to {} {}); narrow the change or truncate its distribution",
                    driver.id, column[i], first_trial_ + i, month_, trust_code_, plan_.sides[side].name, driver.lower,
                    driver.upper, driver.unit),
        Fault::run);
  }
}

}  // namespace uor::run
