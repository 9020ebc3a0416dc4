#include "core/uor/analyse/latent_terms.hpp"

#include "core/uor/rate/rating.hpp"

namespace uor::analyse {

double LatentTerm::reading(double value) const { return sd > 0 ? rate::standardised(value, mean, sd) : value; }

std::vector<LatentTerm> latent_terms(const policy::Policy& policy) {
  constexpr double middle_of_scale = 2.5;  // of 1..4; a metric at the national median scores it
  std::vector<LatentTerm> terms;
  for (const policy::Kloe& kloe : policy.rating.kloes)
    terms.push_back({kloe.id, kloe.score(), kloe.weight, middle_of_scale});
  for (const policy::Indicator& row : policy.rating.indicators)
    if (row.coefficient != 0) terms.push_back({row.id, row.quantity, row.coefficient, 0.0, row.mean, row.sd});
  terms.push_back({"judgement", "rating.judgement", 1.0, 0.0});
  return terms;
}

}  // namespace uor::analyse
