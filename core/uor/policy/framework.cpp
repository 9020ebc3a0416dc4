#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/uor/base/toml_distribution.hpp"
#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

/// Sums of decimal fractions may miss 1 by rounding, no more.
constexpr int longest_lag_months = 36;  // the history that the host keeps

void read_metric(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "kloe", "better", "unit", "lag_months", "money", "median", "lower_quartile", "upper_quartile",
                    "peer", "caveat", "standing", "source"});
  Metric metric;
  metric.id = table.text("id");
  const std::string what = "[[metric]] '" + metric.id + "'";
  draft.claim(what, table.where("id"));
  metric.kloe = read_kloe(table, draft);
  metric.polarity = read_choice(table, "better", {"low", "high"}) == 0 ? -1 : 1;
  metric.unit = table.text("unit");
  metric.lag_months = static_cast<int>(table.integer("lag_months", 0, longest_lag_months));
  metric.money = table.find_flag("money").value_or(false);
  metric.lower = table.number("lower_quartile");
  metric.median = table.number("median");
  metric.upper = table.number("upper_quartile");
  metric.peer = table.find_number("peer");
  metric.caveat = table.find_text("caveat").value_or("");
  if (!(metric.lower <= metric.median && metric.median <= metric.upper && metric.lower < metric.upper)) {
    throw Error(table.where("median"), what + " has quartiles " + show(metric.lower) + ", " + show(metric.median) +
                                           ", " + show(metric.upper) +
                                           " (not in order), lower_quartile <= median <= upper_quartile");
  }
  const Source source = draft.read_source(table, what);
  metric.standing = source.standing;
  metric.source = source.text;
  put(draft.policy.metrics, metric, &Metric::id);
}

void read_opportunity(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "quantity", "times", "spend", "standing", "source"});
  Opportunity row;
  row.id = table.text("id");
  const std::string what = "[[opportunity]] '" + row.id + "'";
  draft.claim(what, table.where("id"));
  row.quantity = table.find_text("quantity").value_or("");
  row.spend = table.find_text("spend").value_or("");
  if (row.quantity.empty() == row.spend.empty()) {
    throw Error(table.where(), what + " is worth " + (row.spend.empty() ? "nothing" : "two things") +
                                   ", give either quantity with times, or spend");
  }
  if (row.spend.empty()) row.times = table.number("times", {0.0, 1e3});
  const Source source = draft.read_source(table, what);
  row.standing = source.standing;
  row.source = source.text;
  put(draft.policy.opportunities, row, &Opportunity::id);
}

void read_profile(const TomlTable& table, const std::string& name, Draft& draft) {
  table.allow_only({"values", "standing", "source"});
  draft.claim(table.name(), table.where());
  const std::vector<double> values = table.numbers("values");
  const Where where = table.where("values");
  if (values.size() != 12) {
    throw Error(where,
                table.name() + " has " + std::to_string(values.size()) + " values, give one a month, April to March");
  }
  for (const double value : values) {
    if (value < 0) throw Error(where, table.name() + " has the value " + show(value) + " (negative), correct it");
  }
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / 12;
  if (std::abs(mean - 1) > sum_tolerance) {
    throw Error(where, table.name() + " has the mean " + show(mean) + " (a profile keeps the year's total), divide " +
                           "its values by that so that the mean is 1");
  }
  draft.read_source(table, table.name());
  std::copy(values.begin(), values.end(), draft.policy.profiles[name].begin());
}

ParameterValue read_parameter(const TomlTable& table, Draft& draft) {
  if (!table.has("value") && !table.keys().empty() && table.is_table(table.keys().front())) {
    throw Error(table.where(), table.name() + " holds tables (an id without quotes?), write the id in quotes: " +
                                   "[parameter.\"clinical.name\"]");
  }
  table.allow_only({"value", "standing", "source"});
  draft.claim(table.name(), table.where());
  ParameterValue parameter;
  parameter.value = table.number("value");
  const Source source = draft.read_source(table, table.name());
  parameter.standing = source.standing;
  parameter.source = source.text;
  parameter.where = table.where("value");
  return parameter;
}

void read_parameters(const TomlTable& root, std::map<std::string, ParameterValue>& parameters, Draft& draft) {
  const auto table = root.find_table("parameter");
  if (!table) return;
  for (const std::string& id : table->keys()) parameters[id] = read_parameter(table->table(id), draft);
}

/// From which month of the year combined ratings were given; `given = false` where they were not.
void read_combined(const TomlTable& year_table, const std::string& year, Draft& draft) {
  const auto table = year_table.find_table("combined_rating");
  if (!table) return;
  table->allow_only({"given", "from_month", "standing", "source"});
  draft.claim(table->name(), table->where());
  const bool given = table->find_flag("given").value_or(true);
  if (!given && table->has("from_month")) {
    throw Error(table->where("from_month"), table->name() + " has given = false and from_month, delete one");
  }
  const auto from = table->find_integer("from_month", 1, months_a_year).value_or(1);
  draft.policy.combined_from[year] = given ? static_cast<int>(from) : months_a_year + 1;
  draft.read_source(*table, table->name());
}

void read_years(const TomlTable& root, Draft& draft) {
  const auto table = root.find_table("year");
  if (!table) return;
  for (const std::string& year : table->keys()) {
    if (!is_policy_year(year)) {
      throw Error(table->where(year),
                  "the year is '" + year + "' (not a financial year), write one such as \"2018/19\"");
    }
    const TomlTable inner = table->table(year);
    inner.allow_only({"parameter", "ratings", "combined_rating"});
    if (inner.has("ratings")) {
      read_choice(inner, "ratings", {"indicative"});
      draft.policy.indicative_years.insert(year);
    }
    read_combined(inner, year, draft);
    read_parameters(inner, draft.policy.year_parameters[year], draft);
  }
}

/// `derive = true` stands in place of a distribution: formulas derive the value from what is known.
void read_derived_default(const TomlTable& table, const std::string& what, FieldDefault& row) {
  if (!*table.find_flag("derive")) {
    throw Error(table.where("derive"), what + " has derive = false (it means nothing), delete it");
  }
  for (const char* key : {"distribution", "ratio_of"}) {
    if (!table.has(key)) continue;
    throw Error(table.where(key), what + " has derive and " + key + " (derived or drawn, not both), delete one");
  }
  row.derive = true;
}

/// from = {percent = ["a", "b"]}, {difference = ["a", "b"]}, {rest = ["a"]}, {unit_cost = ["a", "b"]} or
/// {percent_over = ["a", "b"]}.
FromFields read_from_fields(const TomlTable& table, const std::string& what) {
  struct Known {
    const char* key;
    FromFields::Form form;
    std::size_t fields;
  };
  constexpr std::array<Known, 5> equations = {{{"percent", FromFields::Form::percent, 2},
                                               {"difference", FromFields::Form::difference, 2},
                                               {"rest", FromFields::Form::rest, 1},
                                               {"unit_cost", FromFields::Form::unit_cost, 2},
                                               {"percent_over", FromFields::Form::percent_over, 2}}};
  table.allow_only({"percent", "difference", "rest", "unit_cost", "percent_over"});
  const auto at =
      std::find_if(equations.begin(), equations.end(), [&](const Known& form) { return table.has(form.key); });
  if (at == equations.end() || table.keys().size() != 1) {
    throw Error(table.where(),
                what + " has a `from` of " + std::to_string(table.keys().size()) +
                    " equations (one is needed), write percent, difference, rest, unit_cost or percent_over");
  }
  FromFields from{at->form, table.texts(at->key)};
  if (from.fields.size() != at->fields) {
    throw Error(table.where(at->key), what + " is given from " + std::to_string(from.fields.size()) + " fields (" +
                                          at->key + " takes " + std::to_string(at->fields) + "), correct the list");
  }
  return from;
}

void read_field_default(const TomlTable& table, Draft& draft) {
  std::vector<std::string> keys = {"field",    "distribution",      "ratio_of", "derive",   "from",
                                   "given_by", "given_by_accounts", "drawn_as", "standing", "source"};
  for (std::string& key : distribution_keys_beside(table)) keys.push_back(std::move(key));
  table.allow_only(keys);
  FieldDefault row;
  row.field = table.text("field");
  const std::string what = "[[field_default]] '" + row.field + "'";
  draft.claim(what, table.where("field"));
  if (const auto from = table.find_table("from")) row.from = read_from_fields(*from, what);
  row.given_by = table.find_texts("given_by").value_or(std::vector<std::string>{});
  row.given_by_accounts = table.find_texts("given_by_accounts").value_or(std::vector<std::string>{});
  row.drawn_as = table.find_text("drawn_as").value_or("");
  if (table.has("derive")) {
    read_derived_default(table, what, row);
  } else if (table.has("distribution") || row.from.form == FromFields::Form::none) {
    row.distribution = read_distribution(table);
    if (table.has("ratio_of")) row.ratio_of = table.text("ratio_of");
  } else {
    row.only_from = true;
  }
  if (row.ratio_of == row.field) {
    throw Error(table.where("ratio_of"), what + " is a ratio of itself, name another field");
  }
  const Source source = draft.read_source(table, what);
  row.standing = source.standing;
  row.source = source.text;
  put(draft.policy.field_defaults, row, &FieldDefault::field);
}

}  // namespace

namespace {

std::vector<std::string> parts_of(const std::string& text, char between) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(between, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

std::vector<std::vector<std::string>> alternatives_of(const std::string& item) {
  std::vector<std::vector<std::string>> alternatives;
  for (const std::string& one : parts_of(item, '|')) alternatives.push_back(parts_of(one, '+'));
  return alternatives;
}

namespace {

void read_group(const TomlTable& table, Draft& draft) {
  table.allow_only({"name", "drivers", "correlation", "standing", "source"});
  Group group;
  group.name = table.text("name");
  group.where = table.where("name");
  const std::string what = "[[group]] '" + group.name + "'";
  draft.claim(what, group.where);
  group.drivers = read_members(table);
  for (const std::string& driver : group.drivers) {
    draft.claim_for(what, "a [[group]] with driver '" + driver + "'", table.where("drivers"));
  }
  group.matrix = read_correlation(table, group.drivers.size());
  draft.read_source(table, what);
  put(draft.policy.groups, group, &Group::name);
}

/// A table that holds one number.
void read_one(const TomlTable& root, const char* name, Bounds bounds, double& value, Draft& draft) {
  const auto table = root.find_table(name);
  if (!table) return;
  table->allow_only({"value", "standing", "source"});
  draft.claim(table->name(), table->where());
  value = table->number("value", bounds);
  draft.read_source(*table, table->name());
}

}  // namespace

void read_framework(const TomlTable& root, Draft& draft) {
  for (const TomlTable& table : root.find_tables("metric")) read_metric(table, draft);
  for (const TomlTable& table : root.find_tables("opportunity")) read_opportunity(table, draft);
  if (const auto profiles = root.find_table("profile")) {
    for (const std::string& name : profiles->keys()) read_profile(profiles->table(name), name, draft);
  }
  read_parameters(root, draft.policy.parameters, draft);
  read_years(root, draft);
  for (const TomlTable& table : root.find_tables("field_default")) read_field_default(table, draft);
  for (const TomlTable& table : root.find_tables("group")) read_group(table, draft);
  read_one(root, "fresh_credibility", {0.0, 1.0}, draft.policy.fresh_credibility, draft);
  read_one(root, "last_year_prices", {0.5, 2.0}, draft.policy.last_year_prices, draft);
  read_one(root, "steady_change", {0.0, 1.0}, draft.policy.steady_share, draft);
}

}  // namespace uor::policy
