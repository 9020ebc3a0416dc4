// Quality ratings that CQC published before a day (data/quality_ratings.csv).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/uor/base/date.hpp"

namespace uor::trust {

struct EarlierRating {
  Date date;
  int overall = 0;  // 1 inadequate to 4 outstanding
};

class EarlierRatings {
 public:
  EarlierRatings() = default;
  /// Error as of a CSV, and for what is no rating. Nothing when there is no such file.
  explicit EarlierRatings(const std::string& path);

  /// The newest overall rating that was published more than 30 days before `date` (one of the same inspection would
  /// tell what is forecast), or of all without a date.
  std::optional<EarlierRating> before(const std::string& code, const std::optional<Date>& date) const;

 private:
  std::map<std::string, std::map<Date, int>> ratings_;
};

}  // namespace uor::trust
