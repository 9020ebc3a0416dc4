#include "core/uor/base/toml_distribution.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/base/input_limits.hpp"

namespace uor {

namespace {

std::vector<std::string> parameter_keys(Shape shape) {
  switch (shape) {
    case Shape::constant:
      return {"value"};
    case Shape::normal:
      return {"mean", "sd"};
    case Shape::lognormal:
      return {"median", "sigma"};
    case Shape::triangular:
    case Shape::pert:
      return {"lower", "mode", "upper"};
    case Shape::beta:
      return {"lower", "upper", "alpha", "beta"};
    case Shape::uniform:
      return {"lower", "upper"};
    case Shape::discrete:
      return {"values", "weights"};
    case Shape::bernoulli:
      return {"probability"};
    case Shape::empirical:
      return {"sample"};
    case Shape::quartiles:
      return {"lower", "median", "upper"};
  }
  return {};
}

Shape read_shape(const TomlTable& table, std::string_view key) {
  const std::string name = table.text(key);
  if (const auto shape = shape_named(name)) return *shape;
  std::string list;
  for (const std::string& known : shape_names()) list += (list.empty() ? "" : ", ") + known;
  throw Error(table.where(key),
              "unknown distribution '" + name + "'." + did_you_mean(name, shape_names()) + " Known: " + list);
}

std::vector<double> read_discrete(const TomlTable& table) {
  const std::vector<double> values = table.numbers("values");
  const std::vector<double> weights = table.numbers("weights");
  if (values.size() != weights.size()) {
    throw Error(table.where("weights"), std::to_string(weights.size()) + " weights for " +
                                            std::to_string(values.size()) + " values, give one weight a value");
  }
  std::vector<double> interleaved;
  for (std::size_t i = 0; i < values.size(); ++i) {
    interleaved.push_back(values[i]);
    interleaved.push_back(weights[i]);
  }
  return interleaved;
}

std::vector<double> read_parameters(const TomlTable& table, Shape shape) {
  if (shape == Shape::discrete) return read_discrete(table);
  if (shape == Shape::empirical) return table.numbers("sample");
  std::vector<double> parameters;
  for (const std::string& key : parameter_keys(shape)) parameters.push_back(table.number(key));
  return parameters;
}

void read_truncation(const TomlTable& table, Distribution& distribution) {
  const auto bounds = table.find_bounds("truncate");
  if (!bounds) return;
  if (std::isfinite(bounds->lower)) distribution.truncate_lower = bounds->lower;
  if (std::isfinite(bounds->upper)) distribution.truncate_upper = bounds->upper;
}

Distribution read_shaped(const TomlTable& table, Shape shape, const Where& where) {
  Distribution distribution;
  distribution.shape = shape;
  distribution.parameters = read_parameters(table, shape);
  read_truncation(table, distribution);
  const std::string problem = problem_of(distribution);
  if (!problem.empty()) {
    throw Error(where, "not a valid " + std::string(name_of(shape)) + " distribution (" + problem + "), correct it");
  }
  return distribution;
}

std::vector<double> fill_matrix(double correlation, std::size_t count) {
  std::vector<double> matrix(count * count, correlation);
  for (std::size_t i = 0; i < count; ++i) matrix[i * count + i] = 1.0;
  return matrix;
}

/// Drivers that move as one, or against each other as one, leave nothing to draw for the second.
[[noreturn]] void refuse_as_one(const Where& where, const std::string& what, double value) {
  const bool together = value > 0;
  throw Error(
      where,
      what + " is " + show(value) +
          (together ? " (the drivers would move as one)" : " (the drivers would move exactly against each other)") +
          ", give a number between -1 and 1, such as " + (together ? "0.95" : "-0.95") + ", or leave one of them out");
}

/// One number for every pair: among n drivers none can be below -1 / (n - 1).
void check_common(const TomlTable& table, double correlation, std::size_t count) {
  const Where where = table.where("correlation");
  if (std::abs(correlation) == 1.0) refuse_as_one(where, "'correlation' of " + table.name(), correlation);
  const double least = -1.0 / static_cast<double>(count - 1);
  if (count < 2 || correlation > least) return;
  throw Error(where, "'correlation' of " + table.name() + " is " + show(correlation) + " (among " +
                         std::to_string(count) + " drivers not every pair can be so far apart), it must be above " +
                         show(least));
}

void check_entry(const Where& where, const std::vector<double>& matrix, std::size_t count, std::size_t i,
                 std::size_t j) {
  const double value = matrix[i * count + j];
  const std::string at =
      "entry " + std::to_string(i + 1) + ", " + std::to_string(j + 1) + " of the correlation is " + show(value);
  if (i == j && value != 1.0) throw Error(where, at + " (a diagonal entry), it must be 1");
  if (std::abs(value) > 1.0) throw Error(where, at + " (out of range), it must be from -1 to 1");
  if (i != j && std::abs(value) == 1.0)
    refuse_as_one(where, "entry " + std::to_string(i + 1) + ", " + std::to_string(j + 1) + " of the correlation",
                  value);
  if (value != matrix[j * count + i]) {
    throw Error(where, at + " but entry " + std::to_string(j + 1) + ", " + std::to_string(i + 1) + " is " +
                           show(matrix[j * count + i]) + " (not symmetric), make them equal");
  }
}

}  // namespace

Distribution read_distribution(const TomlTable& table, std::string_view key) {
  if (!table.is_table(key)) return read_shaped(table, read_shape(table, key), table.where(key));
  const TomlTable inner = table.table(key);
  const Shape shape = read_shape(inner, "shape");
  std::vector<std::string> keys = parameter_keys(shape);
  keys.insert(keys.begin(), "shape");
  keys.push_back("truncate");
  inner.allow_only(keys);
  return read_shaped(inner, shape, table.where(key));
}

std::vector<std::string> distribution_keys_beside(const TomlTable& table, std::string_view key) {
  if (!table.is_text(key)) return {};
  std::vector<std::string> keys = parameter_keys(read_shape(table, key));
  keys.push_back("truncate");
  return keys;
}

std::vector<double> read_correlation(const TomlTable& table, std::size_t count) {
  const auto rows = table.find_rows("correlation");
  if (!rows) {
    const double correlation = table.number("correlation", {-1.0, 1.0});
    check_common(table, correlation, count);
    return fill_matrix(correlation, count);
  }
  const Where where = table.where("correlation");
  const auto wrong = std::find_if(rows->begin(), rows->end(), [&](const auto& row) { return row.size() != count; });
  if (rows->size() != count || wrong != rows->end()) {
    throw Error(where, "the correlation of " + table.name() + " is not a matrix of " + std::to_string(count) + " by " +
                           std::to_string(count) + " (one row and column a driver), complete it or give one number");
  }
  std::vector<double> matrix;
  for (const auto& row : *rows) matrix.insert(matrix.end(), row.begin(), row.end());
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) check_entry(where, matrix, count, i, j);
  }
  return matrix;
}

std::vector<std::string> read_members(const TomlTable& table) {
  const std::vector<std::string> drivers = table.texts("drivers");
  const Where where = table.where("drivers");
  if (drivers.size() > limits::correlated) {
    throw Error(where, std::to_string(drivers.size()) + " drivers in one group (at most " +
                           std::to_string(limits::correlated) + " are correlated), make it smaller");
  }
  if (drivers.size() < 2) throw Error(where, "a correlation needs at least two drivers, add one or delete it");
  for (auto driver = drivers.begin(); driver != drivers.end(); ++driver) {
    if (std::find(drivers.begin(), driver, *driver) != driver) {
      throw Error(where, "driver '" + *driver + "' is listed twice, delete one");
    }
  }
  return drivers;
}

}  // namespace uor
