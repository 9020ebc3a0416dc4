#include "core/uor/host/quantity_table.hpp"

#include <array>
#include <cmath>
#include <optional>

#include "core/uor/host/row.hpp"

namespace uor::host {

namespace {

struct ShapeRow {
  Shape shape;
  std::size_t parameter_count;
};

/// In the order of uor_shape.
constexpr std::array<ShapeRow, 8> shapes = {{{Shape::constant, 1},
                                             {Shape::normal, 2},
                                             {Shape::lognormal, 2},
                                             {Shape::triangular, 3},
                                             {Shape::pert, 3},
                                             {Shape::beta, 4},
                                             {Shape::uniform, 2},
                                             {Shape::bernoulli, 1}}};

struct Support {
  double lower, upper;
};

/// Smallest and largest draw, where the shape has them.
std::optional<Support> support_of(const Distribution& distribution) {
  const std::vector<double>& p = distribution.parameters;
  switch (distribution.shape) {
    case Shape::constant:
      return Support{p[0], p[0]};
    case Shape::triangular:
    case Shape::pert:
      return Support{p[0], p[2]};
    case Shape::beta:
    case Shape::uniform:
      return Support{p[0], p[1]};
    case Shape::bernoulli:
      return Support{0.0, 1.0};
    default:
      return std::nullopt;
  }
}

Distribution distribution_of(const Row& row, const uor_driver& declared) {
  const ShapeRow& shape = shapes[row.choice(declared.shape, shapes.size(), "shape")];
  Distribution distribution;
  distribution.shape = shape.shape;
  distribution.parameters.assign(declared.p, declared.p + shape.parameter_count);
  const std::string problem = problem_of(distribution);
  row.require(problem.empty(), "has the default " + std::string(name_of(shape.shape)) + ": " + problem);
  return distribution;
}

Driver driver_of(const Row& row, const uor_driver& declared) {
  Driver driver;
  driver.distribution = distribution_of(row, declared);
  driver.each = static_cast<Each>(row.choice(declared.each, 3, "each"));
  driver.persistence = row.finite(declared.persistence, "persistence");
  row.require(driver.persistence >= 0.0 && driver.persistence < 1.0,
              "has persistence " + std::to_string(driver.persistence) + ", must be from 0 to below 1");
  driver.common = row.finite(declared.common, "common");
  row.require(std::abs(driver.common) <= 1.0,
              "has a common loading of " + std::to_string(driver.common) + ", must be from -1 to 1");
  driver.fact = row.optional_id(declared.fact, "fact");
  driver.lever = row.flag(declared.lever, "lever");
  row.require(declared.lead_months >= 0, "has lead_months below 0, give 0 or more");
  driver.lead_months = declared.lead_months;
  driver.delivery_cost = row.optional_text(declared.delivery_cost);
  driver.schemes = row.optional_text(declared.schemes);
  return driver;
}

/// The id says what kind a quantity is.
void check_id(const Row& row, const Owner& owner, const Quantity& quantity) {
  const std::string_view prefix = reserved_prefix(quantity.id);
  row.require(prefix.empty(),
              "begins with '" + std::string(prefix) + "' (only the host offers those), rename the quantity");
  const bool is_metric = quantity.kind == Kind::metric;
  row.require(is_metric == quantity.id.starts_with("metric."), is_metric
                                                                   ? "is a metric, so its id must begin with 'metric.'"
                                                                   : "begins with 'metric.' but is no metric");
  if (quantity.kind != Kind::score) return;
  row.require(!owner.kloe.empty(), "is a score but the plugin scores no KLOE, set kloe");
  row.require(quantity.id == owner.kloe + ".score", "is a score, so its id must be '" + owner.kloe + ".score'");
}

void check_ranges(const Row& row, const uor_quantity& declared) {
  row.require_range(declared.lower, declared.upper, "lower", "upper");
  row.require_range(declared.likely_lower, declared.likely_upper, "likely_lower", "likely_upper");
  row.finite(declared.nominal, "nominal");
}

void add_driver(const Row& row, const uor_quantity& declared, Quantity& quantity) {
  const bool is_driver = quantity.kind == Kind::driver;
  row.require(is_driver || declared.driver == nullptr, "is no driver but has a driver spec, set driver to null");
  if (!is_driver) return;
  row.require(declared.driver != nullptr, "is a driver without a driver spec, set driver");
  quantity.driver = driver_of(row, *declared.driver);
  const std::optional<Support> support = support_of(quantity.driver.distribution);
  row.require(!support || !quantity.driver.fact.empty() ||
                  (support->lower >= quantity.lower && support->upper <= quantity.upper),
              "has the default " + to_string(quantity.driver.distribution) + ", which leaves lower to upper");
}

}  // namespace

Quantity quantity_of(const Owner& owner, const uor_quantity& declared, std::size_t position) {
  const Row row = Row::of(owner.file, "quantity", declared.id, position);
  Quantity quantity;
  quantity.id = row.id(declared.id, "id");
  quantity.unit = row.text(declared.unit, "unit");
  quantity.title = row.text(declared.title, "title");
  quantity.kind = static_cast<Kind>(row.choice(declared.kind, 4, "kind"));
  quantity.behaviour = static_cast<Behaviour>(row.choice(declared.behaviour, 4, "behaviour"));
  row.require(declared.polarity >= -1 && declared.polarity <= 1, "has a polarity other than -1, 0 or 1");
  quantity.polarity = declared.polarity;
  check_id(row, owner, quantity);
  check_ranges(row, declared);
  quantity.lower = declared.lower;
  quantity.upper = declared.upper;
  quantity.likely_lower = declared.likely_lower;
  quantity.likely_upper = declared.likely_upper;
  quantity.nominal = declared.nominal;
  quantity.summarise = row.flag(declared.summarise, "summarise");
  quantity.profile = row.optional_id(declared.profile, "profile");
  quantity.standing = static_cast<Standing>(row.choice(declared.standing, 4, "standing"));
  quantity.source = row.text(declared.source, "source");
  quantity.plugin = owner.plugin;
  add_driver(row, declared, quantity);
  return quantity;
}

Parameter parameter_of(const Owner& owner, const uor_parameter& declared, std::size_t position) {
  const Row row = Row::of(owner.file, "parameter", declared.id, position);
  Parameter parameter;
  parameter.id = row.id(declared.id, "id");
  parameter.unit = row.text(declared.unit, "unit");
  parameter.title = row.text(declared.title, "title");
  row.require_range(declared.lower, declared.upper, "lower", "upper");
  row.require(std::isnan(declared.value) || (declared.value >= declared.lower && declared.value <= declared.upper),
              "has a value outside lower to upper, correct it");
  parameter.value = declared.value;
  parameter.lower = declared.lower;
  parameter.upper = declared.upper;
  parameter.standing = static_cast<Standing>(row.choice(declared.standing, 4, "standing"));
  parameter.source = row.text(declared.source, "source");
  parameter.plugin = owner.plugin;
  return parameter;
}

}  // namespace uor::host
