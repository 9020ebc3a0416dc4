#include "core/uor/model/peers_in_run.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace uor::model {

std::vector<std::vector<std::size_t>> peers_in_run(const Inputs& inputs) {
  std::vector<std::vector<std::size_t>> positions(inputs.trusts.size());
  for (std::size_t trust = 0; trust < std::min(positions.size(), inputs.peers.size()); ++trust) {
    for (std::size_t other = 0; other < inputs.trusts.size(); ++other) {
      const auto& codes = inputs.peers[trust];
      if (std::find(codes.begin(), codes.end(), inputs.trusts[other].code) != codes.end()) {
        positions[trust].push_back(other);
      }
    }
    if (2 * positions[trust].size() < inputs.peers[trust].size()) positions[trust].clear();
  }
  return positions;
}

std::vector<std::string> moving_notes(const Inputs& inputs) {
  const std::size_t trusts = inputs.trusts.size();
  std::vector<std::string> notes = {fmt::format(
      "benchmarks move: national quartiles and peer medians are those of the {} trusts of this run, made in every "
      "trial, month and scenario from what they publish",
      trusts)};
  const auto peers = peers_in_run(inputs);
  const auto alone = std::count_if(peers.begin(), peers.end(), [](const auto& list) { return list.empty(); });
  if (alone > 0) {
    notes.push_back(fmt::format(
        "fewer than half of the peers of {} of the {} trusts are in this run: the median of its trusts serves as "
        "their peer median; add trusts, or all",
        alone, trusts));
  }
  return notes;
}

}  // namespace uor::model
