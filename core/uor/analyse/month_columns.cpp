#include "core/uor/analyse/month_columns.hpp"

#include <algorithm>
#include <cassert>

namespace uor::analyse {

MonthColumns::MonthColumns(const model::Header& header, std::size_t side, int month)
    : months_(static_cast<std::size_t>(header.months)), side_(side), month_(static_cast<std::size_t>(month - 1)) {
  assert(month >= 1 && month <= header.months);
  for (const Quantity& quantity : header.quantities) ids_.push_back(quantity.id);
}

void MonthColumns::take(const tally::Block& block) {
  assert(block.count > 0);
  count_ = block.count;
  if (columns_.rows() != ids_.size() || columns_.stride() < padded()) {
    columns_ = Columns(ids_.size(), padded());
    for (std::size_t i = 0; i < ids_.size(); ++i) by_id_[ids_[i]] = columns_.row(i);
  }
  for (std::size_t i = 0; i < ids_.size(); ++i) {
    const std::size_t row = (side_ * ids_.size() + i) * months_ + month_;
    const double* values = block.quantity.data() + row * count_;
    double* column = columns_.row(i);
    std::copy(values, values + count_, column);
    std::fill(column + count_, column + padded(), values[count_ - 1]);
  }
}

}  // namespace uor::analyse
