#include "core/uor/fit/bootstrap.hpp"

#include <algorithm>
#include <cmath>

#include "core/uor/base/sorted_quantile.hpp"
#include "core/uor/sample/philox.hpp"

namespace uor::fit {
namespace {

/// A whole number below `count`, by word number `index` of replicate `replicate`.
std::size_t pick(std::uint64_t seed, std::size_t replicate, std::size_t index, std::size_t count) {
  const sample::Counter words =
      sample::philox4x32({static_cast<std::uint32_t>(index / 4), 0u, static_cast<std::uint32_t>(replicate), 1u},
                         {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
  const double u = sample::uniform_of(words[index % 4]);
  return std::min(static_cast<std::size_t>(u * static_cast<double>(count)), count - 1);
}

}  // namespace

Interval bootstrap(const std::vector<std::size_t>& group,
                   const std::function<double(const std::vector<std::size_t>&)>& statistic, std::uint64_t seed,
                   std::size_t replicates) {
  if (group.empty()) return {};
  const std::size_t groups = *std::max_element(group.begin(), group.end()) + 1;
  std::vector<std::vector<std::size_t>> members(groups);
  for (std::size_t row = 0; row < group.size(); ++row) members[group[row]].push_back(row);
  std::vector<double> values;
  std::vector<std::size_t> rows;
  for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
    rows.clear();
    for (std::size_t draw = 0; draw < groups; ++draw) {
      const std::vector<std::size_t>& drawn = members[pick(seed, replicate, draw, groups)];
      rows.insert(rows.end(), drawn.begin(), drawn.end());
    }
    values.push_back(statistic(rows));
  }
  std::sort(values.begin(), values.end());
  return {sorted_quantile(values, 0.025), sorted_quantile(values, 0.975)};
}

}  // namespace uor::fit
