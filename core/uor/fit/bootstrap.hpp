// Bootstrap intervals over trusts: whole trusts are drawn, because two reports of one trust are not two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace uor::fit {

struct Interval {
  double lower = 0, upper = 0;  // 2.5 and 97.5 %
};

/// The interval of `statistic` (of row indices, which may repeat) when the groups of rows are drawn with replacement
/// `replicates` times. `group` names the group of each row, 0 .. groups - 1. Draws are Philox words of `seed`.
Interval bootstrap(const std::vector<std::size_t>& group,
                   const std::function<double(const std::vector<std::size_t>&)>& statistic, std::uint64_t seed,
                   std::size_t replicates = 2000);

}  // namespace uor::fit
