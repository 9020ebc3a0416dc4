// Peers of a trust: the ten nearest by weighted distance on scale and casemix, and their medians.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/uor/trust/trust.hpp"

namespace uor::trust {

/// One coordinate of the distance; rows of data/peer_weights.csv (field, weight, logarithm, standing, source).
struct PeerWeight {
  std::string field;
  double weight = 0;
  bool logarithm = false;
};

/// Error as of a CSV: unknown field, weight below 0.
std::vector<PeerWeight> read_peer_weights(const std::string& path, const Fields& fields);

inline constexpr std::size_t peer_count = 10;

/// Codes of the nearest trusts of `sector`, nearest first, without `trust` itself. Coordinates are standardised over
/// the sector; those that one of two trusts lacks are left out and the distance is scaled up to the full weight. After
/// the method of the Model Hospital (feedback.model.nhs.uk, article 1992700), whose own weights are not public.
std::vector<std::string> nearest_peers(const Trust& trust, const std::vector<Trust>& sector,
                                       const std::vector<PeerWeight>& weights, std::size_t count = peer_count);

/// Median of each field over the named trusts of `sector`, for fields that at least half of them report.
std::map<std::string, double> peer_medians(const std::vector<std::string>& peers, const std::vector<Trust>& sector);

/// Those of its own choice, else the nearest.
std::vector<std::string> peers_of(const Trust& trust, const std::vector<Trust>& sector,
                                  const std::vector<PeerWeight>& weights);

}  // namespace uor::trust
