#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "core/uor/store/hdf5_sink.hpp"
#include "core/uor/store/layout.hpp"
#include "tests/core/store/made_up_run.hpp"

namespace uor::store {
namespace {

std::uint64_t written_bytes(const model::Header& header) {
  const std::string path = testing::TempDir() + "uor_estimate_" + std::to_string(::getpid()) + ".h5";
  Hdf5Sink sink(path);
  play(header, 256, sink);
  const std::uint64_t bytes = std::filesystem::file_size(path);
  std::filesystem::remove(path);
  return bytes;
}

TEST(EstimateBytes, IsNearTheSizeOfAFileWithRawTrials) {
  model::Header header = made_up_header();
  header.months = 12;
  header.trials = 5000;
  const double written = static_cast<double>(written_bytes(header));
  const double estimated = static_cast<double>(estimate_bytes(header));
  EXPECT_GT(estimated, 0.98 * written);
  EXPECT_LT(estimated, 1.15 * written);
}

TEST(EstimateBytes, OfASmallFileIsOfItsOrder) {
  model::Header header = made_up_header();
  header.keep = {};
  const double written = static_cast<double>(written_bytes(header));
  EXPECT_GT(static_cast<double>(estimate_bytes(header)), 0.8 * written);
  EXPECT_LT(static_cast<double>(estimate_bytes(header)), 2 * written);
}

TEST(EstimateBytes, OfTheWholeSectorWithEverythingIsTensOfGigabytes) {
  model::Header header = made_up_header();
  header.months = 12;
  header.trials = 10000;
  header.trusts.resize(131);
  header.metrics.resize(22);
  header.quantities.resize(200);
  const double gigabytes = static_cast<double>(estimate_bytes(header)) / 1e9;
  // 2 sides x 131 trusts x 12 months x 10,000 trials x (5 + 22 + 1 + 200) doubles = 57.3 GB
  EXPECT_NEAR(gigabytes, 57.5, 1.0);
}

}  // namespace
}  // namespace uor::store
