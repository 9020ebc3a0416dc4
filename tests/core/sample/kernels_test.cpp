#include "core/uor/sample/kernels.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "core/uor/sample/beta_table.hpp"

namespace uor::sample {
namespace {

constexpr std::size_t count = 1003;  // whole vectors of every width, and a rest

std::vector<double> normals_at(const Kernels& level) {
  std::vector<std::uint32_t> words(1008);
  level.words(99, 5, 16, words.size(), words.data());
  std::vector<double> z(count);
  level.normals(words.data(), z.data(), count);
  return z;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

TEST(Kernels, OfTheHighestLevelAreUsedUnlessALowerOneIsAskedFor) {
  ASSERT_FALSE(available_kernels().empty());
  EXPECT_LE(kernels().level, available_kernels().back()->level);
}

TEST(Kernels, DrawTheSameBitsAtEveryLevel) {
  const std::vector<double> expected = normals_at(*available_kernels().front());
  for (const Kernels* level : available_kernels()) {
    EXPECT_TRUE(same_bits(normals_at(*level), expected)) << "level " << level->level;
  }
}

TEST(Kernels, MapToTheSameBitsAtEveryLevel) {
  const std::vector<double> z = normals_at(*available_kernels().front());
  const std::vector<double> values = {1.0, 2.5, 4.0, 7.0}, thresholds = {-1.0, 0.2, 0.7};
  const auto table = beta_table(1.3, 4.7);
  for (int form = 0; form <= static_cast<int>(MapPlan::Form::ordered); ++form) {
    for (const bool truncated : {false, true}) {
      MapPlan plan = {static_cast<MapPlan::Form>(form), {0.3, 1.7, 0.4, 0.6, 0.9}, values.data(), thresholds.data()};
      plan.size = plan.form == MapPlan::Form::steps ? thresholds.size() : values.size();
      if (plan.form == MapPlan::Form::table) {
        plan.values = table->data();
        plan.size = table_intervals;
      }
      plan.truncated = truncated;
      plan.lower_tails[0] = 0.01, plan.lower_tails[1] = 0.8;
      plan.upper_tails[0] = 0.99, plan.upper_tails[1] = 0.2;
      plan.bounds[0] = -100, plan.bounds[1] = 100;
      std::vector<double> expected(count), found(count);
      available_kernels().front()->map(plan, z.data(), expected.data(), count);
      for (const Kernels* level : available_kernels()) {
        level->map(plan, z.data(), found.data(), count);
        EXPECT_TRUE(same_bits(found, expected)) << "form " << form << " level " << level->level;
      }
    }
  }
}

}  // namespace
}  // namespace uor::sample
