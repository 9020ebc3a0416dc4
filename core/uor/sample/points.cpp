#include "core/uor/sample/points.hpp"

#include <algorithm>
#include <cassert>

#include "core/uor/base/hash.hpp"
#include "core/uor/sample/kernels.hpp"
#include "core/uor/sample/philox.hpp"
#include "core/uor/sample/sobol.hpp"

namespace uor::sample {

namespace {

constexpr std::size_t block_bits = 8;
static_assert(block_trials == 1u << block_bits);

std::uint32_t low_half(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
std::uint32_t high_half(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }

void set_round_keys(std::uint64_t hash, std::uint32_t* keys) {
  for (std::uint64_t pair = 0; pair < 3; ++pair) {
    const std::uint64_t mixed = mix_bits(hash + pair);
    keys[2 * pair] = low_half(mixed);
    keys[2 * pair + 1] = high_half(mixed);
  }
}

void stratify(std::uint64_t key, std::uint32_t month, std::uint64_t trial, std::size_t count, std::uint32_t* out) {
  std::uint32_t round_keys[6];
  set_round_keys(point_hash(key, Purpose::strata, month, trial / block_trials), round_keys);
  kernels().stratify(round_keys, low_half(trial % block_trials), count, out);
}

void sobol(std::uint64_t key, std::uint32_t month, std::uint64_t trial, std::size_t count, std::uint32_t* out) {
  const std::uint64_t replicate = replicate_of(trial), chunk = trial / whole_trials;
  const std::size_t dimension = month == run_month ? 0 : month - 1;
  assert(dimension < sobol_dimensions);
  const SobolDirections& directions = reversed_directions(dimension);
  SobolBlock block{};
  set_round_keys(point_hash(key, Purpose::order, replicate, chunk), block.round_keys);
  const std::uint64_t scramble = point_hash(key, Purpose::scramble, replicate, month);
  block.scramble[0] = low_half(scramble);
  block.scramble[1] = high_half(scramble) | 1u;  // odd: a multiplication that can be undone
  block.directions = directions.data();
  for (std::size_t bit = block_bits; bit < directions.size(); ++bit) {
    if ((chunk >> (bit - block_bits) & 1u) != 0) block.start ^= directions[bit];
  }
  kernels().sobol(block, low_half(trial % block_trials), count, out);
}

}  // namespace

std::uint64_t point_hash(std::uint64_t key, Purpose purpose, std::uint64_t first, std::uint64_t second) {
  return mix_bits(mix_bits(key ^ static_cast<std::uint64_t>(purpose)) ^ (first << 32 | second));
}

void draw_points(Points points, std::uint64_t key, std::uint32_t month, std::uint64_t first_trial, std::size_t count,
                 std::uint32_t* out) {
  if (points != Points::sobol) draw_words(key, month, first_trial, count, out);
  if (points == Points::random) return;
  const auto change = points == Points::lhs ? stratify : sobol;
  for (std::size_t done = 0; done < count;) {
    const std::uint64_t trial = first_trial + done;
    const std::size_t part = std::min<std::size_t>(count - done, block_trials - trial % block_trials);
    change(key, month, trial, part, out + done);
    done += part;
  }
}

}  // namespace uor::sample
