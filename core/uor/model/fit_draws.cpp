#include "core/uor/model/fit_draws.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "core/uor/model/fit_scale.hpp"
#include "core/uor/sample/normal.hpp"
#include "core/uor/sample/philox.hpp"

namespace uor::model {

namespace {

using Rows = std::vector<std::vector<double>>;

/// Lower factor of a covariance; a direction without variance gets none.
Rows factor_of(Rows lower) {
  for (std::size_t row = 0; row < lower.size(); ++row)
    for (std::size_t column = 0; column <= row; ++column) {
      double rest = lower[row][column];
      for (std::size_t k = 0; k < column; ++k) rest -= lower[row][k] * lower[column][k];
      const double pivot = lower[column][column];
      if (column == row)
        lower[row][row] = std::sqrt(std::max(rest, 0.0));
      else
        lower[row][column] = pivot > 0 ? rest / pivot : 0.0;
    }
  return lower;
}

/// Standard normal numbers of one draw: words of a key of their own, which no driver's stream has.
std::vector<double> normals_of_draw(std::size_t draw, std::size_t count) {
  constexpr sample::Key key = {0x66697464u, 0x72617773u};  // "fitdraws"
  std::vector<double> z;
  for (std::uint32_t block = 0; z.size() < count; ++block)
    for (const std::uint32_t word : sample::philox4x32({block, 0, static_cast<std::uint32_t>(draw), 0}, key))
      z.push_back(sample::normal_quantile(sample::uniform_of(word)));
  z.resize(count);
  return z;
}

/// Limiters that the covariance names, which are those that a fit moves.
std::vector<std::size_t> fitted_limiters(const policy::Rating& rating, const std::vector<std::string>& names) {
  std::vector<std::size_t> fitted;
  for (std::size_t l = 0; l < rating.limiters.size(); ++l)
    if (std::find(names.begin(), names.end(), "limiter." + rating.limiters[l].id) != names.end()) fitted.push_back(l);
  return fitted;
}

/// Around one policy's numbers.
class Draws {
 public:
  Draws(const policy::Rating& rating, const policy::FitCovariance& covariance)
      : all_(numbers_of(rating)),
        limiters_(fitted_limiters(rating, covariance.numbers)),
        scale_(rating.kloes.size(), most_of(rating, limiters_), rating.indicators.size()),
        centre_(scale_.from(fitted_numbers())) {
    place_names(names_on_fit_scale(rating, limiters_), covariance.numbers);
    factor_ = factor_of(of_known_numbers(covariance.lower));
  }

  RatingNumbers draw(std::size_t number) const {
    const std::vector<double> z = normals_of_draw(number, factor_.size());
    std::vector<double> x = centre_;
    for (std::size_t row = 0; row < factor_.size(); ++row)
      for (std::size_t k = 0; k <= row; ++k) x[place_[row]] += factor_[row][k] * z[k];
    for (std::size_t k = 0; k < scale_.kloes(); ++k) x[k] = std::max(x[k], 0.0);
    return whole(scale_.to(x));
  }

 private:
  static std::vector<double> most_of(const policy::Rating& rating, const std::vector<std::size_t>& limiters) {
    std::vector<double> most;
    for (const std::size_t l : limiters) most.push_back(rating.limiters[l].most);
    return most;
  }

  RatingNumbers fitted_numbers() const {
    RatingNumbers fitted = all_;
    fitted.limiters.clear();
    for (const std::size_t l : limiters_) fitted.limiters.push_back(all_.limiters[l]);
    return fitted;
  }

  /// With the limiters that no fit moves.
  RatingNumbers whole(RatingNumbers drawn) const {
    std::vector<double> limiters = all_.limiters;
    for (std::size_t i = 0; i < limiters_.size(); ++i) limiters[limiters_[i]] = drawn.limiters[i];
    drawn.limiters = std::move(limiters);
    return drawn;
  }

  void place_names(const std::vector<std::string>& on_scale, const std::vector<std::string>& names) {
    for (std::size_t row = 0; row < names.size(); ++row) {
      const auto at = std::find(on_scale.begin(), on_scale.end(), names[row]);
      if (at == on_scale.end()) continue;  // of a row that a policy took away
      rows_.push_back(row);
      place_.push_back(static_cast<std::size_t>(at - on_scale.begin()));
    }
  }

  Rows of_known_numbers(const Rows& lower) const {
    Rows known(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row)
      for (std::size_t column = 0; column <= row; ++column) known[row].push_back(lower[rows_[row]][rows_[column]]);
    return known;
  }

  RatingNumbers all_;
  std::vector<std::size_t> limiters_;  // of the policy: those that the fit moves
  FitScale scale_;
  std::vector<double> centre_;
  std::vector<std::size_t> rows_, place_;  // of the covariance, and where they stand in a point
  Rows factor_;
};

}  // namespace

std::vector<RatingNumbers> fit_draws(const policy::Policy& policy, std::size_t count) {
  std::vector<RatingNumbers> draws;
  if (!policy.fit_covariance) return draws;
  const Draws around(policy.rating, *policy.fit_covariance);
  for (std::size_t draw = 0; draw < count; ++draw) draws.push_back(around.draw(draw));
  return draws;
}

}  // namespace uor::model
