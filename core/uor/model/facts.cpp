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

/// A quality rating that CQC has published holds until the trust gives another one.
std::optional<Fact> published_fact(const trust::Field& field, const trust::PublishedRatings& published) {
  for (std::size_t q = 0; q < policy::question_ids.size(); ++q) {
    const int grade = published.quality[q];
    if (grade == 0 || field.id != std::string("quality_") + policy::question_ids[q]) continue;
    Fact fact;
    fact.derived = true;
    fact.distribution = Distribution::constant(grade);
    fact.equation = "as CQC published on " + trust::date_in_words(published.quality_date[q]);
    fact.assumed = fmt::format("{}: not reported, {}: {}", field.id, fact.equation, trust::words_of_rating(grade));
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
  const double held = std::clamp(value, field.lower, field.upper);
  Fact fact;
  fact.derived = true;
  fact.distribution = Distribution::constant(held);
  fact.equation = equation_of(from);
  fact.from = from.fields;
  fact.assumed = fmt::format("{}: not reported, derived as {} = {:.6g} {}{}", field.id, fact.equation, value,
                             field.unit, held == value ? "" : fmt::format(", held at {:.6g}", held));
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
  Fact fact;
  fact.unknown = true;
  const std::vector<std::string> by = all_reported(rule.given_by, trust);
  fact.accounts = accounts_of(rule, trust);
  // Last year's value is then no more than where the months of this one begin.
  const bool open = closed_months_of(trust) > 0 && !rule.given_by_accounts.empty() && fact.accounts.empty();
  fact.settled = !by.empty() && !open;
  fact.from = by;
  fact.part_drawn = !fact.settled && (is_metric || !rule.drawn_as.empty());
  const std::string source = open && !by.empty() ? "what is reported to date does not give it" : rule.source;
  fact.equation = fact.settled ? fmt::format("from {}", fmt::join(by, ", ")) : source;
  fact.assumed = fmt::format("{}: not reported, {}{} ({}: {})", field.id,
                             fact.accounts.empty() ? "" : "from the accounts to date; of last year ",
                             fact.part_drawn ? "drawn" : "derived", name_of(rule.standing), fact.equation);
  return fact;
}

Fact default_fact(const trust::Field& field, const policy::FieldDefault& rule) {
  Fact fact;
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

const char* origin_of(const Fact& fact) {
  if (fact.reported) return "reported";
  return fact.derived || fact.settled || !fact.accounts.empty() ? "derived" : "drawn";
}

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
  Fact fact;
  fact.unknown = true;
  fact.assumed = field.id + ": unknown";
  return fact;
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
