// Rows of a policy: what every row needs (a standing, a source, no twin), and the readers of each kind of table.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/toml.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::policy {

/// A policy while it is read: what was claimed already, from whichever file.
class Draft {
 public:
  Policy policy;
  std::optional<FittedNumbers> fit;
  std::optional<FittedNumbers> rows_then;  // what the rows had when the fit was made
  Where fit_where;

  /// Error when `what` was claimed before, naming both places.
  void claim(const std::string& what, const Where& where);
  bool has(const std::string& what) const { return claimed_.count(what) > 0; }

  /// The standing and source of a row, noted in policy.sources; Error when either is missing or unknown.
  Source read_source(const TomlTable& table, const std::string& what);

 private:
  std::map<std::string, Where> claimed_;
};

/// How far weights and probabilities that sum to 1 may be off.
inline constexpr double sum_tolerance = 1e-9;

/// A financial year such as "2018/19".
bool is_policy_year(const std::string& year);

/// One of `names`, with the nearest when it is not.
std::size_t read_choice(const TomlTable& table, std::string_view key, const std::vector<std::string>& names);

/// Tables of any file: metric, profile, parameter, year, field_default, group, fresh_credibility,
/// last_year_prices, steady_change.
void read_framework(const TomlTable& root, Draft& draft);

/// Tables of any file: rating, cqc, quality_prior.
void read_rating(const TomlTable& root, Draft& draft);

/// The table of one file: fit. Its numbers replace those of the rows when all files are read.
void read_fit(const TomlTable& root, Draft& draft);
/// Error for a limiter or an indicator that no row has.
void apply_fit(Draft& draft);

/// Tables of any file: prompt.
void read_prompts(const TomlTable& root, Draft& draft);

/// Error when the policy lacks what every run needs.
void check_complete(const Draft& draft, const Where& where);

}  // namespace uor::policy
