#include "bench/ratios/uniform.hpp"

#include "core/uor/sample/philox.hpp"

namespace uor::bench {

#define UOR_NAME_(prefix, level) prefix##level
#define UOR_NAME(prefix, level) UOR_NAME_(prefix, level)

extern "C" void UOR_NAME(uor_bench_uniforms_v, UOR_BENCH_LEVEL)(const std::uint32_t* __restrict words,
                                                                double* __restrict u, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) u[i] = sample::uniform_of(words[i]);
}

}  // namespace uor::bench
