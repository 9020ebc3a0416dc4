// The columns of one month out of the blocks of a run, by the name of the quantity.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/uor/base/column.hpp"
#include "core/uor/tally/result.hpp"

namespace uor::analyse {

/// Copies, aligned and filled up with the last trial to a multiple of lane_count, as nodes want them.
class MonthColumns {
 public:
  /// Of Header::quantities, on one side in one month (from 1).
  MonthColumns(const model::Header& header, std::size_t side, int month);

  void take(const tally::Block& block);

  /// Trials taken, and with those that fill up.
  std::size_t count() const { return count_; }
  std::size_t padded() const { return round_up(count_, lane_count); }

  /// The column of a quantity that was kept; std::out_of_range for another.
  const double* of(const std::string& quantity) const { return by_id_.at(quantity); }
  const std::map<std::string, const double*>& all() const { return by_id_; }

 private:
  std::vector<std::string> ids_;
  std::size_t months_, side_, month_;
  std::size_t count_ = 0;
  Columns columns_;
  std::map<std::string, const double*> by_id_;
};

}  // namespace uor::analyse
