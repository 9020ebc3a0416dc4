// A&E attendances by trust and month (data/ae_monthly.csv): the twelve months that were known on a day.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/uor/base/date.hpp"

namespace uor::trust {

/// Of up to twelve months.
struct AeYear {
  double attendances = 0, over_four_hours = 0, admissions = 0;
  int months = 0;
};

class AeMonths {
 public:
  AeMonths() = default;
  /// Error as of a CSV. Nothing when there is no such file.
  explicit AeMonths(const std::string& path);

  /// The last twelve months published by `date`: a month is out in the middle of the next one, and counts from the
  /// month after that on. Nothing where none is known; months that are absent are left out.
  std::optional<AeYear> known_by(const std::string& code, const Date& date) const;

 private:
  std::map<std::string, std::map<int, AeYear>> months_;  // [code][12 x year + month]
};

}  // namespace uor::trust
