#include "core/uor/run/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace uor::run {
namespace {

Distribution inside(Distribution distribution, const trust::Field& field) {
  if (distribution.is_constant()) return distribution;
  distribution.truncate_lower = std::max(field.lower, distribution.truncate_lower.value_or(field.lower));
  distribution.truncate_upper = std::min(field.upper, distribution.truncate_upper.value_or(field.upper));
  return distribution;
}

Fact reported_fact(const trust::Field& field, const trust::Reported& reported) {
  Fact fact;
  fact.reported = true;
  fact.distribution = Distribution::constant(reported.value);
  if (reported.rounding > 0) {
    const auto [lower, upper] = trust::interval_of(reported, field);
    fact.distribution = {Shape::uniform, {lower, upper}, {}, {}};
    fact.assumed = fmt::format("{}: reported as {} {}, rounded, so drawn in {} to {}", field.id, reported.value,
                               field.unit, lower, upper);
  }
  return fact;
}

Fact default_fact(const trust::Field& field, const policy::FieldDefault& rule) {
  Fact fact;
  if (rule.derive) {
    fact.unknown = true;
    fact.assumed = fmt::format("{}: not reported, derived ({}: {})", field.id, name_of(rule.standing), rule.source);
    return fact;
  }
  fact.ratio_of = rule.ratio_of;
  fact.distribution = rule.ratio_of.empty() ? inside(rule.distribution, field) : rule.distribution;
  const std::string times = rule.ratio_of.empty() ? "" : " x " + rule.ratio_of;
  fact.assumed = fmt::format("{}: not reported, {}{} {} ({}: {})", field.id, to_string(fact.distribution), times,
                             field.unit, name_of(rule.standing), rule.source);
  return fact;
}

Fact quartile_fact(const trust::Field& field, const policy::Metric& metric) {
  Fact fact;
  fact.distribution = inside({Shape::quartiles, {metric.lower, metric.median, metric.upper}, {}, {}}, field);
  fact.assumed = fmt::format("{}: not reported, drawn from the national {} {} ({}: {})", field.id,
                             to_string(fact.distribution), field.unit, name_of(metric.standing), metric.source);
  return fact;
}

}  // namespace

Fact resolve_fact(const trust::Field& field, const trust::Trust& trust, const policy::Policy& policy) {
  if (const auto found = trust.reported.find(field.id); found != trust.reported.end()) {
    return reported_fact(field, found->second);
  }
  for (const policy::FieldDefault& rule : policy.field_defaults) {
    if (rule.field == field.id) return default_fact(field, rule);
  }
  if (const policy::Metric* metric = policy.find_metric(field.id)) return quartile_fact(field, *metric);
  Fact fact;
  fact.unknown = true;
  fact.assumed = field.id + ": unknown";
  return fact;
}

}  // namespace uor::run
