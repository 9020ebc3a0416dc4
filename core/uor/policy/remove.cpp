// Rows that a policy takes from the one that it extends, and what rests on them.
#include <algorithm>
#include <functional>

#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

/// How rows of one kind are found by their path, which is a prefix and a name, and how they are called.
struct RowKind {
  std::string prefix;  // "metric."
  std::string called;  // "[[metric]]"
  std::function<std::vector<std::string>()> names;
  std::function<void(const std::string&)> erase;
};

template <class Row>
RowKind kind_of(const std::string& prefix, std::vector<Row>& rows, std::string Row::*name) {
  return {prefix + ".", "[[" + prefix + "]]",
          [&rows, name] {
            std::vector<std::string> names;
            for (const Row& row : rows) names.push_back(row.*name);
            return names;
          },
          [&rows, name](const std::string& gone) {
            std::erase_if(rows, [&](const Row& row) { return row.*name == gone; });
          }};
}

std::vector<RowKind> kinds_of(Policy& policy) {
  Rating& rating = policy.rating;
  Shown& shown = policy.shown;
  return {kind_of("kloe", rating.kloes, &Kloe::id),
          kind_of("metric", policy.metrics, &Metric::id),
          kind_of("opportunity", policy.opportunities, &Opportunity::id),
          kind_of("prompt", policy.prompts, &Prompt::id),
          kind_of("additional_metric", policy.additional_metrics, &AdditionalMetric::id),
          kind_of("session", policy.sessions, &Session::id),
          kind_of("process_step", policy.steps, &ProcessStep::id),
          kind_of("arrangement", policy.arrangements, &Arrangement::id),
          kind_of("group", policy.groups, &Group::name),
          kind_of("field_default", policy.field_defaults, &FieldDefault::field),
          kind_of("quality_prior", rating.quality_priors, &QualityPrior::question),
          kind_of("rating.limiter", rating.limiters, &Limiter::id),
          kind_of("rating.indicator", rating.indicators, &Indicator::id),
          kind_of("rating.characteristic", rating.characteristics, &Characteristic::id),
          kind_of("statement", shown.statement, &ShownLine::id),
          kind_of("bridge", shown.bridge, &ShownLine::id),
          kind_of("own_forecast", shown.own_forecast, &ShownLine::id),
          kind_of("pounds", shown.pounds, &ShownLine::id),
          kind_of("delivery_cost", policy.delivery_costs, &DeliveryCost::lever),
          kind_of("month_line", shown.month_lines, &MonthLine::quantity),
          kind_of("trial_line", shown.trial_lines, &TrialLine::quantity),
          kind_of("trust_line", shown.trust_lines, &TrustLine::title),
          kind_of("shown_beside", shown.beside, &ShownBeside::id),
          kind_of("shown_ratio", shown.ratios, &ShownRatio::id)};
}

class Removal {
 public:
  explicit Removal(Draft& draft) : draft_(draft), kinds_(kinds_of(draft.policy)) {}

  /// Error for a path that no row has.
  void take(const std::string& path, const Where& where) {
    std::vector<std::string> paths;
    for (const RowKind& kind : kinds_) {
      for (const std::string& name : kind.names()) {
        paths.push_back(kind.prefix + name);
        if (paths.back() != path) continue;
        erase(kind, name, "named in remove");
        erase_dependents(path, name);
        return;
      }
    }
    throw Error(where, "remove names '" + path + "', which no row of the policies below has." +
                           did_you_mean(path, paths) + " Paths are such as rating.limiter.agency_above_ceiling");
  }

 private:
  void erase(const RowKind& kind, const std::string& name, const std::string& why) {
    const std::string what = kind.called + " '" + name + "'";
    kind.erase(name);
    draft_.release(what);
    draft_.policy.removed.push_back({what, why});
  }

  /// Limiters, indicators and characteristics that ask for what a key line or a metric gave.
  void erase_dependents(const std::string& path, const std::string& name) {
    const auto rests = [&](const std::string& quantity) {
      if (path == "kloe." + name) return quantity == name + ".score";
      return path == "metric." + name &&
             (quantity == path || quantity == "published." + name || quantity.starts_with("benchmark." + name + "."));
    };
    const auto any = [&](const std::vector<Condition>& conditions) {
      return std::any_of(conditions.begin(), conditions.end(),
                         [&](const Condition& one) { return rests(one.quantity) || rests(one.against); });
    };
    const Rating rows = draft_.policy.rating;
    const std::string why = "rests on " + path;
    for (const Limiter& row : rows.limiters)
      if (any(row.conditions)) erase(kind("rating.limiter."), row.id, why);
    for (const Characteristic& row : rows.characteristics)
      if (any(row.conditions)) erase(kind("rating.characteristic."), row.id, why);
    for (const Indicator& row : rows.indicators)
      if (rests(row.quantity)) erase(kind("rating.indicator."), row.id, why);
  }

  const RowKind& kind(const std::string& prefix) const {
    return *std::find_if(kinds_.begin(), kinds_.end(), [&](const RowKind& one) { return one.prefix == prefix; });
  }

  Draft& draft_;
  std::vector<RowKind> kinds_;
};

}  // namespace

void read_removals(const TomlTable& root, Draft& draft) {
  Removal removal(draft);
  for (const std::string& path : root.find_texts("remove").value_or(std::vector<std::string>{}))
    removal.take(path, root.where("remove"));
}

}  // namespace uor::policy
