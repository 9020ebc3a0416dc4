#include "core/uor/ask/sweep_design.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "core/uor/base/toml.hpp"
#include "core/uor/sample/sobol.hpp"
#include "core/uor/study/design.hpp"

namespace uor::ask {

namespace {

constexpr std::array<const char*, 4> factor_kinds = {"policy", "parameter", "limiter", "driver"};
constexpr std::int64_t most_runs = 100'000;

/// Which of the four a [[factor]] names.
FactorKind kind_of(const TomlTable& table) {
  std::optional<FactorKind> kind;
  for (std::size_t i = 0; i < factor_kinds.size(); ++i) {
    if (!table.has(factor_kinds[i])) continue;
    if (kind)
      throw Error(table.where(factor_kinds[i]), "a factor is one of policy, parameter, limiter and driver, keep one");
    kind = static_cast<FactorKind>(i);
  }
  if (!kind) throw Error(table.where(), "a factor names nothing, give policy, parameter, limiter or driver");
  return *kind;
}

Factor read_factor(const TomlTable& table) {
  table.allow_only({"policy", "parameter", "limiter", "driver", "from", "to", "levels", "values"});
  Factor factor;
  factor.kind = kind_of(table);
  factor.name = table.text(factor_kinds[static_cast<std::size_t>(factor.kind)]);
  if (const auto values = table.find_numbers("values")) {
    if (table.has("from") || table.has("to"))
      throw Error(table.where("values"), "values stand beside from and to, keep one of the two ways");
    if (values->empty()) throw Error(table.where("values"), "no values, give at least one");
    factor.values = *values;
    return factor;
  }
  factor.from = table.number("from");
  factor.to = table.number("to");
  if (!(factor.from < factor.to)) throw Error(table.where("to"), "to is not above from, give the larger number last");
  factor.levels = static_cast<std::size_t>(table.find_integer("levels", 2, most_runs).value_or(3));
  return factor;
}

std::vector<double> levels_of(const Factor& factor) {
  if (!factor.values.empty()) return factor.values;
  std::vector<double> levels;
  for (std::size_t i = 0; i < factor.levels; ++i)
    levels.push_back(factor.from +
                     (factor.to - factor.from) * static_cast<double>(i) / static_cast<double>(factor.levels - 1));
  return levels;
}

std::vector<std::vector<double>> full_runs(const std::vector<Factor>& factors, const Where& where) {
  std::vector<std::size_t> counts;
  double all = 1;
  for (const Factor& factor : factors) {
    counts.push_back(levels_of(factor).size());
    all *= static_cast<double>(counts.back());
  }
  if (all > static_cast<double>(most_runs))
    throw Error(where, fmt::format("a full factorial of these factors has {:.0f} runs (at most {}), take lhs or sobol",
                                   all, most_runs));
  std::vector<std::vector<double>> runs;
  for (const std::vector<std::size_t>& run : study::full_factorial(counts)) {
    std::vector<double>& values = runs.emplace_back();
    for (std::size_t f = 0; f < factors.size(); ++f) values.push_back(levels_of(factors[f])[run[f]]);
  }
  return runs;
}

std::vector<std::vector<double>> point_runs(const std::vector<Factor>& factors, const study::DesignPoints& points) {
  std::vector<std::vector<double>> runs;
  for (const std::vector<double>& point : points) {
    std::vector<double>& values = runs.emplace_back();
    for (std::size_t f = 0; f < factors.size(); ++f) values.push_back(factors[f].at(point[f]));
  }
  return runs;
}

}  // namespace

std::string Factor::title() const { return std::string(factor_kinds[static_cast<std::size_t>(kind)]) + "." + name; }

double Factor::at(double point) const {
  if (values.empty()) return from + (to - from) * point;
  const auto level = static_cast<std::size_t>(point * static_cast<double>(values.size()));
  return values[std::min(level, values.size() - 1)];
}

SweepDesign parse_sweep_design(const std::string& text, const std::string& path) {
  const TomlTable root = TomlTable::parse(text, path);
  root.require_schema(1);
  root.allow_only({"schema", "design", "factor"});
  const TomlTable table = root.table("design");
  table.allow_only({"kind", "runs", "seed"});
  SweepDesign design;
  design.path = path;
  for (const TomlTable& factor : root.find_tables("factor")) design.factors.push_back(read_factor(factor));
  const std::size_t factors = design.factors.size();
  if (factors == 0) throw Error(root.where(), "no [[factor]], give at least one");
  const std::string kind = table.text("kind");
  const auto seed =
      static_cast<std::uint64_t>(table.find_integer("seed", 0, std::numeric_limits<std::int64_t>::max()).value_or(1));
  if (kind == "full") {
    if (table.has("runs"))
      throw Error(table.where("runs"), "a full factorial has as many runs as its levels make, leave runs out");
    design.runs = full_runs(design.factors, table.where());
    return design;
  }
  if (kind != "lhs" && kind != "sobol")
    throw Error(table.where("kind"), fmt::format("unknown kind '{}'.{} Known: full, lhs, sobol", kind,
                                                 did_you_mean(kind, {"full", "lhs", "sobol"})));
  if (kind == "sobol" && factors > sample::sobol_dimensions)
    throw Error(root.where(),
                fmt::format("{} factors, where sobol takes at most {}; take lhs", factors, sample::sobol_dimensions));
  const auto runs = static_cast<std::size_t>(table.integer("runs", 1, most_runs));
  design.runs = point_runs(design.factors, kind == "lhs" ? study::latin_hypercube(runs, factors, seed)
                                                         : study::sobol_design(runs, factors, seed));
  return design;
}

}  // namespace uor::ask
