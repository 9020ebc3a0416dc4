// When trusts were in special measures for financial reasons (data/special_measures.csv).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/date.hpp"

namespace uor::trust {

/// What is known of a trust on a day: nothing where the table does not name it or it had not entered.
enum class InMeasures { not_named, yes, no, not_known };

class SpecialMeasures {
 public:
  SpecialMeasures() = default;
  /// Error as of a CSV. Nothing when there is no such file.
  explicit SpecialMeasures(const std::string& path);

  /// In from entry to exit. Where no exit was found it holds for a year from entry, and is not known after that.
  InMeasures on(const std::string& code, const Date& date) const;

 private:
  struct Stay {
    Date entered;
    std::optional<Date> left;
  };
  std::map<std::string, std::vector<Stay>> stays_;
};

}  // namespace uor::trust
