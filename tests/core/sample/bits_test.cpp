#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/uor/base/hash.hpp"
#include "core/uor/sample/marginal.hpp"
#include "core/uor/sample/sampler.hpp"
#include "tests/core/sample/columns_of.hpp"
#include "tests/core/sample/distributions.hpp"

namespace uor::sample {
namespace {

std::uint64_t hash_of(const std::vector<double>& column) {
  std::vector<char> bytes(column.size() * sizeof(double));
  std::memcpy(bytes.data(), column.data(), bytes.size());
  return hash_name(std::string_view(bytes.data(), bytes.size()));
}

// These two numbers stand for every draw: they must be the same with GCC and Clang, optimised or not, instrumented or
// not, on any processor. A change of either changes all results that were ever published with a seed.
TEST(Bits, OfStreamsAreFixed) {
  Eigen::MatrixXd half(2, 2);
  half << 1, 0.5, 0.5, 1;
  const Sampler sampler(2019, "RF4",
                        {{"a", Each::run, 0, 0.3},
                         {"b", Each::run, 0, 0},
                         {"c", Each::month, 0, 0},
                         {"d", Each::ar1, 0.8, 0.5},
                         {"e", Each::ar1, 0.8, 0}},
                        {{"g", {1, 0}, half}, {"h", {3, 4}, half}});
  std::uint64_t hash = 0;
  for (std::size_t stream = 0; stream < sampler.stream_count(); ++stream) {
    hash = mix_bits(hash ^ hash_of(column_of(sampler, stream, 3, 4096, 512)));
  }
  EXPECT_EQ(hash, 8384058734858597757u);
}

TEST(Bits, OfMapsAreFixed) {
  const Sampler sampler(2019, "RF4", {{"a", Each::run, 0, 0}}, {});
  const std::vector<double> z = column_of(sampler, 0, 0, 0, 2048);
  std::uint64_t hash = 0;
  for (const Distribution& distribution :
       {normal(1, 2), lognormal(1, .5), triangular(0, .2, 1), pert(0, .3, 1), beta(0, 1, .5, 900), uniform(0, 1),
        discrete({1, 1, 2, 3, 5, 1}), bernoulli(.3), empirical({1, 2, 2, 7}), quartiles(1, 2, 4),
        truncated(lognormal(1, 1), 2, 9), truncated(pert(0, .9, 1), 0, .2)}) {
    std::vector<double> column(z.size());
    Marginal(distribution).map(z.data(), column.data(), z.size());
    hash = mix_bits(hash ^ hash_of(column));
  }
  EXPECT_EQ(hash, 254339256679801531u);
}

}  // namespace
}  // namespace uor::sample
