#include "core/uor/report/rules.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/base/error.hpp"
#include "core/uor/base/text_file.hpp"
#include "core/uor/base/toml.hpp"

namespace uor::report {

namespace {

constexpr int schema_version = 1;
constexpr Bounds in_percent = {0, 100};

TomlTable row(const TomlTable& table, std::string_view key, std::vector<std::string> keys) {
  TomlTable found = table.table(key);
  keys.insert(keys.end(), {"standing", "source"});
  found.allow_only(keys);
  found.text("standing");
  found.text("source");
  return found;
}

BriefRule brief_rule(const TomlTable& brief, std::string_view key) {
  const TomlTable table = row(brief, key, {"metric", "characteristic", "characteristic_from_percent"});
  return {table.text("metric"), table.text("characteristic"), table.number("characteristic_from_percent", in_percent)};
}

std::vector<KnownRule> known_rules(const TomlTable& root) {
  std::vector<KnownRule> rules;
  for (const TomlTable& table : root.find_tables("known")) {
    table.allow_only({"from_percent", "name", "sentence", "standing", "source"});
    rules.push_back({table.number("from_percent", in_percent), table.text("name"), table.text("sentence")});
    table.text("standing");
    table.text("source");
  }
  std::stable_sort(rules.begin(), rules.end(),
                   [](const KnownRule& a, const KnownRule& b) { return a.from_percent > b.from_percent; });
  if (rules.empty() || rules.back().from_percent > 0)
    throw Error(root.where(), "no [[known]] has from_percent = 0, so that a trust may go without words; add one");
  return rules;
}

}  // namespace

std::string Rules::status(double delivered_gbp_m, double planned_gbp_m) const {
  constexpr double nothing_gbp_m = 1e-9;
  if (!(planned_gbp_m > nothing_gbp_m)) return "";
  const double of_plan = 100 * delivered_gbp_m / planned_gbp_m;
  return of_plan >= green_from_percent ? "green" : of_plan >= amber_from_percent ? "amber" : "red";
}

Rules read_rules(const std::string& path) {
  Rules rules;
  rules.text = read_text_file(path, "report rules");
  const TomlTable root = TomlTable::parse(rules.text, path);
  root.require_schema(schema_version);
  // [direction] of older rules says nothing: a forecast is steady by the policy's steady_change, as what was reported
  // is.
  root.allow_only({"schema", "savings_status", "direction", "brief", "known"});
  const TomlTable status = row(root, "savings_status", {"green_from_percent", "amber_from_percent"});
  rules.green_from_percent = status.number("green_from_percent", in_percent);
  rules.amber_from_percent = status.number("amber_from_percent", {0, rules.green_from_percent});
  rules.known_rules = known_rules(root);
  const TomlTable brief = root.table("brief");
  brief.allow_only({"strength", "improvement"});
  rules.strength = brief_rule(brief, "strength");
  rules.improvement = brief_rule(brief, "improvement");
  return rules;
}

}  // namespace uor::report
