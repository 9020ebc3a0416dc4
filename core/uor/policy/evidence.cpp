// How far evidence counts, and the metrics of the wider set that it may give.
#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

void read_rule(const TomlTable& table, Draft& draft) {
  table.allow_only({"most_piece", "most_kloe", "explained", "full_percent", "standing", "source"});
  draft.claim(table.name(), table.where());
  EvidenceRule& rule = draft.policy.evidence;
  rule.most_kloe = table.number("most_kloe", {0.0, 1.5});
  rule.most_piece = table.number("most_piece", {0.0, rule.most_kloe});
  rule.explained = table.number("explained", {0.0, rule.most_piece});
  rule.full_percent = table.number("full_percent", {1.0, 1000.0});
  draft.read_source(table, table.name());
}

void read_additional(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "unit", "kloe", "better", "benchmark", "standing", "source"});
  AdditionalMetric metric;
  metric.id = table.text("id");
  const std::string what = "[[additional_metric]] '" + metric.id + "'";
  draft.claim(what, table.where("id"));
  metric.title = table.text("title");
  metric.unit = table.text("unit");
  metric.kloe = read_kloe(table, draft);
  metric.polarity = read_choice(table, "better", {"low", "high"}) == 0 ? -1 : 1;
  metric.benchmark = table.find_number("benchmark");
  const Source source = draft.read_source(table, what);
  metric.standing = source.standing;
  metric.source = source.text;
  put(draft.policy.additional_metrics, metric, &AdditionalMetric::id);
}

}  // namespace

void read_evidence(const TomlTable& root, Draft& draft) {
  if (const auto table = root.find_table("evidence")) read_rule(*table, draft);
  for (const TomlTable& table : root.find_tables("additional_metric")) read_additional(table, draft);
}

}  // namespace uor::policy
