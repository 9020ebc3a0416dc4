// Rows of a policy: what every row needs (a standing, a source, no twin), and the readers of each kind of table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/base/toml.hpp"
#include "core/uor/policy/policy.hpp"

namespace uor::policy {

/// A policy while it is read, layer by layer: the one that extends no other first. What a layer claims was either not
/// claimed, or by a layer before it, whose row it replaces.
class Draft {
 public:
  Policy policy;
  std::optional<FittedNumbers> fit;
  std::optional<FittedNumbers> rows_then;  // what the rows had when the fit was made
  std::optional<FitCovariance> covariance;
  Where fit_where;

  void next_layer() { ++layer_; }
  /// Error when this layer has claimed `what` before, naming both places.
  void claim(const std::string& what, const Where& where);
  /// The same of a thing that only one row may have, for the row `owner`.
  void claim_for(const std::string& owner, const std::string& what, const Where& where);
  /// Forgets a row, what it alone may have, and its source.
  void release(const std::string& what);
  bool has(const std::string& what) const { return claimed_.count(what) > 0; }
  /// Whether a layer after the one that has the fit states the row.
  bool is_newer_than_fit(const std::string& what) const;
  /// Whether the layer that is read now states the row.
  bool is_of_this_layer(const std::string& what) const;

  /// The standing and source of a row, noted in policy.sources; Error when either is missing or unknown.
  Source read_source(const TomlTable& table, const std::string& what);

 private:
  struct Claim {
    Where where;
    std::size_t layer;
    std::string owner;
  };
  [[noreturn]] static void refuse(const std::string& what, const Where& where, const Claim& before);

  std::map<std::string, Claim> claimed_;
  std::size_t layer_ = 0;
};

/// Adds a row, or sets it in the place of the one with the same `id`.
template <class Row>
void put(std::vector<Row>& rows, Row row, std::string Row::*id) {
  const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row& one) { return one.*id == row.*id; });
  if (at == rows.end()) {
    rows.push_back(std::move(row));
  } else {
    *at = std::move(row);
  }
}

/// How far weights and probabilities that sum to 1 may be off.
inline constexpr double sum_tolerance = 1e-9;

/// A financial year such as "2018/19".
bool is_policy_year(const std::string& year);

/// One of `names`, with the nearest when it is not.
std::size_t read_choice(const TomlTable& table, std::string_view key, const std::vector<std::string>& names);

/// The id of a key line of the policy, under the key kloe.
std::string read_kloe(const TomlTable& table, const Draft& draft);

/// Tables of any file: kloe, and rating.weights of earlier policies. Before all other tables of its layer, whose rows
/// name key lines.
void read_kloes(const TomlTable& root, Draft& draft);
void read_old_weights(const TomlTable& root, Draft& draft);
/// Weights that the layer does not state keep their proportions, so that all sum to 1; Error where the first layer's do
/// not sum to 1, or those of the layer exceed it.
void scale_weights(Draft& draft, bool first_layer, const Where& where);
std::vector<std::string> ids_of(const std::vector<Kloe>& kloes);

/// Tables of any file: statement, bridge, own_forecast, pounds, month_line, trial_line, trust_line, shown_beside,
/// shown_ratio, role.
void read_shown(const TomlTable& root, Draft& draft);
/// Error for a line that adds a step which no row has.
void check_shown(const Shown& shown, const Where& where);

/// `remove` of a main file: takes the rows that it names from the layers before, and what rests on them.
void read_removals(const TomlTable& root, Draft& draft);

/// Tables of any file: metric, opportunity, profile, parameter, year, field_default, group, fresh_credibility,
/// last_year_prices, steady_change.
void read_framework(const TomlTable& root, Draft& draft);

/// Tables of any file: rating, cqc, quality_prior.
void read_rating(const TomlTable& root, Draft& draft);

/// The table of one file: fit. Its numbers replace those of the rows when all files are read.
void read_fit(const TomlTable& root, Draft& draft);
/// Error for a limiter or an indicator that no row has.
void apply_fit(Draft& draft);

/// Tables of any file: delivery_cost.
void read_delivery_costs(const TomlTable& root, Draft& draft);

/// Tables of any file: prompt.
void read_prompts(const TomlTable& root, Draft& draft);

/// Tables of any file: evidence, additional_metric.
void read_evidence(const TomlTable& root, Draft& draft);

/// Tables of any file: session, process_step, arrangement.
void read_process(const TomlTable& root, Draft& draft);

/// Error when the policy lacks what every run needs.
void check_complete(const Draft& draft, const Where& where);

}  // namespace uor::policy
