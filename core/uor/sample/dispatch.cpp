#include "core/uor/base/by_level.hpp"
#include "core/uor/sample/kernels.hpp"

namespace uor::sample {

extern const Kernels kernels_v2, kernels_v3, kernels_v4;

namespace {

#ifdef UOR_ALL_LEVELS
constexpr std::array levels = {&kernels_v2, &kernels_v3, &kernels_v4};
#else
constexpr std::array levels = {&kernels_v2};
#endif

}  // namespace

std::span<const Kernels* const> available_kernels() { return available_of(levels); }

const Kernels& kernels() {
  static const Kernels& best = wanted_of(levels);
  return best;
}

}  // namespace uor::sample
