#include "core/uor/store/long_table.hpp"

#include <H5Cpp.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace uor::store {
namespace {

TEST(LongTable, IsAGroupOfVariablesOverRow) {
  const std::string path = testing::TempDir() + "uor_tables_" + std::to_string(::getpid()) + ".nc";
  const LongTable odds = {
      "odds",
      "Odds",
      {{"trust", "Trust", std::vector<std::string>{"A", "B", "C"}}, {"value", "", std::vector<double>{1, 2, 4}}}};
  EXPECT_EQ(odds.rows(), 3u);
  write_netcdf(PartialFile(path), {odds, {"sector", "Sector", {}}});
  {
    const H5::H5File file(path, H5F_ACC_RDONLY);
    double values[3] = {};
    file.openDataSet("odds/value").read(values, H5::PredType::NATIVE_DOUBLE);
    EXPECT_EQ(values[2], 4);
    EXPECT_EQ(file.openGroup("sector").getNumObjs(), 0u);
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace uor::store
