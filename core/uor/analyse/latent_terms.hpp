// What the latent is the sum of, as the policy states it.
#pragma once

#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"

namespace uor::analyse {

/// One term, weight x quantity. Against a middling trust it contributes weight x (quantity - middling).
struct LatentTerm {
  std::string id;        // "clinical", ..., "judgement"
  std::string quantity;  // "clinical.score", "rating.judgement"
  double weight = 0;
  double middling = 0;
};

/// In the order in which they are added: the KLOEs, then judgement. What is later added to the latent is added here.
std::vector<LatentTerm> latent_terms(const policy::Policy& policy);

}  // namespace uor::analyse
