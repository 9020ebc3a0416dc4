#include "core/uor/fit/folds.hpp"

#include <algorithm>
#include <numeric>

#include "core/uor/sample/philox.hpp"

namespace uor::fit {

std::vector<std::size_t> stratified_folds(const std::vector<int>& grade, std::size_t folds, std::uint64_t seed,
                                          std::size_t repeat) {
  std::vector<std::uint64_t> key(grade.size());
  for (std::size_t g = 0; g < grade.size(); ++g) {
    const sample::Counter words =
        sample::philox4x32({static_cast<std::uint32_t>(g), 0u, static_cast<std::uint32_t>(repeat), 2u},
                           {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
    key[g] = static_cast<std::uint64_t>(words[0]) << 32 | words[1];
  }
  std::vector<std::size_t> order(grade.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (grade[a] != grade[b]) return grade[a] < grade[b];
    return key[a] != key[b] ? key[a] < key[b] : a < b;
  });
  std::vector<std::size_t> fold(grade.size());
  for (std::size_t place = 0; place < order.size(); ++place) fold[order[place]] = place % folds;
  return fold;
}

}  // namespace uor::fit
