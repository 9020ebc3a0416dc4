#include "core/uor/store/content_digest.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/uor/base/error.hpp"
#include "core/uor/store/hdf5_sink.hpp"
#include "tests/core/store/made_up_run.hpp"

namespace uor::store {
namespace {

/// Leaves the made-up run as it is but for one value.
class Changing : public tally::Sink {
 public:
  Changing(tally::Sink& sink, double added) : sink_(sink), added_(added) {}
  void begin(const model::Header& header) override { sink_.begin(header); }
  void block(const tally::Block& block) override {
    tally::Block changed = block;
    if (block.trust == 1 && block.first_trial == 0) changed.metric.back() += added_;
    sink_.block(changed);
  }
  void summary(const tally::Summary& summary) override { sink_.summary(summary); }
  void sector(const tally::Sector& sector) override { sink_.sector(sector); }
  void end(double seconds) override { sink_.end(seconds); }

 private:
  tally::Sink& sink_;
  double added_;
};

std::string digest_of(const model::Header& header, std::size_t block_trials = 8, double added = 0) {
  const std::string path = testing::TempDir() + "uor_digest_" + std::to_string(::getpid()) + ".h5";
  Hdf5Sink sink(path);
  Changing changing(sink, added);
  play(header, block_trials, changing);
  const std::string digest = content_digest(path);
  std::filesystem::remove(path);
  return digest;
}

TEST(ContentDigest, IsTheSameHoweverTheRunWasMade) {
  model::Header elsewhere = made_up_header();
  elsewhere.host = "another";
  elsewhere.commit = "0123456789ab";
  elsewhere.trusts[0].path = "/some/where/else.toml";
  for (model::PluginInfo& plugin : elsewhere.plugins) plugin.path = "/opt/" + plugin.path;
  EXPECT_EQ(digest_of(made_up_header()).size(), 64u);
  EXPECT_EQ(digest_of(made_up_header()), digest_of(elsewhere, 20));
}

TEST(ContentDigest, IsAnotherWhereAnyValueOrSettingIs) {
  const std::string was = digest_of(made_up_header());
  EXPECT_NE(digest_of(made_up_header(), 8, 1e-9), was);
  model::Header other = made_up_header();
  other.seed += 1;
  EXPECT_NE(digest_of(other), was);
  other = made_up_header();
  other.sides[1] += "x";
  EXPECT_NE(digest_of(other), was);
  other = made_up_header();
  other.trusts[0].text += "\n";
  EXPECT_NE(digest_of(other), was);
}

TEST(ContentDigest, OfAFileThatIsNoneIsRefused) {
  const std::string path = testing::TempDir() + "uor_digest_none_" + std::to_string(::getpid());
  std::ofstream(path) << "no";
  EXPECT_THROW(content_digest(path), Error);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace uor::store
