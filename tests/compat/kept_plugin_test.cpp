// The binary of a plugin that was built with the headers of 1.0 (README.md): loaded, run, and its figures computed
// again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "core/uor/host/catalogue.hpp"
#include "core/uor/host/shared_object.hpp"

namespace uor::host {
namespace {

namespace fs = std::filesystem;

/// A copy that nobody else may write to, whatever the rights of the folder of the sources.
class KeptPlugin : public testing::Test {
 protected:
  void SetUp() override {
#if !defined(__x86_64__)
    GTEST_SKIP() << "the plugin is built for x86-64";
#endif
    std::string pattern = testing::TempDir() + "uor_kept_XXXXXX";
    folder_ = mkdtemp(pattern.data());
    path_ = folder_ + "/uor_minimal.so";
    fs::copy_file(UOR_SOURCE_DIR "/tests/compat/files/uor_minimal-1.0.so", path_);
    fs::permissions(path_, fs::perms::owner_read | fs::perms::owner_write);
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  std::string folder_, path_;
};

TEST_F(KeptPlugin, IsOfTheFirstMinor) {
  const SharedObject library(path_);
  const Constant constant = library.constant();
  EXPECT_EQ(constant.at->abi_minor, 0U);
  EXPECT_EQ(constant.at->struct_size, 120U);
  EXPECT_EQ(constant.bytes, 120U);
  EXPECT_EQ(contract_of(path_, constant).needs_minor, 0U);
}

TEST_F(KeptPlugin, DeclaresWhatItsSourceSays) {
  const Plugin plugin(path_);
  EXPECT_EQ(plugin.id() + ' ' + plugin.version(), "minimal 1.0.0");
  ASSERT_EQ(plugin.quantities().size(), 2U);
  EXPECT_EQ(plugin.quantities()[0].id, "minimal.agency_share");
  EXPECT_EQ(plugin.quantities()[0].likely_upper, 15.0);
  EXPECT_EQ(plugin.quantities()[1].source, "people.agency_spend - minimal.target_share of people.pay");
  ASSERT_EQ(plugin.parameters().size(), 1U);
  EXPECT_EQ(plugin.parameters()[0].value, 3.0);
  ASSERT_EQ(plugin.nodes().size(), 1U);
  EXPECT_EQ(plugin.nodes()[0].reads[0].window, 12);
}

TEST_F(KeptPlugin, GivesTheFiguresOfItsFormulas) {
  const Plugin plugin(path_);
  constexpr std::size_t trials = 16;
  const double target[] = {3.0};
  alignas(64) double agency_12[trials], pay_12[trials], agency[trials], pay[trials], share[trials], excess[trials];
  for (std::size_t t = 0; t < trials; ++t) {
    agency_12[t] = 10.0 + static_cast<double>(t);
    pay_12[t] = 300.0 - static_cast<double>(t);
    agency[t] = 0.5 + 0.05 * static_cast<double>(t);
    pay[t] = 25.0;
  }
  const double* inputs[] = {agency_12, pay_12, agency, pay};
  double* outputs[] = {share, excess};
  plugin.evaluate(0, {0, trials, 3, 3, 1, 30, 12, target, inputs, outputs});
  for (std::size_t t = 0; t < trials; ++t) {
    EXPECT_EQ(share[t], 100.0 * agency_12[t] / pay_12[t]) << t;
    EXPECT_EQ(excess[t], std::max(agency[t] - 3.0 / 100.0 * pay[t], 0.0)) << t;
  }
  EXPECT_EQ(excess[5], 0.0);  // 0.75 of 25 is the target
  EXPECT_GT(excess[6], 0.0);
}

TEST_F(KeptPlugin, HasNoExtensionOfALaterMinor) {
  const SharedObject library(path_);
  const uor_plugin plugin = contract_of(path_, library.constant());
  ASSERT_NE(plugin.extension, nullptr);
  EXPECT_NE(plugin.extension("uor.isa/1"), nullptr);
  EXPECT_EQ(plugin.extension("uor.isa/2"), nullptr);
  EXPECT_EQ(plugin.extension("uor.later/1"), nullptr);
}

}  // namespace
}  // namespace uor::host
