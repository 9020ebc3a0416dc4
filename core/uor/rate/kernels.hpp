// The rating's loops over trials, compiled once for each instruction set; every level gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/uor/rate/rating.hpp"

namespace uor::rate {

/// Trials that are limited at once, so that caps and floors stay on the stack.
inline constexpr std::size_t piece_trials = 256;

/// Caps and floors of one piece, as doubles so that all is of one width. [trial]
struct alignas(64) Limits {
  double best[piece_trials], worst[piece_trials];
};

struct Kernels {
  int level;  // 2, 3, 4: x86-64-v2, v3, v4
  /// out = w[0] s[0] + ... + w[4] s[4], added in this order. [count]
  void (*weigh)(const double* weights, const double* const* scores, std::size_t count, double* out);
  /// out += coefficient * standardised(x, mean, sd). [count]
  void (*add_indicator)(const IndicatorColumn& row, std::size_t count, double* out);
  /// Lowers `best` and raises `worst` where all tests hold and chance < probability (where chance is not null), from
  /// trial `first` of the columns on; writes 1 there and 0 elsewhere to fired, unless null. count <= piece_trials
  void (*fire)(const Test* tests, const double* const* columns, std::size_t test_count, const double* chance,
               double probability, Grade best, Grade worst, std::size_t first, std::size_t count, Limits& limits,
               std::uint8_t* fired);
  /// In how many trials all tests hold. [count]
  std::size_t (*count_holding)(const Test* tests, const double* const* columns, std::size_t test_count,
                               std::size_t count);
  /// grade = max(min(grade, best), worst). [count]
  void (*limit)(const Limits& limits, std::size_t count, Grade* grade);
  /// grade = 1 + how many of the three cuts the latent reaches; cuts rise. [count]
  void (*cut)(const double* latent, const double* cuts, std::size_t count, Grade* grade);
};

/// Those of the level that isa_level.hpp wants.
const Kernels& kernels();

/// All levels that this processor has, lowest first.
std::span<const Kernels* const> available_kernels();

}  // namespace uor::rate
