#include "core/uor/model/plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/uor/model/closed_form.hpp"
#include "core/uor/model/fit_draws.hpp"
#include "core/uor/model/host_quantities.hpp"
#include "core/uor/model/inputs.hpp"
#include "core/uor/model/policy_names.hpp"
#include "core/uor/model/sides.hpp"
#include "core/uor/model/today.hpp"
#include "core/uor/sdk/plugin.h"

namespace uor::model {
namespace {

std::vector<std::string> all_ids(const graph::Wiring& wiring) {
  std::vector<std::string> ids;
  for (const Quantity& quantity : wiring.quantities) ids.push_back(quantity.id);
  return ids;
}

/// Collects the nodes of one list, sharing accesses.
class NodePlanner {
 public:
  explicit NodePlanner(Plan& plan) : plan_(plan) {}

  std::vector<PlannedNode> plan_nodes(const std::vector<graph::WiredNode>& nodes) {
    std::vector<PlannedNode> planned;
    for (const graph::WiredNode& node : nodes) planned.push_back(plan_node(node));
    return planned;
  }

 private:
  PlannedNode plan_node(const graph::WiredNode& node) {
    PlannedNode planned{node.node.plugin_index, node.node.node_index, {}, node.writes, {}, 0};
    for (const graph::Link& link : node.reads)
      planned.accesses.push_back(share({link.quantity, link.lag, link.window}));
    return planned;
  }

  std::size_t share(const Access& access) {
    const auto found = std::find(plan_.accesses.begin(), plan_.accesses.end(), access);
    if (found != plan_.accesses.end()) return static_cast<std::size_t>(found - plan_.accesses.begin());
    plan_.accesses.push_back(access);
    plan_.used[access.quantity] = true;
    return plan_.accesses.size() - 1;
  }

  Plan& plan_;
};

std::size_t use(Plan& plan, const std::string& id, const std::string& who, const Where& where = {}) {
  const std::size_t quantity = require_quantity(plan.wiring, id, who, where);
  plan.used[quantity] = true;
  return quantity;
}

std::size_t if_used(const Plan& plan, const std::string& id) {
  const auto found = plan.wiring.find(id);
  return found && plan.used[*found] ? *found : npos;
}

std::size_t year_ago_fact(Plan& plan, const std::string& metric_id) {
  const auto found = plan.wiring.find("trust." + year_ago_field(metric_id));
  if (!found) return npos;
  plan.used[*found] = true;
  return *found;
}

/// What the host derives from the cost index: a change that reaches the index reaches these too.
std::vector<std::size_t> uprated_quantities(const graph::Wiring& wiring, const policy::Policy& policy) {
  std::vector<std::size_t> uprated;
  for (const policy::Metric& metric : policy.metrics) {
    if (!metric.money) continue;
    for (const char* suffix : {".lower", ".median", ".upper", ".peer"}) {
      uprated.push_back(*wiring.find("benchmark." + metric.id + suffix));
    }
    uprated.push_back(*wiring.find("published_year_ago." + metric.id));
  }
  return uprated;
}

rate::Test test_of(const policy::Condition& condition) {
  return {static_cast<rate::Test::Compare>(condition.compare), condition.value};
}

/// Signed so that a high line is a lenient one in every condition of a limiter.
double strictness(const policy::Condition& condition) {
  using Compare = policy::Condition::Compare;
  const bool from_below = condition.compare == Compare::less || condition.compare == Compare::less_equal;
  return from_below ? -condition.slope : condition.slope;
}

rate::Aggregation aggregation_of(const policy::AggregationRule& rule) {
  return {rule.inadequate_from, rule.requires_improvement_from, rule.outstanding_from};
}

static_assert(policy::most_limiters == rate::most_odds_rows);

void plan_limiters(Plan& plan, const policy::Policy& policy) {
  const policy::Rating& rating = policy.rating;
  for (const policy::Limiter& limiter : rating.limiters) {
    PlannedLimiter planned;
    for (const policy::Condition& condition : limiter.conditions) {
      planned.quantities.push_back(use(plan, condition.quantity, "limiter '" + limiter.id + "'", limiter.where));
      planned.tests.push_back(test_of(condition));
      planned.slope.push_back(strictness(condition));
    }
    if (limiter.slopes()) planned.line = use(plan, "limiter_line." + limiter.id, "limiter");
    planned.probability = limiter.probability;
    planned.chance = use(plan, "limiter." + limiter.id, "limiter");
    planned.best = static_cast<rate::Grade>(limiter.best.value_or(4));
    planned.worst = static_cast<rate::Grade>(limiter.worst.value_or(1));
    rate::add_row(plan.odds_rules, plan.limiters.size(), planned.best, planned.worst);
    plan.limiters.push_back(planned);
  }
  for (const policy::Indicator& row : rating.indicators) {
    plan.indicators.push_back(
        {use(plan, row.quantity, "indicator '" + row.id + "'", row.where), row.mean, row.sd, row.coefficient});
  }
  for (const policy::Characteristic& characteristic : rating.characteristics) {
    PlannedCharacteristic planned;
    for (const policy::Condition& condition : characteristic.conditions) {
      const std::string who = "characteristic '" + characteristic.id + "'";
      const Where place = place_of_row(policy, "[[rating.characteristic]] '" + characteristic.id + "'");
      planned.quantities.push_back(use(plan, condition.quantity, who, place));
      planned.against.push_back(condition.against.empty() ? npos : use(plan, condition.against, who, place));
      planned.times.push_back(condition.times);
      planned.tests.push_back(test_of(condition));
    }
    planned.need = characteristic.need;
    plan.characteristics.push_back(planned);
  }
}

void plan_rating(Plan& plan, const policy::Policy& policy) {
  const policy::Rating& rating = policy.rating;
  for (const policy::Kloe& kloe : rating.kloes) {
    const std::string who = "the rating (no plugin scores the KLOE '" + kloe.id + "')";
    plan.scores.push_back(use(plan, kloe.score(), who));
    plan.ladder.weights.push_back(kloe.weight);
  }
  for (const policy::QualityPrior& prior : rating.quality_priors) {
    const Where place = place_of_row(policy, "[[quality_prior]] '" + prior.question + "'");
    plan.quality.push_back(use(plan, "quality." + prior.question, "the quality rating", place));
    plan.quality_fact.push_back(use(plan, "trust.quality_" + prior.question, "the quality rating", place));
  }
  plan.ladder.cut_requires_improvement = rating.cut_requires_improvement;
  plan.ladder.cut_good = rating.cut_good;
  plan.ladder.cut_outstanding = rating.cut_outstanding;
  plan.odds_rules.cuts[0] = rating.cut_requires_improvement;
  plan.odds_rules.cuts[1] = rating.cut_good;
  plan.odds_rules.cuts[2] = rating.cut_outstanding;
  plan.judgement = use(plan, "rating.judgement", "the rating");
  std::vector<RatingNumbers> draws = fit_draws(policy);
  if (!draws.empty()) {
    draws.insert(draws.begin(), numbers_of(rating));
    plan.rating_draws = std::make_shared<const std::vector<RatingNumbers>>(std::move(draws));
  }
  if (!rating.agreed.always_as_proposed()) plan.agreement = use(plan, "rating.agreement", "the rating");
  plan.quality_rule = aggregation_of(rating.quality);
  plan.combined_rule = aggregation_of(rating.combined);
  plan.beside.assign(std::max<std::size_t>(policy.shown.beside.size(), 1), npos);
  for (std::size_t row = 0; row < policy.shown.beside.size(); ++row)
    if (const auto found = plan.wiring.find(policy.shown.beside[row].quantity)) plan.beside[row] = *found;
  plan_limiters(plan, policy);
}

void plan_published(Plan& plan, const policy::Policy& policy, bool moving) {
  for (const policy::Metric& metric : policy.metrics) {
    PublishedMetric planned{};
    const std::array<const char*, 4> statistics = {"lower", "median", "upper", "peer"};
    for (std::size_t i = 0; i < statistics.size(); ++i) {
      planned.benchmark[i] = if_used(plan, "benchmark." + metric.id + "." + statistics[i]);
      if (moving && planned.benchmark[i] != npos) use(plan, "published." + metric.id, "the moving benchmarks");
    }
    planned.metric = use(plan, "metric." + metric.id, "the policy's metric '" + metric.id + "'",
                         place_of_row(policy, "[[metric]] '" + metric.id + "'"));
    plan.metrics.push_back(planned.metric);
    planned.published = if_used(plan, "published." + metric.id);
    planned.year_ago = if_used(plan, "published_year_ago." + metric.id);
    planned.year_ago_fact = year_ago_fact(plan, metric.id);
    planned.statistic = {metric.lower, metric.median, metric.upper};
    planned.lag_months = plan.publication_lag ? metric.lag_months : 0;
    planned.money = metric.money;
    const policy::Kloe* kloe = policy.rating.find_kloe(metric.kloe);
    planned.of_accounts = kloe != nullptr && kloe->accounts;
    const int back = planned.lag_months + (planned.year_ago == npos ? 0 : 12);
    plan.depth[planned.metric] = std::max(plan.depth[planned.metric], back);
    plan.depth[plan.cost_index] = std::max(plan.depth[plan.cost_index], metric.money ? back : 0);
    plan.published.push_back(planned);
  }
}

bool is_produced(const Quantity& quantity) { return quantity.plugin != "host" && quantity.kind != Kind::driver; }

bool is_metric_or_score(const Plan& plan, std::size_t quantity) {
  const auto in = [&](const std::vector<std::size_t>& list) {
    return std::find(list.begin(), list.end(), quantity) != list.end();
  };
  return in(plan.metrics) || in(plan.scores);
}

/// A fact that defaults to a ratio of another needs that other's column, whoever else reads it.
void use_ratio_bases(Plan& plan, const policy::Policy& policy) {
  const auto needed = [&](const std::string& field) {
    for (std::size_t q = 0; q < plan.used.size(); ++q) {
      if (plan.used[q] && plan.wiring.quantities[q].driver.fact == field) return true;
    }
    return false;
  };
  for (bool grew = true; grew;) {
    grew = false;
    for (const policy::FieldDefault& rule : policy.field_defaults) {
      if (rule.ratio_of.empty() || !needed(rule.field)) continue;
      const std::size_t base =
          require_quantity(plan.wiring, "trust." + rule.ratio_of, "the default of '" + rule.field + "'",
                           place_of_row(policy, "[[field_default]] '" + rule.field + "'"));
      grew = grew || !plan.used[base];
      plan.used[base] = true;
    }
  }
}

/// Metrics, then scores, then what plugins say is worth a summary.
void list_summarised(Plan& plan) {
  const std::vector<Quantity>& quantities = plan.wiring.quantities;
  plan.summarised = plan.metrics;
  plan.summarised.insert(plan.summarised.end(), plan.scores.begin(), plan.scores.end());
  for (std::size_t q = 0; q < quantities.size(); ++q) {
    if (!is_produced(quantities[q])) continue;
    plan.used[q] = true;
    const bool wanted = quantities[q].summarise || q == plan.cost_index;  // reports show money net of it
    if (wanted && !is_metric_or_score(plan, q)) plan.summarised.push_back(q);
  }
}

/// A node runs on the baseline, and on the sides where what it writes can differ.
void place_nodes(Plan& plan) {
  for (std::vector<PlannedNode>* nodes : {&plan.anchors, &plan.phase_one, &plan.phase_two}) {
    for (PlannedNode& node : *nodes) {
      node.on_side.assign(1, true);
      for (std::size_t side = 1; side < plan.sides.size(); ++side) {
        const std::vector<bool>& changed = plan.sides[side].changed;
        node.on_side.push_back(
            std::any_of(node.outputs.begin(), node.outputs.end(), [&](std::size_t output) { return changed[output]; }));
      }
    }
  }
}

std::vector<bool> only_anchored(const Plan& plan) {
  std::vector<bool> only(plan.wiring.quantities.size(), false);
  const auto mark = [&](const std::vector<PlannedNode>& nodes, bool value) {
    for (const PlannedNode& node : nodes) {
      for (const std::size_t quantity : node.outputs) only[quantity] = value;
    }
  };
  mark(plan.anchors, true);
  mark(plan.phase_one, false);
  mark(plan.phase_two, false);
  return only;
}

}  // namespace

std::size_t require_quantity(const graph::Wiring& wiring, const std::string& id, const std::string& who,
                             const Where& where) {
  if (const auto found = wiring.find(id)) return *found;
  throw Error(where, fmt::format("no plugin and not the host gives '{}', which {} needs.{}", id, who,
                                 did_you_mean(id, all_ids(wiring))));
}

Plan plan_baseline(const Inputs& inputs) {
  Plan plan;
  std::vector<Quantity> quantities = inputs.catalogue->quantities();
  for (Quantity& offered : host_quantities(inputs.policy, inputs.fields)) quantities.push_back(std::move(offered));
  plan.wiring = graph::wire(quantities, inputs.catalogue->nodes());
  check_policy_names(inputs, plan.wiring);
  plan.used.assign(quantities.size(), false);
  for (const graph::History& history : plan.wiring.history) plan.depth.push_back(history.depth);
  plan.months = inputs.scenario.run.months;
  plan.assessment_month = inputs.scenario.run.assessment_month.value_or(plan.months);
  plan.publication_lag = inputs.scenario.run.publication_lag;
  plan.fresh_credibility = inputs.policy.fresh_credibility;
  plan.last_year_prices = inputs.policy.last_year_prices;
  plan.today = inputs.scenario.run.today;
  plan.closed_months = plan.today ? closed_months_of(inputs.trusts.front()) : 0;
  plan.cost_index = use(plan, inputs.policy.cost_index, "the policy's cost_index");
  const bool moving = inputs.scenario.run.benchmarks == scenario::Benchmarks::moving;
  NodePlanner planner(plan);
  plan.anchors = planner.plan_nodes(plan.wiring.anchors);
  plan.phase_one = planner.plan_nodes(plan.wiring.phase_one);
  plan.phase_two = planner.plan_nodes(plan.wiring.phase_two);
  std::size_t number = 0;
  for (std::vector<PlannedNode>* nodes : {&plan.anchors, &plan.phase_one, &plan.phase_two}) {
    for (PlannedNode& node : *nodes) node.number = number++;
  }
  plan.only_anchored = only_anchored(plan);
  plan_rating(plan, inputs.policy);
  plan_published(plan, inputs.policy, moving);
  use_ratio_bases(plan, inputs.policy);
  list_summarised(plan);
  want(plan, inputs, {});
  for (int& depth : plan.depth) depth = std::min(depth, plan.months);
  add_sides(plan, inputs, {});
  return plan;
}

void add_sides(Plan& plan, const Inputs& inputs, const std::vector<scenario::Variant>& variants) {
  plan.scheme_varies.clear();
  plan.sides = make_sides(inputs, variants, plan.wiring, plan.cost_index,
                          uprated_quantities(plan.wiring, inputs.policy), plan.scheme_varies);
  const bool moving = inputs.scenario.run.benchmarks == scenario::Benchmarks::moving;
  if (moving) spread_benchmarks(plan);
  place_nodes(plan);
  if (moving) plan.moving = plan_moving(plan);
  plan.in_closed_form = in_closed_form(plan, inputs);
}

Plan make_plan(const Inputs& inputs) {
  Plan plan = plan_baseline(inputs);
  add_sides(plan, inputs, inputs.scenario.variants);
  want(plan, inputs, {inputs.keep, Summaries::all});
  return plan;
}

}  // namespace uor::model
