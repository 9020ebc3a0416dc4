// One plugin, three instruction sets: tables that agree, code that does not mix, the same bits.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/uor/sdk/plugin.h"

namespace {

constexpr std::size_t trials = 4096;

bool processor_has(int level) {
#ifdef __x86_64__
  if (level == 4) return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl");
  if (level == 3) return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#endif
  return level == 2;
}

class Isa : public testing::Test {
 protected:
  void SetUp() override {
    library_ = dlopen(UOR_PROBE_PLUGIN, RTLD_NOW | RTLD_LOCAL);
    ASSERT_NE(library_, nullptr) << dlerror();
    plugin_ = static_cast<const uor_plugin*>(dlsym(library_, UOR_PLUGIN_SYMBOL));
    ASSERT_NE(plugin_, nullptr);
    if (plugin_->extension == nullptr) GTEST_SKIP() << "one instruction set on this processor family";
    variants_ = static_cast<const uor_isa_variants*>(plugin_->extension("uor.isa/1"));
    ASSERT_NE(variants_, nullptr);
  }
  void TearDown() override {
    if (library_ != nullptr) dlclose(library_);
  }

  void* library_ = nullptr;
  const uor_plugin* plugin_ = nullptr;
  const uor_isa_variants* variants_ = nullptr;
};

struct alignas(64) Column {
  std::array<double, trials> values{};
};

/// All outputs of a node on fixed pseudo-random columns: x in -30..30, y in 0.001..1000.
std::vector<Column> outputs_of(const uor_node& node) {
  std::vector<Column> in(2), out(node.output_count);
  std::mt19937_64 engine(1);
  for (std::size_t t = 0; t < trials; ++t) {
    // 53 bits of the engine: the same on every standard library, unlike its distributions
    in[0].values[t] = static_cast<double>(engine() >> 11) * 0x1p-53 * 60.0 - 30.0;
    in[1].values[t] = 0.001 + static_cast<double>(engine() >> 11) * 0x1p-53 * 1000.0;
  }
  const std::array<const double*, 2> inputs = {in[0].values.data(), in[1].values.data()};
  std::vector<double*> outputs;
  for (Column& column : out) outputs.push_back(column.values.data());
  const uor_batch batch = {0, trials, 1, 1, 1, 30, 12, nullptr, inputs.data(), outputs.data()};
  uor_message message{};
  EXPECT_EQ(node.evaluate(nullptr, &batch, &message), UOR_OK) << message.text;
  return out;
}

std::uint64_t bits_hash(const std::vector<Column>& columns) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const Column& column : columns) {
    for (double x : column.values) hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 0x100000001b3u;
  }
  return hash;
}

TEST_F(Isa, TheExportedConstantIsTheLowestLevelAndNamesAllThree) {
  ASSERT_EQ(variants_->count, 3u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(variants_->variants[i].level, static_cast<int>(i) + 2);
  EXPECT_EQ(variants_->variants[0].plugin, plugin_);
  EXPECT_EQ(plugin_->extension("uor.unknown/1"), nullptr);
}

TEST_F(Isa, EveryLevelHasItsOwnCodeAndTheSameTables) {
  std::set<uor_evaluate> functions;
  for (std::size_t i = 0; i < variants_->count; ++i) {
    const uor_plugin& variant = *variants_->variants[i].plugin;
    ASSERT_EQ(variant.node_count, plugin_->node_count);
    ASSERT_EQ(variant.quantity_count, plugin_->quantity_count);
    for (std::size_t n = 0; n < variant.node_count; ++n) {
      functions.insert(variant.nodes[n].evaluate);
      EXPECT_EQ(std::string(variant.nodes[n].id), plugin_->nodes[n].id);
    }
    for (std::size_t q = 0; q < variant.quantity_count; ++q) {
      const uor_quantity& quantity = variant.quantities[q];
      EXPECT_EQ(std::string(quantity.id), plugin_->quantities[q].id);
      EXPECT_EQ(quantity.driver != nullptr, quantity.kind == UOR_DRIVER);
    }
  }
  EXPECT_EQ(functions.size(), variants_->count * plugin_->node_count);
}

TEST_F(Isa, FilesOfOneLevelCallEachOther) {
  for (std::size_t i = 0; i < variants_->count; ++i) {
    const uor_isa_variant& variant = variants_->variants[i];
    if (!processor_has(variant.level)) continue;
    EXPECT_EQ(outputs_of(variant.plugin->nodes[1])[0].values[0], variant.level);
  }
}

TEST_F(Isa, EveryLevelAndCompilerGivesTheSameBits) {
  for (std::size_t i = 0; i < variants_->count; ++i) {
    const uor_isa_variant& variant = variants_->variants[i];
    if (!processor_has(variant.level)) continue;
    EXPECT_EQ(bits_hash(outputs_of(variant.plugin->nodes[0])), 0xb49e0fdb0a9b82fcu) << "x86-64-v" << variant.level;
  }
}

TEST_F(Isa, VectorsGiveWhatTheStandardLibraryGives) {
  const std::vector<Column> out = outputs_of(plugin_->nodes[0]);
  std::mt19937_64 engine(1);
  for (std::size_t t = 0; t < trials; ++t) {
    const double x = static_cast<double>(engine() >> 11) * 0x1p-53 * 60.0 - 30.0;
    const double y = 0.001 + static_cast<double>(engine() >> 11) * 0x1p-53 * 1000.0;
    EXPECT_NEAR(out[0].values[t] / std::exp(x), 1.0, 1e-15);
    EXPECT_NEAR(out[1].values[t], std::log(y), 1e-15 * std::fabs(std::log(y)));
  }
}

}  // namespace
