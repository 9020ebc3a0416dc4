#include <algorithm>
#include <array>

#include "core/uor/base/isa_level.hpp"
#include "core/uor/tally/kernels.hpp"

namespace uor::tally {

extern const Kernels kernels_v2;

#ifdef UOR_ALL_LEVELS
extern const Kernels kernels_v3;
extern const Kernels kernels_v4;
#endif

namespace {

#ifdef UOR_ALL_LEVELS
constexpr std::array<const Kernels*, 3> levels = {&kernels_v2, &kernels_v3, &kernels_v4};
#else
constexpr std::array<const Kernels*, 1> levels = {&kernels_v2};
#endif

}  // namespace

std::span<const Kernels* const> available_kernels() {
  const auto most = static_cast<std::size_t>(processor_isa_level() - 1);
  return std::span<const Kernels* const>(levels).first(most < levels.size() ? most : levels.size());
}

const Kernels& kernels() {
  static const Kernels& best = *levels[std::min(static_cast<std::size_t>(wanted_isa_level() - 2), levels.size() - 1)];
  return best;
}

}  // namespace uor::tally
