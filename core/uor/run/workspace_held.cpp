// The baseline's columns, left for later runs and taken from earlier ones.
#include <algorithm>

#include "core/uor/run/baseline.hpp"
#include "core/uor/run/workspace.hpp"

namespace uor::run {

void Workspace::start_from(const Baseline& held, std::uint64_t first_trial, std::size_t count) {
  first_trial_ = first_trial;
  count_ = count;
  median_ = false;
  month_ = 0;
  if (!source_->side_streams().empty()) window_->start(first_trial, count, source_->side_streams());
  forget_views();
  for (std::size_t i = 0; i < held.quantities().size(); ++i) {
    const std::size_t quantity = held.quantities()[i];
    std::copy_n(held.column(i, 0, first_trial), count_, pool_.row(anchor_row_[quantity]));
    if (plan_.wiring.quantities[quantity].kind != Kind::driver) continue;
    for (int month = 0; month <= plan_.depth[quantity]; ++month) {  // what is held for the run is the same in all
      std::copy_n(held.column(i, 1, first_trial), count_, row(0, quantity, month));
    }
  }
  for (const auto& [name, quantity] : plan_.profiles) std::fill_n(pool_.row(anchor_row_[quantity]), count_, 1.0);
  fill_year_ago();
}

/// A column that start_from() left, or that nobody reads in months, is not taken again.
void Workspace::list_what_is_taken() {
  read_ = read_of_baseline(plan_);
  const auto leave = [&](std::size_t quantity) { read_.each_month[quantity] = read_.when_summed[quantity] = false; };
  for (std::size_t q = 0; q < plan_.only_anchored.size(); ++q)
    if (plan_.only_anchored[q]) leave(q);
  for (const model::DriverSource::Baseline& driver : source_->baseline())
    if (!source_->monthly(driver.quantity)) leave(driver.quantity);
}

void Workspace::advance_from(const Baseline& held, int month) {
  month_ = month;
  const bool summed = plan_.summarises(month);
  if (!source_->side_streams().empty()) window_->advance(month);
  for (std::size_t i = 0; i < held.quantities().size(); ++i) {
    const std::size_t quantity = held.quantities()[i];
    if (read_.each_month[quantity] || (summed && read_.when_summed[quantity]))
      std::copy_n(held.column(i, month, first_trial_), count_, row(0, quantity, month));
  }
  fill_profiles();
  for (std::size_t side = 1; side < plan_.sides.size(); ++side) change_drivers(side);
}

void Workspace::leave_in(Baseline& held) const {
  for (std::size_t i = 0; i < held.quantities().size(); ++i) {
    const std::size_t quantity = held.quantities()[i];
    const double* column = month_ == 0 ? pool_.row(anchor_row_[quantity]) : row(0, quantity, month_);
    std::copy_n(column, count_, held.column(i, month_, first_trial_));
  }
}

}  // namespace uor::run
