#include "core/uor/analyse/latent_terms.hpp"

namespace uor::analyse {

std::vector<LatentTerm> latent_terms(const policy::Policy& policy) {
  constexpr double middle_of_scale = 2.5;  // of 1..4; a metric at the national median scores it
  std::vector<LatentTerm> terms;
  for (const char* kloe : policy::kloe_ids)
    terms.push_back({kloe, std::string(kloe) + ".score", policy.rating.weights.at(kloe), middle_of_scale});
  terms.push_back({"judgement", "rating.judgement", 1.0, 0.0});
  return terms;
}

}  // namespace uor::analyse
