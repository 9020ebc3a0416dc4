// What the latent is the sum of, as the policy states it.
#pragma once

#include <string>
#include <vector>

#include "core/uor/policy/policy.hpp"

namespace uor::analyse {

/// One term, weight x reading. Against a middling trust it contributes weight x (reading - middling).
struct LatentTerm {
  std::string id;        // "clinical", ..., an indicator's, "judgement"
  std::string quantity;  // "clinical.score", "rating.judgement"
  double weight = 0;
  double middling = 0;
  double mean = 0, sd = 0;  // of an indicator, which is read in standard deviations from the mean; sd 0: as it is

  /// What is read of a value of the quantity.
  double reading(double value) const;
};

/// In the order in which they are added: the KLOEs, indicators that count, judgement. The latent is their sum; what is
/// later added to it is added here.
std::vector<LatentTerm> latent_terms(const policy::Policy& policy);

}  // namespace uor::analyse
