#include "core/uor/model/facts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "core/uor/model/today.hpp"
#include "core/uor/trust/month.hpp"
#include "core/uor/trust/published.hpp"

namespace uor::model {
namespace {

Fact fact_of(const trust::Field& field, How how, Distribution distribution = {}) {
  Fact fact;
  fact.field = field.id;
  fact.unit = field.unit;
  fact.how = how;
  fact.distribution = std::move(distribution);
  return fact;
}

/// A quality rating that CQC has published holds until the trust gives another one.
std::optional<Fact> published_fact(const trust::Field& field, const trust::PublishedRatings& published) {
  for (const trust::PublishedQuestion& one : published.quality) {
    if (one.grade == 0 || field.id != "quality_" + one.question) continue;
    Fact fact = fact_of(field, How::published, Distribution::constant(one.grade));
    fact.value = one.grade;
    fact.equation = "as CQC published on " + trust::date_in_words(one.date);
    return fact;
  }
  return {};
}

Distribution inside(Distribution distribution, const trust::Field& field) {
  if (distribution.is_constant()) return distribution;
  distribution.truncate_lower = std::max(field.lower, distribution.truncate_lower.value_or(field.lower));
  distribution.truncate_upper = std::min(field.upper, distribution.truncate_upper.value_or(field.upper));
  return distribution;
}

Fact reported_fact(const trust::Field& field, const trust::Reported& reported) {
  Fact fact = fact_of(field, How::reported, Distribution::constant(reported.value));
  fact.value = reported.value;
  if (reported.rounding > 0) {
    const auto [lower, upper] = trust::interval_of(reported, field);
    fact.how = How::rounded;
    fact.distribution = {Shape::uniform, {lower, upper}, {}, {}};
  }
  if (reported.carried) {
    fact.how = How::carried;
    fact.source = reported.source;
  }
  return fact;
}

double given_by(const policy::FromFields& from, const std::vector<double>& values) {
  switch (from.form) {
    case policy::FromFields::Form::percent:
      return 100 * values[0] / values[1];
    case policy::FromFields::Form::difference:
      return values[0] - values[1];
    case policy::FromFields::Form::rest:
      return 100 - values[0];
    case policy::FromFields::Form::unit_cost:
      return 1e6 * values[0] / values[1];
    case policy::FromFields::Form::percent_over:
      return values[0] * (1 + values[1] / 100);
    case policy::FromFields::Form::none:
      break;
  }
  return std::nan("");
}

std::string equation_of(const policy::FromFields& from) {
  switch (from.form) {
    case policy::FromFields::Form::percent:
      return fmt::format("100 {} / {}", from.fields[0], from.fields[1]);
    case policy::FromFields::Form::difference:
      return fmt::format("{} - {}", from.fields[0], from.fields[1]);
    case policy::FromFields::Form::rest:
      return fmt::format("100 - {}", from.fields[0]);
    case policy::FromFields::Form::unit_cost:
      return fmt::format("10^6 {} / {}", from.fields[0], from.fields[1]);
    case policy::FromFields::Form::percent_over:
      return fmt::format("{} (1 + {}/100)", from.fields[0], from.fields[1]);
    case policy::FromFields::Form::none:
      break;
  }
  return "";
}

/// Nothing unless all that the equation needs is reported and gives a number.
std::optional<Fact> fact_from_fields(const trust::Field& field, const policy::FromFields& from,
                                     const trust::Trust& trust) {
  if (from.form == policy::FromFields::Form::none) return {};
  std::vector<double> values;
  for (const std::string& id : from.fields) {
    const auto found = trust.reported.find(id);
    if (found == trust.reported.end()) return {};
    values.push_back(found->second.value);
  }
  const double value = given_by(from, values);
  if (!std::isfinite(value)) return {};
  Fact fact = fact_of(field, How::derived, Distribution::constant(std::clamp(value, field.lower, field.upper)));
  fact.value = value;
  fact.equation = equation_of(from);
  fact.from = from.fields;
  return fact;
}

/// Of each item the first alternative that the trust reports in full, each field once; nothing when one item has none,
/// or there is no item.
std::vector<std::string> all_reported(const std::vector<std::string>& items, const trust::Trust& trust) {
  std::vector<std::string> found;
  const auto reported = [&](const std::string& id) { return trust.reported.contains(id); };
  for (const std::string& item : items) {
    const auto alternatives = policy::alternatives_of(item);
    const auto at = std::find_if(alternatives.begin(), alternatives.end(),
                                 [&](const auto& all) { return std::all_of(all.begin(), all.end(), reported); });
    if (at == alternatives.end()) return {};
    for (const std::string& id : *at)
      if (std::find(found.begin(), found.end(), id) == found.end()) found.push_back(id);
  }
  return found;
}

/// The figures to date that give a value in closed months, whatever last year's is.
std::vector<std::string> accounts_of(const policy::FieldDefault& rule, const trust::Trust& trust) {
  return closed_months_of(trust) > 0 ? all_reported(rule.given_by_accounts, trust) : std::vector<std::string>{};
}

/// Left to formulas: from other reported fields when these settle it, else as the rule says.
Fact formula_fact(const trust::Field& field, const policy::FieldDefault& rule, const trust::Trust& trust,
                  bool is_metric) {
  Fact fact = fact_of(field, How::worked_out);
  fact.from = all_reported(rule.given_by, trust);
  fact.accounts = accounts_of(rule, trust);
  // Last year's value is then no more than where the months of this one begin.
  const bool open = closed_months_of(trust) > 0 && !rule.given_by_accounts.empty() && fact.accounts.empty();
  const bool settled = !fact.from.empty() && !open;
  if (settled) fact.how = How::settled;
  if (!settled && (is_metric || !rule.drawn_as.empty())) fact.how = How::part_drawn;
  fact.standing = rule.standing;
  fact.source = rule.source;
  if (open && !fact.from.empty()) fact.source = "what is reported to date does not give it";
  if (settled) fact.source = fmt::format("from {}", fmt::join(fact.from, ", "));
  return fact;
}

Fact default_fact(const trust::Field& field, const policy::FieldDefault& rule) {
  Fact fact = fact_of(field, How::drawn, rule.ratio_of.empty() ? inside(rule.distribution, field) : rule.distribution);
  fact.ratio_of = rule.ratio_of;
  fact.standing = rule.standing;
  fact.source = rule.source;
  return fact;
}

Fact quartile_fact(const trust::Field& field, const policy::Metric& metric) {
  Fact fact = fact_of(field, How::national,
                      inside({Shape::quartiles, {metric.lower, metric.median, metric.upper}, {}, {}}, field));
  fact.standing = metric.standing;
  fact.source = metric.source;
  return fact;
}

}  // namespace

Fact resolve_fact(const trust::Field& field, const trust::Trust& trust, const policy::Policy& policy) {
  if (const auto found = trust.reported.find(field.id); found != trust.reported.end()) {
    return reported_fact(field, found->second);
  }
  if (const auto published = published_fact(field, trust.published)) return *published;
  for (const policy::FieldDefault& rule : policy.field_defaults) {
    if (rule.field != field.id) continue;
    const std::optional<Fact> given = fact_from_fields(field, rule.from, trust);
    if (given) return *given;
    if (rule.only_from) break;
    return rule.derive ? formula_fact(field, rule, trust, policy.find_metric(field.id) != nullptr)
                       : default_fact(field, rule);
  }
  if (const policy::Metric* metric = policy.find_metric(field.id)) return quartile_fact(field, *metric);
  return fact_of(field, How::unknown);
}

const std::string& judged_driver(const std::string& prompt, const Where& where, const policy::Policy& policy) {
  std::vector<std::string> known;
  for (const policy::Prompt& one : policy.prompts) {
    if (one.judged && one.id == prompt) return one.held_by[0];
    if (one.judged) known.push_back(one.id);
    if (!one.judged && one.id == prompt) {
      throw Error(where, fmt::format("the prompt '{}' is not judged ({} answers it already), delete the judgement",
                                     prompt, fmt::join(one.held_by, ", ")));
    }
  }
  throw Error(where, fmt::format("unknown prompt '{}'.{} policies/prompts.toml lists them", prompt,
                                 did_you_mean(prompt, known)));
}

}  // namespace uor::model
