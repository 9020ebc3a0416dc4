#include "core/uor/analyse/worth.hpp"

#include <cassert>
#include <cmath>

namespace uor::analyse {

void Correlation::add(double x, double y) {
  if (count_++ == 0) {
    first_x_ = x;
    first_y_ = y;
  }
  const double dx = x - first_x_, dy = y - first_y_;
  x_ += dx;
  y_ += dy;
  xx_ += dx * dx;
  yy_ += dy * dy;
  xy_ += dx * dy;
}

double Correlation::squared() const {
  if (count_ < 2) return 0;
  const double n = static_cast<double>(count_);
  const double variance_x = xx_ - x_ * x_ / n, variance_y = yy_ - y_ * y_ / n, shared = xy_ - x_ * y_ / n;
  if (!(variance_x > 0) || !(variance_y > 0)) return 0;
  return shared * shared / (variance_x * variance_y);
}

double standard_error_of_share(double share, std::uint64_t count) {
  const double n = static_cast<double>(count);
  const double slope = 2 * std::sqrt(share) * (1 - share);
  return std::sqrt(slope * slope / n + 2 / (n * n));
}

model::Wanted WorthSink::wanted() const {
  model::Wanted wanted;
  wanted.keep.drivers = wanted.keep.latent = true;
  return wanted;
}

void WorthSink::begin(const model::Header& header) {
  assert(header.trusts.size() == 1);
  months_ = static_cast<std::size_t>(header.months);
  assessment_ = static_cast<std::size_t>(header.assessment_month);
  monthly_ = header.driver_monthly;
  correlations_.assign(header.drivers.size(), {});
}

double WorthSink::value_of(const tally::Block& block, std::size_t driver, std::size_t trial) const {
  const double* first = block.driver.data() + driver * months_ * block.count + trial;
  if (!monthly_[driver]) return *first;
  double sum = 0;
  for (std::size_t month = 0; month < assessment_; ++month) sum += first[month * block.count];
  return sum / static_cast<double>(assessment_);
}

void WorthSink::block(const tally::Block& block) {
  for (std::size_t driver = 0; driver < correlations_.size(); ++driver) {
    for (std::size_t trial = 0; trial < block.count; ++trial)
      correlations_[driver].add(value_of(block, driver, trial), block.latent[trial]);
  }
}

std::vector<Worth> WorthSink::worths() const {
  std::vector<Worth> worths;
  for (std::size_t driver = 0; driver < correlations_.size(); ++driver) {
    const double share = correlations_[driver].squared();
    worths.push_back({driver, share, standard_error_of_share(share, correlations_[driver].count())});
  }
  return worths;
}

}  // namespace uor::analyse
