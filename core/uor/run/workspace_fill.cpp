// Drivers, profiles and published figures: what the host itself writes into the columns.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/uor/model/calendar.hpp"
#include "core/uor/run/moving_benchmarks.hpp"
#include "core/uor/run/workspace.hpp"
#include "core/uor/tally/kernels.hpp"

namespace uor::run {

void Workspace::fill_baseline(const model::DriverSource::Baseline& driver, double* out) const {
  if (driver.stream == model::npos) {
    std::fill(out, out + count_, driver.constant);
  } else if (median_) {
    std::fill(out, out + count_, (*driver.marginal)(0.0));
  } else {
    driver.marginal->map(window_->z(driver.stream), out, count_);
  }
  if (driver.ratio_of == model::npos) return;
  const double* base = row(0, driver.ratio_of, 0);
  for (std::size_t i = 0; i < count_; ++i) out[i] *= base[i];
}

void Workspace::fill_anchor(const model::DriverSource::Baseline& driver) {
  double* anchor = pool_.row(anchor_row_[driver.quantity]);
  if (driver.stream != model::npos && driver.each != Each::run) {
    std::fill(anchor, anchor + count_, (*driver.marginal)(0.0));
    return;
  }
  const double* held = row(0, driver.quantity, 0);
  std::copy(held, held + count_, anchor);
}

void Workspace::start(std::uint64_t first_trial, std::size_t count) {
  first_trial_ = first_trial;
  count_ = count;
  median_ = false;
  window_->start(first_trial, count);
  fill_held();
}

void Workspace::start_at_median(std::size_t count) {
  first_trial_ = 0;
  count_ = count;
  median_ = true;
  fill_held();
}

void Workspace::fill_held() {
  month_ = 0;
  forget_views();
  for (const model::DriverSource::Baseline& driver : source_->baseline()) {
    if (driver.stream == model::npos || driver.each == Each::run) {
      double* held = row(0, driver.quantity, 0);
      fill_baseline(driver, held);
      if (!std::isnan(driver.constant)) check_range(0, driver.quantity, held);
      for (int month = 1; month <= plan_.depth[driver.quantity]; ++month) {
        std::copy(held, held + count_, row(0, driver.quantity, month));
      }
    }
    fill_anchor(driver);
  }
  for (const auto& [name, quantity] : plan_.profiles) {
    std::fill_n(pool_.row(anchor_row_[quantity]), count_, 1.0);
  }
  fill_year_ago();
}

void Workspace::fill_year_ago() {
  for (std::size_t i = 0; i < year_ago_row_.size(); ++i) {
    if (year_ago_row_[i] == model::npos) continue;
    const double* fact = row(0, plan_.published[i].year_ago_fact, 0);
    tally::kernels().combine(fact, plan_.last_year_prices, nullptr, pool_.row(year_ago_row_[i]), count_);
  }
}

const double* Workspace::year_ago(std::size_t position) const {
  const std::size_t fact = plan_.published[position].year_ago_fact;
  if (fact == model::npos) return nullptr;
  return year_ago_row_[position] == model::npos ? row(0, fact, 0) : pool_.row(year_ago_row_[position]);
}

void Workspace::open_outturn() { month_ = 0; }

void Workspace::close_outturn() {
  month_ = 1;
  for (std::size_t q = 0; q < plan_.used.size(); ++q) {
    if (!plan_.used[q]) continue;
    for (std::size_t side = 0; side < plan_.sides.size(); ++side) {
      if (first_row_[side][q] == model::npos) continue;
      std::copy_n(pool_.row(anchor_row_[q]), count_, row(side, q, 1));
    }
  }
}

void Workspace::stand_as_reported(std::size_t side) {
  for (const model::PublishedMetric& metric : plan_.published) {
    if (metric.of_accounts || owner(side, metric.metric) != side) continue;
    std::copy_n(pool_.row(anchor_row_[metric.metric]), count_, row(side, metric.metric, month_));
  }
}

void Workspace::advance(int month) {
  month_ = month;
  if (!median_) window_->advance(month);
  for (const model::DriverSource::Baseline& driver : source_->baseline()) {
    if (driver.stream == model::npos || driver.each == Each::run) continue;
    fill_baseline(driver, row(0, driver.quantity, month));
    check_range(0, driver.quantity, row(0, driver.quantity, month));
  }
  fill_profiles();
  for (std::size_t side = 0; side < plan_.sides.size(); ++side) change_drivers(side);
}

void Workspace::fill_profiles() {
  for (const auto& [name, quantity] : plan_.profiles) {
    const double season = policy_.profiles.at(name)[static_cast<std::size_t>(model::month_of_year(month_) - 1)];
    std::fill_n(row(0, quantity, month_), count_, season);
  }
}

void Workspace::change_drivers(std::size_t side) {
  const int month = month_;
  for (const model::DriverSource::Changed& driver : source_->changed(side)) {
    if (first_row_[side][driver.quantity] == model::npos) continue;  // nothing reads it
    double* value = row(side, driver.quantity, month);
    if (driver.from_driver != model::npos) {
      fill_baseline(source_->baseline()[driver.from_driver], value);
    } else {
      const double* held = row(0, driver.quantity, month);
      std::copy(held, held + count_, value);
    }
    for (const model::DriverSource::Step& step : driver.steps) {
      if (month < step.from_month || month > step.to_month) continue;
      model::DriverSource::apply(step, step.stream == model::npos ? nullptr : window_->z(step.stream), value, value,
                                 count_);
    }
    check_range(side, driver.quantity, value);
  }
}

tally::MetricView Workspace::metric_in(std::size_t side, std::size_t position, int month) const {
  const model::PublishedMetric& metric = plan_.published[position];
  if (month >= 1) return {row(owner(side, metric.metric), metric.metric, month), nullptr, 0};
  return {pool_.row(anchor_row_[metric.metric]), year_ago(position), std::min(1.0, -month / 12.0)};
}

const double* Workspace::index_in(std::size_t side, int month) const {
  return month >= 1 ? row(owner(side, plan_.cost_index), plan_.cost_index, month) : ones_.row(0);
}

double* Workspace::host_output(std::size_t side, std::size_t quantity) {
  if (quantity == model::npos || (side > 0 && !plan_.sides[side].changed[quantity])) return nullptr;
  return month_ == 0 ? anchor_output(quantity) : row(side, quantity, month_);
}

void Workspace::publish_metric(std::size_t side, std::size_t position) {
  const model::PublishedMetric& metric = plan_.published[position];
  const int known = month_ - metric.lag_months, figure = source_->figure_month()[position];
  const bool fresher = figure > known && figure <= month_;  // the trust's own figure, where it gave one
  const double fresh = fresher ? plan_.fresh_credibility : 0.0;
  const int own = fresher ? std::max(figure, 0) : month_;
  // Prices apart from what is blended, so that what is published keeps its distance from benchmarks in a price shock.
  const auto index = [&](int month) { return metric.money ? index_in(side, month) : nullptr; };
  const auto write = [&](std::size_t quantity, int back) {
    double* out = host_output(side, quantity);
    if (out == nullptr) return;
    tally::kernels().publish({metric_in(side, position, known - back), metric_in(side, position, own - back),
                              index(known), index(own), index(known - back), index(own - back), fresh},
                             out, count_);
  };
  write(metric.published, 0);
  write(metric.year_ago, 12);
  publish_benchmarks(side, position, index(known), index(own), fresh);
}

/// As reported, against the reported figure of a year ago; a fresher figure counts against what was published before
/// it, which lies on the line from a year ago. All in the prices of the figures.
void Workspace::publish_today(std::size_t side, std::size_t position) {
  const model::PublishedMetric& metric = plan_.published[position];
  const int known = source_->now() - metric.lag_months, figure = source_->figure_month()[position];
  const double* now = metric.of_accounts ? current(side, metric.metric) : pool_.row(anchor_row_[metric.metric]);
  const double* before = year_ago(position);
  const tally::MetricView reported{now, nullptr, 0};
  const tally::MetricView published =
      figure > known && metric.lag_months > 0
          ? tally::MetricView{now, before, std::min(1.0, static_cast<double>(figure - known) / 12)}
          : reported;
  if (double* out = host_output(side, metric.published)) {
    tally::kernels().publish({published, reported, nullptr, nullptr, nullptr, nullptr, plan_.fresh_credibility}, out,
                             count_);
  }
  if (double* out = host_output(side, metric.year_ago)) {
    if (before == nullptr) {
      std::fill_n(out, count_, std::numeric_limits<double>::quiet_NaN());
    } else {
      std::copy_n(before, count_, out);
    }
  }
  publish_benchmarks(side, position, nullptr, nullptr, 0.0);
}

void Workspace::publish_benchmarks(std::size_t side, std::size_t position, const double* index_known,
                                   const double* index_own, double fresh) {
  const model::PublishedMetric& metric = plan_.published[position];
  for (std::size_t s = 0; s < metric.benchmark.size(); ++s) {
    double* out = host_output(side, metric.benchmark[s]);
    if (out == nullptr) continue;
    if (moving_ != nullptr) {
      moving_->fill(trust_, side, position, s, month_, first_trial_, count_, out, tile_);
      continue;
    }
    const double statistic = s == metric.statistic.size() ? peers_[position] : metric.statistic[s];
    if (index_known != nullptr) {
      tally::kernels().index(statistic, index_known, index_own, fresh, out, count_);
    } else {
      std::fill_n(out, count_, statistic);
    }
  }
}

const double* Workspace::benchmark_now(std::size_t side, std::size_t position, std::size_t statistic,
                                       double* scratch) const {
  const model::PublishedMetric& metric = plan_.published[position];
  const double* benchmark = current(side, metric.benchmark[statistic]);
  if (!metric.money || metric.lag_months == 0) return benchmark;
  const double *known = index_in(side, month_ - metric.lag_months), *now = index_in(side, month_);
  for (std::size_t t = 0; t < count_; ++t) {
    scratch[t] = benchmark[t] * now[t] / (known[t] + plan_.fresh_credibility * (now[t] - known[t]));
  }
  return scratch;
}

void Workspace::compare_with(const MovingBenchmarks* moving, std::size_t trust) {
  moving_ = moving;
  trust_ = trust;
  if (moving != nullptr && tile_.rows() == 0) tile_ = moving->tile();
}

void Workspace::publish(std::size_t side) {
  const bool today = plan_.today && (month_ == 0 || month_ == plan_.assessment_month);
  for (std::size_t i = 0; i < plan_.published.size(); ++i) {
    if (today) {
      publish_today(side, i);
    } else {
      publish_metric(side, i);
    }
  }
}

}  // namespace uor::run
