#include "core/uor/analyse/share_of_variance.hpp"

namespace uor::analyse {

void TermMoments::add(double term, double total) {
  if (count_++ == 0) {
    first_term_ = term;
    first_total_ = total;
  }
  const double dx = term - first_term_, dy = total - first_total_;
  term_ += dx;
  total_ += dy;
  total_squared_ += dy * dy;
  product_ += dx * dy;
}

double TermMoments::mean() const { return count_ == 0 ? 0 : first_term_ + term_ / static_cast<double>(count_); }

double TermMoments::share() const {
  if (count_ < 2) return 0;
  const double n = static_cast<double>(count_);
  const double variance = total_squared_ - total_ * total_ / n;
  return variance > 0 ? (product_ - term_ * total_ / n) / variance : 0;
}

}  // namespace uor::analyse
