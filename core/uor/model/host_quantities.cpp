#include "core/uor/model/host_quantities.hpp"

#include <limits>

namespace uor::model {
namespace {

constexpr double unbounded = std::numeric_limits<double>::infinity();

Quantity offered(std::string id, std::string unit, std::string title, Kind kind, std::string source) {
  Quantity quantity;
  quantity.id = std::move(id);
  quantity.unit = std::move(unit);
  quantity.title = std::move(title);
  quantity.kind = kind;
  quantity.behaviour = Behaviour::rate;
  quantity.lower = quantity.likely_lower = -unbounded;
  quantity.upper = quantity.likely_upper = unbounded;
  quantity.source = std::move(source);
  quantity.plugin = "host";
  return quantity;
}

void add_metric_views(const policy::Metric& metric, std::vector<Quantity>& all) {
  const std::string& id = metric.id;
  all.push_back(offered("published." + id, metric.unit, id + " as published", Kind::intermediate, "publication lag"));
  all.push_back(offered("published_year_ago." + id, metric.unit, id + " as published, 12 months before",
                        Kind::intermediate, "publication lag"));
  for (const char* statistic : {"lower", "median", "upper", "peer"}) {
    all.push_back(offered("benchmark." + id + "." + statistic, metric.unit, id + ", national " + statistic,
                          Kind::intermediate, metric.source));
  }
}

void add_rating_drivers(const policy::Rating& rating, std::vector<Quantity>& all) {
  Quantity judgement = offered("rating.judgement", "grade", "Judgement of the assessors", Kind::driver, "policy");
  judgement.driver.distribution = {Shape::normal, {0.0, rating.judgement_sd}, {}, {}};
  if (rating.judgement_sd <= 0) judgement.driver.distribution = Distribution::constant(0.0);
  all.push_back(judgement);
  Quantity agreement =
      offered("rating.agreement", "probability", "What CQC makes of the proposed rating", Kind::driver, "policy");
  if (!rating.agreed.always_as_proposed()) agreement.driver.distribution = {Shape::uniform, {0.0, 1.0}, {}, {}};
  all.push_back(agreement);
  for (const policy::Limiter& limiter : rating.limiters) {
    Quantity chance = offered("limiter." + limiter.id, "probability", limiter.title, Kind::driver, limiter.source);
    if (limiter.probability < 1) chance.driver.distribution = {Shape::uniform, {0.0, 1.0}, {}, {}};
    all.push_back(chance);
    if (!limiter.slopes()) continue;
    Quantity line = offered("limiter_line." + limiter.id, "standard normal",
                            "Where assessors draw the line: " + limiter.title, Kind::driver, limiter.source);
    line.driver.distribution = {Shape::normal, {0.0, 1.0}, {}, {}};
    all.push_back(line);
  }
  for (const policy::QualityPrior& prior : rating.quality_priors) {
    Quantity latent = offered("quality." + prior.question, "standard normal",
                              "Latent of the quality rating: " + prior.question, Kind::driver, "policy");
    latent.driver.distribution = {Shape::normal, {0.0, 1.0}, {}, {}};
    all.push_back(latent);
  }
}

}  // namespace

std::string year_ago_field(const std::string& metric_id) { return metric_id + "_year_ago"; }

std::vector<Quantity> host_quantities(const policy::Policy& policy, const std::vector<trust::Field>& fields) {
  std::vector<Quantity> all;
  for (const trust::Field& field : fields) {
    Quantity fact = offered("trust." + field.id, field.unit, field.title, Kind::driver, "trust file");
    fact.lower = fact.likely_lower = field.lower;
    fact.upper = fact.likely_upper = field.upper;
    fact.driver.fact = field.id;
    all.push_back(fact);
  }
  for (const auto& [name, values] : policy.profiles) {
    all.push_back(offered("profile." + name, "ratio", "Season profile " + name, Kind::intermediate, "policy"));
  }
  for (const policy::Metric& metric : policy.metrics) add_metric_views(metric, all);
  add_rating_drivers(policy.rating, all);
  return all;
}

}  // namespace uor::model
