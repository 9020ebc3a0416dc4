// Factories for the tables of a plugin. Each takes one struct with named fields and defaults, so that a table reads as
// what it says; a row without id, unit, title or source, or with a range upside down, does not compile.
//
//   inline constexpr uor::sdk::Quantity quantities[] = {
//       driver({.id = "clinical.dna_rate", .unit = "percent", .title = "Did not attend", .shape = pert(5, 7, 10),
//               .possible = {0, 100}, .fact = "dna_rate", .lever = true, .source = "..."}),
//       flow({.id = "clinical.wau", .unit = "WAU", .title = "Weighted activity", .possible = at_least(0),
//             .profile = "elective", .source = "..."}),
//       metric({.id = "metric.dna_rate", .unit = "percent", .title = "Did not attend", .polarity = lower_is_better,
//               .possible = {0, 100}, .source = "..."}),
//       score({.id = "clinical.score", .title = "Clinical services", .source = "..."})};
#pragma once

#include <array>
#include <cstdint>
#include <limits>

#include "uor/sdk/isa.hpp"
#include "uor/sdk/plugin.h"

namespace uor::sdk {
inline namespace UOR_ISA_NAMESPACE {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double not_given = std::numeric_limits<double>::quiet_NaN();
inline constexpr std::int32_t lower_is_better = -1;
inline constexpr std::int32_t higher_is_better = 1;

struct Range {
  double lower = -infinity;
  double upper = infinity;
};
constexpr Range at_least(double lower) { return {lower, infinity}; }
constexpr Range at_most(double upper) { return {-infinity, upper}; }

/// A marginal distribution and its middle, which is the default nominal value.
struct Shape {
  uor_shape shape = UOR_CONSTANT;
  double p[4] = {0, 0, 0, 0};
  double middle = 0;
};
constexpr Shape constant(double value) { return {UOR_CONSTANT, {value, 0, 0, 0}, value}; }
constexpr Shape normal(double mean, double sd) { return {UOR_NORMAL, {mean, sd, 0, 0}, mean}; }
constexpr Shape lognormal(double median, double sigma) { return {UOR_LOGNORMAL, {median, sigma, 0, 0}, median}; }
constexpr Shape triangular(double lower, double mode, double upper) {
  return {UOR_TRIANGULAR, {lower, mode, upper, 0}, mode};
}
constexpr Shape pert(double lower, double mode, double upper) { return {UOR_PERT, {lower, mode, upper, 0}, mode}; }
constexpr Shape beta(double lower, double upper, double alpha, double beta_shape) {
  return {UOR_BETA, {lower, upper, alpha, beta_shape}, lower + (upper - lower) * alpha / (alpha + beta_shape)};
}
constexpr Shape uniform(double lower, double upper) {
  return {UOR_UNIFORM, {lower, upper, 0, 0}, lower + 0.5 * (upper - lower)};
}
/// What a judged prompt is drawn from while nobody has judged it: the middle of the scale, and little to either side,
/// so that what nobody has found moves a rating less than what somebody has (docs/model/rating.md, Prompts).
inline constexpr Shape unjudged_prompt = pert(1.7, 2.5, 3.3);
constexpr Shape bernoulli(double probability) { return {UOR_BERNOULLI, {probability, 0, 0, 0}, probability}; }

/// Fields of a quantity that nodes produce. `possible` fails the run, `likely` counts and reports.
struct Produced {
  const char* id = nullptr;
  const char* unit = nullptr;
  const char* title = nullptr;
  uor_behaviour behaviour = UOR_RATE;  // of metric(); flow(), stock(), rate(), ytd() set their own
  std::int32_t polarity = 0;
  Range possible = {};
  Range likely = {};
  double nominal = 0;
  bool summarise = false;
  const char* profile = nullptr;  // season profile of its history; flat when not given
  uor_standing standing = UOR_ASSUMED;
  const char* source = nullptr;
};

/// Fields of a driver: a fact of the trust, a lever, or noise.
struct Driven {
  const char* id = nullptr;
  const char* unit = nullptr;
  const char* title = nullptr;
  Shape shape = {};
  uor_each each = UOR_EACH_RUN;
  double persistence = 0;  // of UOR_EACH_AR1
  double common = 0;       // loading on the sector's common factor
  uor_behaviour behaviour = UOR_RATE;
  std::int32_t polarity = 0;
  Range possible = {};
  Range likely = {};
  double nominal = not_given;  // the middle of the shape when not given
  const char* fact = nullptr;  // field of the trust file that is this driver's level
  bool lever = false;
  std::int32_t lead_months = 0;
  const char* delivery_cost = nullptr;
  const char* schemes = nullptr;
  bool summarise = false;
  const char* profile = nullptr;
  uor_standing standing = UOR_ASSUMED;
  const char* source = nullptr;
};

/// Fields of a parameter; without `value` a policy file must give it.
struct Needed {
  const char* id = nullptr;
  const char* unit = nullptr;
  const char* title = nullptr;
  double value = not_given;
  Range possible = {};
  uor_standing standing = UOR_ASSUMED;
  const char* source = nullptr;
};

/// A row of the quantities table. UOR_PLUGIN makes the C tables from it (`quantity.driver` is set there).
struct Quantity {
  uor_quantity quantity = {};
  uor_driver driver = {};
};

namespace detail {
constexpr void check_row(const char* id, const char* unit, const char* title, const char* source, Range possible) {
  if (id == nullptr) throw "a row of a table has no .id";
  if (unit == nullptr) throw "a row of a table has no .unit";
  if (title == nullptr) throw "a row of a table has no .title";
  if (source == nullptr) throw "a row of a table has no .source";
  if (!(possible.lower <= possible.upper)) throw "a row of a table has .possible upside down";
}

/// Shared by all kinds: `Row` is Produced or Driven.
template <typename Row>
constexpr uor_quantity quantity_of(const Row& row, uor_kind kind, uor_behaviour behaviour, double nominal) {
  check_row(row.id, row.unit, row.title, row.source, row.possible);
  return {row.id,
          row.unit,
          row.title,
          kind,
          behaviour,
          row.polarity,
          row.possible.lower,
          row.possible.upper,
          row.likely.lower,
          row.likely.upper,
          nominal,
          row.summarise ? 1 : 0,
          row.profile,
          row.standing,
          row.source,
          nullptr};
}
}  // namespace detail

/// An amount in the month.
constexpr Quantity flow(const Produced& row) {
  return {detail::quantity_of(row, UOR_INTERMEDIATE, UOR_FLOW, row.nominal), {}};
}
/// A balance at the end of the month.
constexpr Quantity stock(const Produced& row) {
  return {detail::quantity_of(row, UOR_INTERMEDIATE, UOR_STOCK, row.nominal), {}};
}
/// A ratio, price or level.
constexpr Quantity rate(const Produced& row) {
  return {detail::quantity_of(row, UOR_INTERMEDIATE, UOR_RATE, row.nominal), {}};
}
/// Accumulates from April, resets in April.
constexpr Quantity ytd(const Produced& row) {
  return {detail::quantity_of(row, UOR_INTERMEDIATE, UOR_YTD, row.nominal), {}};
}
/// `metric.<id>`: published with a lag, scored, benchmarked; always summarised.
constexpr Quantity metric(Produced row) {
  row.summarise = true;
  return {detail::quantity_of(row, UOR_METRIC, row.behaviour, row.nominal), {}};
}
/// The KLOE score, 1 to 4 unless `possible` says that it runs on; unit, polarity and `summarise` are given.
constexpr Quantity score(Produced row) {
  row.unit = "score";
  row.polarity = higher_is_better;
  if (row.possible.lower == -infinity && row.possible.upper == infinity) row.possible = {1, 4};
  row.nominal = 2.5;
  row.summarise = true;
  return {detail::quantity_of(row, UOR_SCORE, UOR_RATE, row.nominal), {}};
}
constexpr Quantity driver(const Driven& row) {
  const double nominal = row.nominal == row.nominal ? row.nominal : row.shape.middle;
  const Shape& s = row.shape;
  if (row.each == UOR_EACH_AR1 && !(row.persistence >= 0 && row.persistence < 1)) {
    throw "a driver's .persistence is outside 0 <= persistence < 1";
  }
  return {detail::quantity_of(row, UOR_DRIVER, row.behaviour, nominal),
          {s.shape,
           {s.p[0], s.p[1], s.p[2], s.p[3]},
           row.each,
           row.persistence,
           row.common,
           row.fact,
           row.lever ? 1 : 0,
           row.lead_months,
           row.delivery_cost,
           row.schemes}};
}
constexpr uor_parameter parameter(const Needed& row) {
  detail::check_row(row.id, row.unit, row.title, row.source, row.possible);
  return {row.id, row.unit, row.title, row.value, row.possible.lower, row.possible.upper, row.standing, row.source};
}

/// The parameters table of a plugin that needs none: `inline constexpr uor::sdk::NoParameters parameters;`
using NoParameters = std::array<uor_parameter, 0>;

}  // namespace UOR_ISA_NAMESPACE
}  // namespace uor::sdk
