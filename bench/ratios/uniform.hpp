// The least that a random number costs: a Philox word made a uniform. Compiled once for each x86-64 level.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
void uor_bench_uniforms_v2(const std::uint32_t* words, double* u, std::size_t count);
void uor_bench_uniforms_v3(const std::uint32_t* words, double* u, std::size_t count);
void uor_bench_uniforms_v4(const std::uint32_t* words, double* u, std::size_t count);
}

namespace uor::bench {

/// u[i] = uniform_of(words[i]), with the instructions of a level.
using Uniforms = void (*)(const std::uint32_t* words, double* u, std::size_t count);

inline Uniforms uniforms_of(int level) {
  return level == 4 ? uor_bench_uniforms_v4 : level == 3 ? uor_bench_uniforms_v3 : uor_bench_uniforms_v2;
}

}  // namespace uor::bench
