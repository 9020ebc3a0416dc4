#include "core/uor/study/surface.hpp"

#include <gtest/gtest.h>

#include "tests/core/study/draws.hpp"

namespace uor::study {
namespace {

TEST(Surface, FindsProductsExactlyWhereTheyAreAmongItsTerms) {
  const Table table = table_of(Law::normal, 1, 2, 1024);
  const auto function = [](const Values& z) { return 1 + z[0] * z[1] - 2 * z[1] * z[1] + z[0] * z[0] * z[1]; };
  const Values output = values_of(table, function);
  const Surface surface = regress(drivers_of(table, Law::normal), output);
  for (std::size_t t = 0; t < output.size(); ++t) EXPECT_NEAR(surface.fitted[t], output[t], 1e-8);
  EXPECT_NEAR(surface.noise, 0, 1e-15);
}

// What is fitted to noise alone has, on average, a mean square of terms / trials: six here.
TEST(Surface, KnowsWhatItsOwnErrorsAdd) {
  const Table table = table_of(Law::normal, 2, 1, 4096);
  const Values output = normals(3, 0, 4096);
  EXPECT_NEAR(regress(drivers_of(table, Law::normal), output).noise, 6.0 / 4096, 0.3 * 6 / 4096);
}

TEST(Surface, WithoutDriversIsTheMean) {
  const Values output = {1, 2, 3, 6};
  const Surface surface = regress({}, output);
  for (const double fitted : surface.fitted) EXPECT_DOUBLE_EQ(fitted, 3);
}

}  // namespace
}  // namespace uor::study
