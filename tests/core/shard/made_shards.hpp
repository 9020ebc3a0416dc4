// The small model's run as shards in a folder of the test's own.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "core/uor/run/simulate.hpp"
#include "core/uor/shard/folder.hpp"
#include "core/uor/shard/make.hpp"
#include "core/uor/shard/merge.hpp"
#include "tests/core/run/kept_run.hpp"

namespace uor::test {

class ShardTest : public testing::Test {
 protected:
  ShardTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "uor-shards-XXXXXX").string();
    root_ = mkdtemp(pattern.data());
  }
  ~ShardTest() override { std::filesystem::remove_all(root_); }

  static model::Inputs two_trusts(std::uint64_t trials) {
    model::Inputs inputs = small_inputs(trials);
    inputs.scenario.run.months = 1;
    inputs.scenario.variants = {small_variant("better", "small.level", Operation::add, -5)};
    inputs.batch_trials = 512;
    return inputs;
  }

  std::string path(const std::string& name) const { return (root_ / name).string(); }

  /// One shard under `name`; closed after `chunks` of its chunks.
  std::string make(run::Engine& engine, const shard::Unit& unit, const std::string& name, int chunks = 1000) const {
    shard::ShardWriter writer(path(name), {shard::identity_of(engine.header()), R"({"scenario":"small"})"});
    shard::make(
        engine.sides(), unit, engine.workers(), writer, [](const tally::Block&) {}, [&] { return --chunks == 0; });
    writer.commit();
    return path(name);
  }

  static std::string bytes(const std::string& file) {
    std::ostringstream all;
    all << std::ifstream(file, std::ios::binary).rdbuf();
    return all.str();
  }
  static void write(const std::string& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  }

  std::filesystem::path root_;
};

}  // namespace uor::test
