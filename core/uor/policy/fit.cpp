#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/uor/policy/rows.hpp"

namespace uor::policy {
namespace {

constexpr std::array<const char*, 3> cut_ids = {"requires_improvement", "good", "outstanding"};

std::map<std::string, double> read_numbers(const TomlTable& table, Bounds bounds) {
  std::map<std::string, double> numbers;
  for (const std::string& key : table.keys()) numbers[key] = table.number(key, bounds);
  return numbers;
}

template <class Rows>
auto find_row(Rows& rows, const std::string& id) {
  return std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
}

template <class Rows, class Member>
void replace(Rows& rows, const std::map<std::string, double>& numbers, Member member, const std::string& kind,
             const Where& where) {
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(row.id);
  for (const auto& [id, value] : numbers) {
    const auto row = find_row(rows, id);
    if (row == rows.end()) {
      throw Error(where, "[fit] has the " + kind + " '" + id + "', which no row has." + did_you_mean(id, ids) +
                             " Fit again, or delete it");
    }
    (*row).*member = value;
  }
}

FittedNumbers fitted_numbers(const Rating& rating) {
  FittedNumbers numbers;
  for (const Kloe& kloe : rating.kloes) numbers.weights[kloe.id] = kloe.weight;
  numbers.cuts = {rating.cut_requires_improvement, rating.cut_good, rating.cut_outstanding};
  for (const Limiter& limiter : rating.limiters) numbers.limiters[limiter.id] = limiter.probability;
  for (const Indicator& indicator : rating.indicators) numbers.indicators[indicator.id] = indicator.coefficient;
  return numbers;
}

FittedNumbers read_fitted(const TomlTable& table, const std::vector<std::string>& kloes) {
  FittedNumbers fit;
  const TomlTable weights = table.table("weights");
  weights.allow_only(kloes);
  for (const std::string& kloe : kloes) fit.weights[kloe] = weights.number(kloe, {0.0, 1.0});
  const TomlTable cuts = table.table("cuts");
  cuts.allow_only({cut_ids.begin(), cut_ids.end()});
  for (std::size_t i = 0; i < cut_ids.size(); ++i) fit.cuts[i] = cuts.number(cut_ids[i], {-2.0, 7.0});
  if (const auto rows = table.find_table("limiter")) fit.limiters = read_numbers(*rows, {0.0, 1.0});
  if (const auto rows = table.find_table("indicator")) fit.indicators = read_numbers(*rows, {-2.0, 2.0});
  return fit;
}

std::vector<std::pair<std::string, double>> in_order_of(const std::vector<Kloe>& kloes,
                                                        const std::map<std::string, double>& weights) {
  std::vector<std::pair<std::string, double>> ordered;
  for (const Kloe& kloe : kloes)
    if (const auto found = weights.find(kloe.id); found != weights.end()) ordered.push_back(*found);
  return ordered;
}

FitCovariance read_covariance(const TomlTable& table) {
  table.allow_only({"numbers", "lower"});
  FitCovariance covariance{table.texts("numbers"),
                           table.find_rows("lower").value_or(std::vector<std::vector<double>>())};
  const Where where = table.where("lower");
  if (covariance.lower.size() != covariance.numbers.size())
    throw Error(where, "[fit.covariance] has " + std::to_string(covariance.lower.size()) + " rows for " +
                           std::to_string(covariance.numbers.size()) + " numbers, fit again");
  for (std::size_t row = 0; row < covariance.lower.size(); ++row) {
    if (covariance.lower[row].size() != row + 1)
      throw Error(where, "row " + std::to_string(row + 1) + " of [fit.covariance] has " +
                             std::to_string(covariance.lower[row].size()) + " columns, not " + std::to_string(row + 1) +
                             ", fit again");
    if (covariance.lower[row][row] < 0)
      throw Error(where, "the variance of '" + covariance.numbers[row] + "' in [fit.covariance] is below 0, fit again");
  }
  return covariance;
}

/// Rows that a policy states anew after the fit, or takes away, are not of the fit.
void forget_newer_rows(Draft& draft) {
  const Rating& rating = draft.policy.rating;
  const auto forget = [&](std::map<std::string, double>& numbers, const std::string& called) {
    std::erase_if(numbers, [&](const auto& number) {
      const std::string what = called + " '" + number.first + "'";
      return draft.is_newer_than_fit(what) || std::any_of(draft.policy.removed.begin(), draft.policy.removed.end(),
                                                          [&](const RemovedRow& row) { return row.what == what; });
    });
  };
  forget(draft.fit->weights, "[[kloe]]");
  forget(draft.fit->limiters, "[[rating.limiter]]");
  forget(draft.fit->indicators, "[[rating.indicator]]");
  if (draft.is_newer_than_fit("[rating.cuts]"))
    draft.fit->cuts = {rating.cut_requires_improvement, rating.cut_good, rating.cut_outstanding};
}

/// Key lines that the fit knows keep the proportions that it gives them beside the weights of the others.
void set_weights(std::vector<Kloe>& kloes, const std::map<std::string, double>& fitted) {
  double others = 0, sum = 0;
  for (const Kloe& kloe : kloes)
    (fitted.contains(kloe.id) ? sum : others) += fitted.contains(kloe.id) ? fitted.at(kloe.id) : kloe.weight;
  const bool whole = std::abs(others + sum - 1) <= sum_tolerance || sum == 0;
  for (Kloe& kloe : kloes)
    if (const auto found = fitted.find(kloe.id); found != fitted.end())
      kloe.weight = whole ? found->second : found->second * (1 - others) / sum;
}

/// Of each number that [fit] has, what stands in its row; `then` is null where the fit does not say what it was made
/// from. Four places are what a fit writes.
std::vector<ReplacedNumber> replaced_numbers(const std::vector<Kloe>& kloes, const FittedNumbers& rows,
                                             const FittedNumbers& fit, const FittedNumbers* then) {
  constexpr double rounding = 0.5001e-4;
  std::vector<ReplacedNumber> replaced;
  const auto add = [&](const std::string& row, const std::string& fitted, double in_row, double counts,
                       std::optional<double> was) {
    replaced.push_back({row, fitted, in_row, counts, was && std::abs(in_row - *was) > rounding});
  };
  const auto was = [&](const std::map<std::string, double>& numbers, const std::string& id) -> std::optional<double> {
    const auto at = numbers.find(id);
    return then == nullptr || at == numbers.end() ? std::nullopt : std::optional(at->second);
  };
  const FittedNumbers none;
  const FittedNumbers& old = then == nullptr ? none : *then;
  for (const auto& [id, value] : in_order_of(kloes, fit.weights))
    add("kloe." + id + ".weight", "fit.weights." + id, rows.weights.at(id), value, was(old.weights, id));
  for (std::size_t i = 0; i < cut_ids.size(); ++i)
    add(std::string("rating.cuts.") + cut_ids[i], std::string("fit.cuts.") + cut_ids[i], rows.cuts[i], fit.cuts[i],
        then == nullptr ? std::nullopt : std::optional(old.cuts[i]));
  for (const auto& [id, value] : fit.limiters)
    add("rating.limiter." + id + ".probability", "fit.limiter." + id, rows.limiters.at(id), value,
        was(old.limiters, id));
  for (const auto& [id, value] : fit.indicators)
    add("rating.indicator." + id + ".coefficient", "fit.indicator." + id, rows.indicators.at(id), value,
        was(old.indicators, id));
  return replaced;
}

}  // namespace

void read_fit(const TomlTable& root, Draft& draft) {
  const auto table = root.find_table("fit");
  if (!table) return;
  table->allow_only({"weights", "cuts", "limiter", "indicator", "rows", "standard_error", "covariance", "assessments",
                     "standing", "source"});
  draft.claim("[fit]", table->where());
  draft.fit_where = table->where();
  const std::vector<std::string> kloes = ids_of(draft.policy.rating.kloes);
  FittedNumbers fit = read_fitted(*table, kloes);
  if (!(fit.cuts[0] < fit.cuts[1] && fit.cuts[1] < fit.cuts[2])) {
    throw Error(table->table("cuts").where(), "the cuts of [fit] do not rise, fit again");
  }
  if (const auto rows = table->find_table("rows")) {
    rows->allow_only({"weights", "cuts", "limiter", "indicator"});
    draft.rows_then = read_fitted(*rows, kloes);
  }
  draft.covariance.reset();
  if (const auto covariance = table->find_table("covariance")) draft.covariance = read_covariance(*covariance);
  draft.read_source(*table, "[fit]");
  draft.fit = std::move(fit);
}

void apply_fit(Draft& draft) {
  Policy& policy = draft.policy;
  policy.before = fitted_numbers(policy.rating);
  if (!draft.fit) return;
  Rating& rating = policy.rating;
  forget_newer_rows(draft);
  set_weights(rating.kloes, draft.fit->weights);
  rating.cut_requires_improvement = draft.fit->cuts[0];
  rating.cut_good = draft.fit->cuts[1];
  rating.cut_outstanding = draft.fit->cuts[2];
  replace(rating.limiters, draft.fit->limiters, &Limiter::probability, "limiter", draft.fit_where);
  replace(rating.indicators, draft.fit->indicators, &Indicator::coefficient, "indicator", draft.fit_where);
  policy.fitted = true;
  policy.fit_covariance = draft.covariance;
  policy.replaced =
      replaced_numbers(rating.kloes, policy.before, *draft.fit, draft.rows_then ? &*draft.rows_then : nullptr);
}

}  // namespace uor::policy
