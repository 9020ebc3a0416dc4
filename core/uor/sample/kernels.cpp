// Compiled once a level (UOR_LEVEL) with that level's instructions: include no header that emits shared inline
// functions here, or the linker may give the highest level's copy to a processor that lacks it.
#include "core/uor/sample/kernels.hpp"

#include "core/uor/base/elementary.hpp"
#include "core/uor/base/lanes.hpp"
#include "core/uor/sample/philox_round.hpp"
#include "core/uor/sample/point_words.hpp"

namespace uor::sample {

namespace {

using elementary::Tails;

constexpr std::size_t group_size = 32;   // trials of 8 blocks of 4 words
constexpr std::size_t chunk_size = 256;  // trials whose temporaries stay in the first cache

/// Words of 32 trials: eight blocks side by side, word w of block j is trial 8 w + j. Numbers of 32 bits are in lanes
/// of 64, whose high halves hold what a product leaves there and nothing reads.
void words_of_group(std::uint64_t key, std::uint32_t month, std::uint64_t group, std::uint32_t* out) {
  for (std::size_t p = 0; p < lanes::packs; ++p) {
    lanes::Words block = {};
    for (std::size_t lane = 0; lane < lanes::pack_size; ++lane) block[lane] = 8 * group + p * lanes::pack_size + lane;
    lanes::Words c0 = block, c1 = block >> 32, c2 = lanes::Words{} + month, c3 = {};
    std::uint32_t k0 = static_cast<std::uint32_t>(key), k1 = static_cast<std::uint32_t>(key >> 32);
#pragma GCC unroll 10
    for (int round = 0; round < 10; ++round) {
      const lanes::Words p0 = lanes::multiplied(c0, lanes::Words{} + philox_multiplier_0);
      const lanes::Words p1 = lanes::multiplied(c2, lanes::Words{} + philox_multiplier_1);
      c0 = (p1 >> 32) ^ c1 ^ k0;
      c2 = (p0 >> 32) ^ c3 ^ k1;
      c1 = p1;
      c3 = p0;
      k0 += philox_weyl_0;
      k1 += philox_weyl_1;
    }
    lanes::store_low(c0, out + p * lanes::pack_size);
    lanes::store_low(c1, out + 8 + p * lanes::pack_size);
    lanes::store_low(c2, out + 16 + p * lanes::pack_size);
    lanes::store_low(c3, out + 24 + p * lanes::pack_size);
  }
}

void words(std::uint64_t key, std::uint32_t month, std::uint64_t first_trial, std::size_t count, std::uint32_t* out) {
  const std::uint64_t last_trial = first_trial + count;
  for (std::uint64_t trial = first_trial; trial < last_trial;) {
    const std::uint64_t group = trial / group_size, left = last_trial - trial;
    std::uint32_t* place = out + (trial - first_trial);
    if (trial % group_size == 0 && left >= group_size) {
      words_of_group(key, month, group, place);
      trial += group_size;
      continue;
    }
    std::uint32_t whole[group_size];
    words_of_group(key, month, group, whole);
    for (const std::uint64_t end = (group + 1) * group_size; trial < end && trial < last_trial; ++trial) {
      *place++ = whole[trial % group_size];
    }
  }
}

/// (word + 1/2) / 2^32. A signed conversion, which every level has; exact, as is the result.
UOR_ALWAYS_INLINE double uniform_of(std::uint32_t word) {
  const double value = static_cast<double>(static_cast<std::int32_t>(word ^ 0x80000000u)) + 0x1p31;
  return (value + 0.5) * 0x1p-32;
}

/// Words from first_central on, central_words of them, give |u - 1/2| <= 0.425.
constexpr std::uint32_t first_central = 322122547, central_words = 3650722202;

/// The words that are not central, packed together, and where they stood. [chunk_size, and what one vector more holds]
struct Tails32 {
  std::uint32_t words[chunk_size + 16], places[chunk_size + 16];
};

UOR_ALWAYS_INLINE std::size_t find_tails(const std::uint32_t* words, std::size_t first, std::size_t count,
                                         std::size_t found, Tails32& tails) {
  for (std::size_t i = first; i < count; ++i) {
    tails.places[found] = static_cast<std::uint32_t>(i);
    tails.words[found] = words[i];
    found += words[i] - first_central < central_words ? 0 : 1;
  }
  return found;
}

/// Returns how many.
std::size_t pack_tails(const std::uint32_t* words, std::size_t count, Tails32& tails) {
#if UOR_LEVEL >= 4
  const __m512i low = _mm512_set1_epi32(static_cast<int>(first_central));
  const __m512i span = _mm512_set1_epi32(static_cast<int>(central_words));
  __m512i places = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  std::size_t found = 0, first = 0;
  for (; first + 16 <= count; first += 16) {
    const __m512i some = _mm512_loadu_si512(words + first);
    const __mmask16 tail = _mm512_cmp_epu32_mask(_mm512_maskz_sub_epi32(0xFFFF, some, low), span, _MM_CMPINT_NLT);
    _mm512_storeu_si512(tails.words + found, _mm512_maskz_compress_epi32(tail, some));
    _mm512_storeu_si512(tails.places + found, _mm512_maskz_compress_epi32(tail, places));
    places = _mm512_maskz_add_epi32(0xFFFF, places, _mm512_set1_epi32(16));
    // Widened by name: GCC 12 may count four bytes of a mask that it spilled as two.
    found += static_cast<std::size_t>(__builtin_popcount(_cvtmask16_u32(tail)));
  }
  return find_tails(words, first, count, found, tails);
#elif UOR_LEVEL == 3
  const __m256i low = _mm256_set1_epi32(static_cast<int>(first_central));
  const __m256i span = _mm256_set1_epi32(static_cast<int>(central_words));
  std::size_t found = 0, first = 0;
  for (; first + 8 <= count; first += 8) {
    const __m256i some = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(words + first));
    const __m256i above = _mm256_sub_epi32(some, low);
    const __m256i is_tail = _mm256_cmpeq_epi32(_mm256_max_epu32(above, span), above);
    const auto tail = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(is_tail)));
    // A byte a lane: the numbers of those lanes that are a tail, moved together.
    const std::uint64_t lanes_of_tail = _pext_u64(0x0706050403020100u, _pdep_u64(tail, 0x0101010101010101u) * 0xFFu);
    const __m256i from = _mm256_cvtepu8_epi32(_mm_cvtsi64_si128(static_cast<long long>(lanes_of_tail)));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(tails.words + found), _mm256_permutevar8x32_epi32(some, from));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(tails.places + found),
                        _mm256_add_epi32(from, _mm256_set1_epi32(static_cast<int>(first))));
    found += static_cast<std::size_t>(__builtin_popcount(tail));
  }
  return find_tails(words, first, count, found, tails);
#else
  return find_tails(words, 0, count, 0, tails);
#endif
}

/// The ratio of the centre for all; then, packed together, logarithm, root and ratio for the 15 in 100 that are in a
/// tail.
void normals_of_chunk(const std::uint32_t* words, double* z, std::size_t count) {
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) {
    const elementary::Ratio centre = elementary::central_quantile(uniform_of(words[i]) - 0.5);
    z[i] = centre.top / centre.bottom;
  }
  Tails32 tails;
  const std::size_t found = pack_tails(words, count, tails);
  const std::size_t padded = (found + 7) / 8 * 8;  // no rest that would be done one by one
  for (std::size_t i = found; i < padded; ++i) tails.words[i] = 0;
  double tail_z[chunk_size];
#pragma omp simd
  for (std::size_t i = 0; i < padded; ++i) {
    const double u = uniform_of(tails.words[i]);
    const elementary::Ratio tail = elementary::tail_quantile<false>(u, 1.0 - u);
    tail_z[i] = tail.top / tail.bottom;
  }
  for (std::size_t i = 0; i < found; ++i) z[tails.places[i]] = tail_z[i];
}

void normals(const std::uint32_t* words, double* z, std::size_t count) {
  for (std::size_t first = 0; first < count; first += chunk_size) {
    normals_of_chunk(words + first, z + first, count - first < chunk_size ? count - first : chunk_size);
  }
}

void combine(double* out, double a, const double* x, double b, const double* y, std::size_t count) {
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) out[i] = a * x[i] + b * y[i];
}

/// z conditioned on lying between the bounds: mixing each tail keeps its relative accuracy, however far out.
UOR_ALWAYS_INLINE void truncate(const MapPlan& plan, double* z, std::size_t count) {
  const double a = plan.lower_tails[0], b = plan.lower_tails[1], c = plan.upper_tails[0], d = plan.upper_tails[1];
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) {
    const Tails tails = elementary::tails_of(z[i]);
    z[i] = elementary::quantile_of(a * tails.upper + b * tails.lower, c * tails.upper + d * tails.lower);
  }
}

UOR_ALWAYS_INLINE void keep_within(double low, double high, double* out, std::size_t count) {
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) {
    const double raised = out[i] < low ? low : out[i];
    out[i] = raised > high ? high : raised;
  }
}

UOR_ALWAYS_INLINE void triangular(const MapPlan& plan, const double* z, double* out, std::size_t count) {
  const double lower = plan.k[0], upper = plan.k[1], turn = plan.k[2], left_scale = plan.k[3], right_scale = plan.k[4];
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) {
    const Tails tails = elementary::tails_of(z[i]);
    const bool left = tails.lower < turn;
    const double distance = __builtin_sqrt((left ? tails.lower : tails.upper) * (left ? left_scale : right_scale));
    out[i] = left ? lower + distance : upper - distance;
  }
}

UOR_ALWAYS_INLINE void from_table(const MapPlan& plan, const double* z, double* out, std::size_t count) {
  const double start = plan.k[0], width = plan.k[1];
  const double *c0 = plan.values, *c1 = c0 + plan.size, *c2 = c1 + plan.size, *c3 = c2 + plan.size,
               *c4 = c3 + plan.size, *c5 = c4 + plan.size;
  const std::int32_t last = static_cast<std::int32_t>(plan.size) - 1;
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) {
    const double low = z[i] < -table_reach ? -table_reach : z[i];
    const double place = ((low > table_reach ? table_reach : low) + table_reach) * table_steps_per_unit;
    const std::int32_t found = static_cast<std::int32_t>(place), interval = found > last ? last : found;
    const double s = place - interval - 0.5;
    const double high_order = c3[interval] + s * (c4[interval] + s * c5[interval]);
    const double logit = c0[interval] + s * (c1[interval] + s * (c2[interval] + s * high_order));
    out[i] = start + width * (1.0 / (1.0 + elementary::exp_of(-logit)));
  }
}

UOR_ALWAYS_INLINE void from_order(const MapPlan& plan, const double* z, double* out, std::size_t count) {
  const double* values = plan.values;
  const std::int32_t last = static_cast<std::int32_t>(plan.size) - 2;
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) {
    const double place = elementary::tails_of(z[i]).lower * (last + 1);
    const std::int32_t found = static_cast<std::int32_t>(place), left = found > last ? last : found;
    const double low = values[left], high = values[left + 1];
    out[i] = low + (place - left) * (high - low);
  }
}

UOR_ALWAYS_INLINE void steps(const MapPlan& plan, const double* z, double* out, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) out[i] = plan.values[0];
  for (std::size_t k = 0; k < plan.size; ++k) {
    const double threshold = plan.thresholds[k], value = plan.values[k + 1];
#pragma omp simd
    for (std::size_t i = 0; i < count; ++i) out[i] = z[i] >= threshold ? value : out[i];
  }
}

template <typename Value>
UOR_ALWAYS_INLINE void each(const double* z, double* out, std::size_t count, Value value) {
#pragma omp simd
  for (std::size_t i = 0; i < count; ++i) out[i] = value(z[i]);
}

void map_chunk(const MapPlan& plan, const double* z, double* out, std::size_t n) {
  const double a = plan.k[0], b = plan.k[1], c = plan.k[2];
  switch (plan.form) {
    case MapPlan::Form::constant:
      for (std::size_t i = 0; i < n; ++i) out[i] = a;
      return;
    case MapPlan::Form::linear:
      return each(z, out, n, [=](double x) { return a + b * x; });
    case MapPlan::Form::exponential:
      return each(z, out, n, [=](double x) { return a * elementary::exp_of(b * x); });
    case MapPlan::Form::uniform:
      return each(z, out, n, [=](double x) { return a + b * elementary::tails_of(x).lower; });
    case MapPlan::Form::triangular:
      return triangular(plan, z, out, n);
    case MapPlan::Form::split:
      return each(z, out, n, [=](double x) { return a + (x < 0.0 ? b : c) * x; });
    case MapPlan::Form::table:
      return from_table(plan, z, out, n);
    case MapPlan::Form::steps:
      return steps(plan, z, out, n);
    case MapPlan::Form::ordered:
      return from_order(plan, z, out, n);
  }
}

void map(const MapPlan& plan, const double* z, double* out, std::size_t count) {
  for (std::size_t first = 0; first < count; first += chunk_size) {
    const std::size_t n = count - first < chunk_size ? count - first : chunk_size;
    double chunk[chunk_size];
    for (std::size_t i = 0; i < n; ++i) chunk[i] = z[first + i];
    if (plan.truncated) truncate(plan, chunk, n);
    map_chunk(plan, chunk, out + first, n);
    if (plan.truncated) keep_within(plan.bounds[0], plan.bounds[1], out + first, n);
  }
}

void beta_density(double alpha, double beta, double peak, const double* logit, double* out, std::size_t count) {
  each(logit, out, count,
       [=](double y) { return elementary::exp_of(elementary::beta_exponent(alpha, beta, y) - peak); });
}

void stratify(const std::uint32_t* round_keys, std::uint32_t place, std::size_t count, std::uint32_t* words) {
  stratify_words(round_keys, place, count, words);
}

void sobol(const SobolBlock& block, std::uint32_t place, std::size_t count, std::uint32_t* words) {
  sobol_words(block, place, count, words);
}

}  // namespace

#define UOR_SAMPLE_NAME_OF(level) kernels_v##level
#define UOR_SAMPLE_NAME(level) UOR_SAMPLE_NAME_OF(level)

extern const Kernels UOR_SAMPLE_NAME(UOR_LEVEL);
const Kernels UOR_SAMPLE_NAME(UOR_LEVEL) = {UOR_LEVEL, words, normals, combine, map, beta_density, stratify, sobol};

}  // namespace uor::sample
