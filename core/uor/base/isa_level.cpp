#include "core/uor/base/isa_level.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#if defined(__x86_64__)
#include <cpuid.h>
#endif

#include "core/uor/base/error.hpp"

namespace uor {

namespace {

#if defined(__x86_64__)

/// MOVBE, F16C and LZCNT, which not every supported compiler knows by name; bits of CPUID leaves 1 and 0x80000001.
bool has_small_v3_features() {
  constexpr unsigned movbe = 1U << 22, f16c = 1U << 29, lzcnt = 1U << 5;
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & movbe) == 0 || (c & f16c) == 0) return false;
  return __get_cpuid(0x80000001U, &a, &b, &c, &d) != 0 && (c & lzcnt) != 0;
}

bool has_v3() {
  return __builtin_cpu_supports("avx") && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma") && has_small_v3_features();
}

bool has_v4() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

#endif

}  // namespace

int processor_isa_level() {
#if defined(__x86_64__)
  if (!has_v3()) return 2;
  return has_v4() ? 4 : 3;
#else
  return 2;
#endif
}

int wanted_isa_level() {
  const int most = processor_isa_level();
  const char* asked = std::getenv("UOR_ISA");
  if (asked == nullptr || *asked == '\0') return most;
  const std::string text = asked;
  if (text != "2" && text != "3" && text != "4") {
    throw Error("UOR_ISA is '" + text + "', must be 2, 3 or 4 (the x86-64 level of the code that is run), or unset");
  }
  return std::min(most, std::stoi(text));
}

}  // namespace uor
