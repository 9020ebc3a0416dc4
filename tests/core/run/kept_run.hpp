// A run of the small model, kept in memory.
#pragma once

#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "core/uor/run/engine.hpp"
#include "core/uor/sdk/plugin.h"
#include "tests/core/small_model.hpp"

namespace uor::test {

/// All that a run hands over.
struct KeptRun {
  std::vector<tally::Block> blocks;
  std::vector<tally::Summary> summaries;
  std::optional<tally::Sector> sector;
  bool ended = false;

  /// Latents of one trust on one side, by trial; the run keeps them.
  std::vector<double> latents(std::size_t trust, std::size_t side) const {
    std::vector<double> all;
    for (const tally::Block& block : blocks) {
      if (block.trust != trust) continue;
      const auto first = block.latent.begin() + static_cast<std::ptrdiff_t>(side * block.count);
      all.insert(all.end(), first, first + static_cast<std::ptrdiff_t>(block.count));
    }
    return all;
  }
};

class KeepingSink : public tally::Sink {
 public:
  explicit KeepingSink(KeptRun& run) : run_(run) {}
  void begin(const model::Header&) override {}
  void block(const tally::Block& block) override { run_.blocks.push_back(block); }
  void summary(const tally::Summary& summary) override { run_.summaries.push_back(summary); }
  void sector(const tally::Sector& sector) override { run_.sector = sector; }
  void end(double) override { run_.ended = true; }

 private:
  KeptRun& run_;
};

inline KeptRun run_of(const model::Inputs& inputs) {
  KeptRun kept;
  KeepingSink sink(kept);
  run::Engine(inputs).run(sink);
  return kept;
}

/// Every count and every bit of every mean, deviation, quantile and latent.
inline void expect_same(const KeptRun& a, const KeptRun& b) {
  ASSERT_EQ(a.summaries.size(), b.summaries.size());
  for (std::size_t trust = 0; trust < a.summaries.size(); ++trust) {
    EXPECT_EQ(a.latents(trust, 0), b.latents(trust, 0));
    for (std::size_t s = 0; s < a.summaries[trust].sides.size(); ++s) {
      const tally::SideSummary &one = a.summaries[trust].sides[s], &other = b.summaries[trust].sides[s];
      EXPECT_EQ(one.rating, other.rating);
      EXPECT_EQ(one.combined, other.combined);
      EXPECT_EQ(one.migration, other.migration);
      EXPECT_EQ(one.expected_score, other.expected_score);
      EXPECT_EQ(one.mean_change, other.mean_change);
      EXPECT_EQ(one.mean_change_se, other.mean_change_se);
      ASSERT_EQ(one.moments.size(), other.moments.size());
      for (std::size_t item = 0; item < one.moments.size(); ++item) {
        EXPECT_EQ(one.moments[item].mean, other.moments[item].mean);
        EXPECT_EQ(one.moments[item].sd, other.moments[item].sd);
        EXPECT_EQ(one.moments[item].quantiles, other.moments[item].quantiles);
      }
    }
  }
}

/// The small plugin, but trial 300 of its load in month 3 is no number.
class BrokenPlugin {
 public:
  BrokenPlugin() : nodes_(small_plugin().nodes, small_plugin().nodes + small_plugin().node_count) {
    nodes_[1].evaluate = [](const void*, const uor_batch* batch, uor_message* message) {
      const uor_status status = small_plugin().nodes[1].evaluate(nullptr, batch, message);
      const bool here = batch->month == 3 && batch->first_trial <= 300 && 300 < batch->first_trial + batch->trial_count;
      if (here) batch->outputs[0][300 - batch->first_trial] = std::numeric_limits<double>::quiet_NaN();
      return status;
    };
    plugin_ = small_plugin();
    plugin_.nodes = nodes_.data();
  }
  std::shared_ptr<const host::Catalogue> catalogue() const { return catalogue_of(plugin_); }

 private:
  std::vector<uor_node> nodes_;
  uor_plugin plugin_;
};

}  // namespace uor::test
