#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/uor/policy/rows.hpp"

namespace uor::policy {

namespace {

constexpr int question_count = 6;  // five quality questions and use of resources

const std::vector<std::string> ratings = {rating_ids.begin(), rating_ids.end()};

/// Whether a condition may set one quantity beside another; limiters may not, since a fit and an explanation read each
/// of their quantities alone.
enum class Against { value, value_or_quantity };

Condition read_condition(const TomlTable& table, Against allowed) {
  using Compare = Condition::Compare;
  static const std::vector<std::pair<const char*, Compare>> comparisons = {{"below", Compare::less},
                                                                           {"at_most", Compare::less_equal},
                                                                           {"above", Compare::greater},
                                                                           {"at_least", Compare::greater_equal}};
  table.allow_only({"quantity", "below", "at_most", "above", "at_least", "times", "slope"});
  Condition condition;
  condition.quantity = table.text("quantity");
  int given = 0;
  for (const auto& [key, compare] : comparisons) {
    if (!table.has(key)) continue;
    condition.compare = compare;
    ++given;
    if (!table.is_text(key)) {
      condition.value = table.number(key);
    } else if (allowed == Against::value) {
      throw Error(table.where(key), "the condition on '" + condition.quantity + "' compares with '" + table.text(key) +
                                        "' (a limiter compares with numbers), give a number");
    } else {
      condition.against = table.text(key);
    }
  }
  if (given != 1) {
    throw Error(table.where(), "the condition on '" + condition.quantity + "' has " + std::to_string(given) +
                                   " comparisons, give exactly one of below, at_most, above and at_least");
  }
  if (table.has("slope")) {
    if (allowed != Against::value)
      throw Error(table.where("slope"), "the condition on '" + condition.quantity +
                                            "' has a slope, which those of limiters have alone, delete it");
    condition.slope = table.number("slope", {0.0, 1e6});
  }
  if (table.has("times")) {
    if (condition.against.empty()) {
      throw Error(table.where("times"), "the condition on '" + condition.quantity +
                                            "' has times without another quantity to multiply, delete it");
    }
    condition.times = table.number("times", {1e-6, 1e6});
  }
  return condition;
}

std::vector<Condition> read_conditions(const TomlTable& table, const std::string& what, Against allowed) {
  std::vector<Condition> conditions;
  for (const TomlTable& condition : table.find_tables("when")) {
    conditions.push_back(read_condition(condition, allowed));
  }
  if (conditions.empty()) {
    throw Error(table.where(), what +
                                   " has no condition (it would always hold), add when = [{quantity = \"...\", "
                                   "below = 0}]");
  }
  return conditions;
}

std::optional<int> read_grade(const TomlTable& table, std::string_view key) {
  if (!table.has(key)) return {};
  return static_cast<int>(read_choice(table, key, ratings)) + 1;
}

void read_limiter(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "when", "best", "worst", "probability", "most", "standing", "source"});
  Limiter limiter;
  limiter.id = table.text("id");
  limiter.title = table.text("title");
  limiter.where = table.where("id");
  const std::string what = "[[rating.limiter]] '" + limiter.id + "'";
  draft.claim(what, limiter.where);
  limiter.conditions = read_conditions(table, what, Against::value);
  limiter.best = read_grade(table, "best");
  limiter.worst = read_grade(table, "worst");
  if (!limiter.best && !limiter.worst) {
    throw Error(table.where(), what + " limits nothing, add best = \"requires_improvement\" or worst = \"...\"");
  }
  if (limiter.best && limiter.worst && *limiter.best < *limiter.worst) {
    throw Error(table.where("best"), what + " has its best below its worst, swap them");
  }
  limiter.most = table.find_number("most", {1e-6, 1.0}).value_or(1.0);
  limiter.probability = table.number("probability", {0.0, limiter.most});
  const Source source = draft.read_source(table, what);
  limiter.standing = source.standing;
  limiter.source = source.text;
  put(draft.policy.rating.limiters, limiter, &Limiter::id);
  if (draft.policy.rating.limiters.size() > most_limiters)
    throw Error(table.where(), "the policy has more than " + std::to_string(most_limiters) +
                                   " limiters (odds in closed form keep a bit for each), join some");
}

void read_indicator(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "quantity", "mean", "sd", "coefficient", "standing", "source"});
  Indicator row;
  row.id = table.text("id");
  row.title = table.text("title");
  row.where = table.where("id");
  const std::string what = "[[rating.indicator]] '" + row.id + "'";
  draft.claim(what, row.where);
  row.quantity = table.text("quantity");
  row.mean = table.number("mean");
  row.sd = table.number("sd");
  if (!(row.sd > 0)) {
    throw Error(table.where("sd"), what + " has sd " + show(row.sd) + " (it divides), give the spread over trusts");
  }
  row.coefficient = table.number("coefficient", {-1.0, 1.0});
  const Source source = draft.read_source(table, what);
  row.standing = source.standing;
  row.source = source.text;
  put(draft.policy.rating.indicators, row, &Indicator::id);
}

void read_characteristic(const TomlTable& table, Draft& draft) {
  table.allow_only({"id", "title", "rating", "when", "need", "standing", "source"});
  Characteristic row;
  row.id = table.text("id");
  row.title = table.text("title");
  const std::string what = "[[rating.characteristic]] '" + row.id + "'";
  draft.claim(what, table.where("id"));
  row.rating = ratings[read_choice(table, "rating", ratings)];
  row.conditions = read_conditions(table, what, Against::value_or_quantity);
  const auto all = static_cast<std::int64_t>(row.conditions.size());
  row.need = static_cast<std::size_t>(table.find_integer("need", 1, all).value_or(all));
  const Source source = draft.read_source(table, what);
  row.standing = source.standing;
  row.source = source.text;
  put(draft.policy.rating.characteristics, row, &Characteristic::id);
}

void read_cuts(const TomlTable& table, Draft& draft) {
  table.allow_only({"requires_improvement", "good", "outstanding", "standing", "source"});
  draft.claim(table.name(), table.where());
  Rating& rating = draft.policy.rating;
  constexpr Bounds latent = {1.0, 4.0};
  rating.cut_requires_improvement = table.number("requires_improvement", latent);
  rating.cut_good = table.number("good", latent);
  rating.cut_outstanding = table.number("outstanding", latent);
  if (!(rating.cut_requires_improvement < rating.cut_good && rating.cut_good < rating.cut_outstanding)) {
    throw Error(table.where(), table.name() + " are " + show(rating.cut_requires_improvement) + ", " +
                                   show(rating.cut_good) + ", " + show(rating.cut_outstanding) +
                                   " (not rising), requires_improvement < good < outstanding");
  }
  draft.read_source(table, table.name());
}

void read_judgement(const TomlTable& table, Draft& draft) {
  table.allow_only({"sd", "standing", "source"});
  draft.claim(table.name(), table.where());
  draft.policy.rating.judgement_sd = table.number("sd", {0.0, 3.0});  // the whole scale is 3 grades wide
  draft.read_source(table, table.name());
}

void read_fit_prior(const TomlTable& table, Draft& draft) {
  table.allow_only({"weight_sd", "cut_sd", "gap_sd", "limiter_sd", "indicator_sd", "standing", "source"});
  draft.claim(table.name(), table.where());
  constexpr Bounds spread = {1e-6, 10.0};
  draft.policy.rating.fit_prior = {table.number("weight_sd", spread), table.number("cut_sd", spread),
                                   table.number("gap_sd", spread), table.number("limiter_sd", spread),
                                   table.number("indicator_sd", spread)};
  draft.read_source(table, table.name());
}

void read_agreed(const TomlTable& table, Draft& draft) {
  table.allow_only({"lowered", "raised", "standing", "source"});
  draft.claim(table.name(), table.where());
  Agreement& agreed = draft.policy.rating.agreed;
  agreed.lowered = table.number("lowered", {0.0, 1.0});
  agreed.raised = table.number("raised", {0.0, 1.0});
  if (agreed.lowered + agreed.raised > 1 + sum_tolerance) {
    throw Error(table.where(), table.name() + " lowers " + show(agreed.lowered) + " and raises " + show(agreed.raised) +
                                   " of the proposals (more than all), correct them");
  }
  draft.read_source(table, table.name());
}

void read_sector(const TomlTable& table, Draft& draft) {
  table.allow_only({"mean", "sd", "standing", "source"});
  draft.claim(table.name(), table.where());
  draft.policy.rating.sector_mean = table.number("mean", {1.0, 4.0});
  draft.policy.rating.sector_sd = table.number("sd", {0.0, 3.0});
  if (draft.policy.rating.sector_sd == 0) {
    throw Error(table.where("sd"), table.name() + " has sd 0 (it divides), give the spread of the sector's latents");
  }
  draft.read_source(table, table.name());
}

AggregationRule read_aggregation(const TomlTable& table, Draft& draft) {
  table.allow_only({"inadequate_from", "requires_improvement_from", "outstanding_from", "standing", "source"});
  draft.claim(table.name(), table.where());
  AggregationRule rule;
  rule.inadequate_from = static_cast<int>(table.integer("inadequate_from", 1, question_count));
  rule.requires_improvement_from = static_cast<int>(table.integer("requires_improvement_from", 1, question_count));
  rule.outstanding_from = static_cast<int>(table.integer("outstanding_from", 1, question_count));
  const Source source = draft.read_source(table, table.name());
  rule.standing = source.standing;
  rule.source = source.text;
  return rule;
}

void read_quality_prior(const TomlTable& table, Draft& draft) {
  table.allow_only({"question", "probability", "correlation", "standing", "source"});
  QualityPrior prior;
  prior.question = table.text("question");
  const std::string what = "[[quality_prior]] '" + prior.question + "'";
  draft.claim(what, table.where("question"));
  const std::vector<double> probability = table.numbers("probability");
  const double sum = std::accumulate(probability.begin(), probability.end(), 0.0);
  for (const double p : probability) {
    if (p < 0) throw Error(table.where("probability"), what + " has the probability " + show(p) + " (negative)");
  }
  if (probability.size() != 4 || std::abs(sum - 1) > sum_tolerance) {
    throw Error(table.where("probability"), what + " has " + std::to_string(probability.size()) +
                                                " probabilities with sum " + show(sum) +
                                                ", give four (inadequate to outstanding) that sum to 1");
  }
  std::copy(probability.begin(), probability.end(), prior.probability.begin());
  prior.correlation = table.number("correlation", {-1.0, 1.0});
  const Source source = draft.read_source(table, what);
  prior.standing = source.standing;
  prior.source = source.text;
  put(draft.policy.rating.quality_priors, prior, &QualityPrior::question);
}

}  // namespace

bool Limiter::slopes() const {
  return std::any_of(conditions.begin(), conditions.end(), [](const Condition& one) { return one.slope > 0; });
}

void read_rating(const TomlTable& root, Draft& draft) {
  if (const auto rating = root.find_table("rating")) {
    rating->allow_only(
        {"weights", "cuts", "judgement", "agreed", "sector", "fit_prior", "limiter", "indicator", "characteristic"});
    if (const auto table = rating->find_table("cuts")) read_cuts(*table, draft);
    if (const auto table = rating->find_table("judgement")) read_judgement(*table, draft);
    if (const auto table = rating->find_table("agreed")) read_agreed(*table, draft);
    if (const auto table = rating->find_table("sector")) read_sector(*table, draft);
    if (const auto table = rating->find_table("fit_prior")) read_fit_prior(*table, draft);
    for (const TomlTable& table : rating->find_tables("limiter")) read_limiter(table, draft);
    for (const TomlTable& table : rating->find_tables("indicator")) read_indicator(table, draft);
    for (const TomlTable& table : rating->find_tables("characteristic")) read_characteristic(table, draft);
  }
  if (const auto cqc = root.find_table("cqc")) {
    cqc->allow_only({"quality", "combined"});
    if (const auto table = cqc->find_table("quality")) draft.policy.rating.quality = read_aggregation(*table, draft);
    if (const auto table = cqc->find_table("combined")) draft.policy.rating.combined = read_aggregation(*table, draft);
  }
  for (const TomlTable& table : root.find_tables("quality_prior")) read_quality_prior(table, draft);
}

}  // namespace uor::policy
