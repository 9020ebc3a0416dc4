#include <array>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/uor/sample/kernels.hpp"

namespace uor::sample {

extern const Kernels kernels_v2;

#ifdef UOR_SAMPLE_ALL_LEVELS

extern const Kernels kernels_v3;
extern const Kernels kernels_v4;

namespace {

constexpr std::array<const Kernels*, 3> levels = {&kernels_v2, &kernels_v3, &kernels_v4};

std::size_t count_available() {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi2") || !__builtin_cpu_supports("fma")) return 1;
  const bool v4 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                  __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
                  __builtin_cpu_supports("avx512vl");
  return v4 ? 3 : 2;
}

#else

namespace {

constexpr std::array<const Kernels*, 1> levels = {&kernels_v2};

std::size_t count_available() { return 1; }

#endif

const Kernels& best_kernels() {
  const std::span<const Kernels* const> available = available_kernels();
  const char* asked = std::getenv("UOR_ISA");
  for (const Kernels* candidate : available) {
    if (asked != nullptr && std::string_view(asked) == std::to_string(candidate->level)) return *candidate;
  }
  return *available.back();
}

}  // namespace

std::span<const Kernels* const> available_kernels() {
  return std::span<const Kernels* const>(levels).first(count_available());
}

const Kernels& kernels() {
  static const Kernels& best = best_kernels();
  return best;
}

}  // namespace uor::sample
