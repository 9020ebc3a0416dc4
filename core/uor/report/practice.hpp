// Good practice: of each metric the trusts that do best, among those that report it, all together and by region.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"
#include "core/uor/report/json.hpp"
#include "core/uor/trust/trust.hpp"

namespace uor::report {

struct PracticeTrust {
  std::string code, name, region, stp;
  double value = 0;    // as reported
  std::string source;  // who says so, where the trust says
};

struct PracticeRegion {
  std::string name;
  std::size_t trusts = 0;
  double median = 0;
  PracticeTrust best;
};

struct Practice {
  std::string metric, title, unit;
  int polarity = 0;
  std::vector<PracticeTrust> ranking;   // best first, equals by code
  double median = 0;                    // of these
  std::vector<PracticeRegion> regions;  // best median first; none where no trust says where it is
};

/// Metrics that two trusts or more report, in the framework's order; those without a better direction are left out.
/// Trusts are compared on what they reported, whatever its year; figures carried over from another basis do not count.
std::vector<Practice> practice_of(const std::vector<trust::Trust>& trusts, const policy::Policy& policy,
                                  const std::vector<trust::Field>& fields);

/// How many of a ranking stand in reports.
inline constexpr std::size_t shown_best = 5;

/// The first `best` of the ranking, and all regions.
Json json_of(const Practice& practice, std::size_t best);

}  // namespace uor::report
