#include "core/uor/fit/write_fit.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/uor/model/fit_scale.hpp"

namespace uor::fit {
namespace {

constexpr std::array<const char*, 3> cut_ids = {"requires_improvement", "good", "outstanding"};

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

/// Weights to four places that still sum to 1: the rest goes to the largest.
std::vector<double> rounded(std::vector<double> weights) {
  double sum = 0;
  for (double& weight : weights) {
    weight = std::round(weight * 1e4) / 1e4;
    sum += weight;
  }
  *std::max_element(weights.begin(), weights.end()) += 1 - sum;
  return weights;
}

std::string tables(const std::string& name, const policy::Rating& rating, const Likelihood& likelihood,
                   const Numbers& numbers, bool as_they_are) {
  std::string text = fmt::format("\n[{}weights]\n", name);
  const std::vector<double> weights = as_they_are ? numbers.weights : rounded(numbers.weights);
  for (std::size_t k = 0; k < weights.size(); ++k) text += fmt::format("{} = {:.4f}\n", rating.kloes[k].id, weights[k]);
  text += fmt::format("\n[{}cuts]\n", name);
  for (std::size_t c = 0; c < cut_ids.size(); ++c) text += fmt::format("{} = {:.4f}\n", cut_ids[c], numbers.cuts[c]);
  text += fmt::format("\n[{}limiter]\n", name);
  for (std::size_t l = 0; l < numbers.limiters.size(); ++l) {
    text += fmt::format("{} = {:.4f}\n", rating.limiters[likelihood.soft()[l]].id, numbers.limiters[l]);
  }
  text += fmt::format("\n[{}indicator]\n", name);
  for (std::size_t i = 0; i < numbers.indicators.size(); ++i) {
    text += fmt::format("{} = {:.4f}\n", rating.indicators[i].id, numbers.indicators[i]);
  }
  return text;
}

std::string covariance_table(const std::vector<std::string>& names, const Covariance& lower) {
  std::string text = "\n[fit.covariance]\nnumbers = [\n";
  for (const std::string& name : names) text += "  " + quoted(name) + ",\n";
  text += "]\nlower = [\n";
  for (const std::vector<double>& row : lower) text += fmt::format("  [{:.5g}],\n", fmt::join(row, ", "));
  return text + "]\n";
}

}  // namespace

std::string fit_table(const policy::Rating& rating, const Likelihood& likelihood, const LadderFit& fit,
                      const Numbers& rows, std::size_t assessments, const std::string& source) {
  std::string text =
      "# Written by `uor fit`: numbers that replace those of the rows of the rating, which are their priors.\n";
  text += fmt::format("\n[fit]\nassessments = {}\nstanding = \"derived\"\nsource = {}\n", assessments, quoted(source));
  text += tables("fit.", rating, likelihood, fit.numbers, false);
  text += tables("fit.rows.", rating, likelihood, rows, true);
  text += tables("fit.standard_error.", rating, likelihood, fit.standard_error, true);
  if (!fit.covariance.empty())
    text += covariance_table(model::names_on_fit_scale(rating, likelihood.soft()), fit.covariance);
  return text;
}

std::string fitted_policy(const policy::Policy& base, const std::string& table) {
  return fmt::format("schema = 1\nname = {}\ntitle = {}\nextends = {}\n\n", quoted(base.name + "_fitted"),
                     quoted(base.title + ", fitted"), quoted(std::filesystem::absolute(base.path).string())) +
         table;
}

}  // namespace uor::fit
