// A plugin of core/uor/host/catalogue.hpp that is taken from memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "core/uor/host/catalogue.hpp"
#include "tests/core/base/message_of.hpp"

namespace uor::host {
namespace {

using testing::HasSubstr;

uor_status twice(const void*, const uor_batch* batch, uor_message*) {
  for (std::size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = 2 * batch->inputs[0][t];
  return UOR_OK;
}

uor_status no_luck(const void*, const uor_batch*, uor_message* message) {
  message->text[0] = '7';
  message->text[1] = '\0';
  return UOR_FATAL;
}

/// Two percentages, the second twice the first.
struct TwoPercentages {
  uor_driver driver{};
  std::array<uor_quantity, 2> quantities{};
  std::array<uor_input, 1> inputs = {{{"two.first", "percent", 0, 1}}};
  std::array<const char*, 1> outputs = {"two.second"};
  std::array<uor_node, 1> nodes{};
  uor_plugin plugin{};

  TwoPercentages() {
    for (uor_quantity& quantity : quantities) {
      quantity.unit = "percent";
      quantity.title = "A percentage";
      quantity.kind = UOR_INTERMEDIATE;
      quantity.upper = quantity.likely_upper = 100;
      quantity.source = "a test";
    }
    quantities[0].id = "two.first";
    quantities[0].kind = UOR_DRIVER;
    quantities[0].driver = &driver;
    quantities[1].id = "two.second";
    nodes[0].id = "twice";
    nodes[0].phase = 1;
    nodes[0].inputs = inputs.data();
    nodes[0].input_count = inputs.size();
    nodes[0].outputs = outputs.data();
    nodes[0].output_count = outputs.size();
    nodes[0].evaluate = twice;
    plugin.abi_major = UOR_ABI_MAJOR;
    plugin.abi_minor = UOR_ABI_MINOR;
    plugin.struct_size = sizeof(uor_plugin);
    plugin.id = "two";
    plugin.version = "1.0.0";
    plugin.title = "Two percentages";
    plugin.quantities = quantities.data();
    plugin.quantity_count = quantities.size();
    plugin.nodes = nodes.data();
    plugin.node_count = nodes.size();
  }
  TwoPercentages(const TwoPercentages&) = delete;
  TwoPercentages& operator=(const TwoPercentages&) = delete;
};

std::string refusal(const TwoPercentages& two) {
  return test::message_of([&] { Plugin::of(two.plugin); });
}

TEST(PluginInMemory, IsReadAsOneOfAFileIs) {
  const TwoPercentages two;
  const Plugin plugin = Plugin::of(two.plugin);
  EXPECT_EQ(plugin.id(), "two");
  EXPECT_EQ(plugin.path(), "memory");
  EXPECT_EQ(plugin.sha256(), "");
  EXPECT_EQ(plugin.quantities().size(), 2u);
  EXPECT_EQ(plugin.nodes()[0].writes, std::vector<std::string>{"two.second"});
}

TEST(PluginInMemory, CallsItsNodes) {
  const TwoPercentages two;
  const Plugin plugin = Plugin::of(two.plugin);
  alignas(64) std::array<double, 8> in{}, out{};
  in.fill(21);
  const double* ins = in.data();
  double* outs = out.data();
  uor_batch batch{};
  batch.trial_count = 8;
  batch.inputs = &ins;
  batch.outputs = &outs;
  plugin.evaluate(0, batch);
  EXPECT_EQ(out[7], 42);
}

TEST(PluginInMemory, IsNotCalledAgainAfterItFailedForGood) {
  TwoPercentages two;
  two.nodes[0].evaluate = no_luck;
  const Plugin plugin = Plugin::of(two.plugin);
  uor_batch batch{};
  batch.trial_count = 8;
  const auto failure = [&] { return test::message_of([&] { plugin.evaluate(0, batch); }); };
  EXPECT_THAT(failure(), HasSubstr("plugin 'two', node 'twice', month 0, trials 0 to 7: 7"));
  EXPECT_THAT(failure(), HasSubstr("the plugin failed before and is not to be called again"));
}

TEST(PluginInMemory, IsRefusedAsAFileIs) {
  TwoPercentages wrong;
  wrong.quantities[1].id = "two.first";
  EXPECT_THAT(refusal(wrong), HasSubstr("memory: quantity 'two.first' is declared twice"));
  TwoPercentages old;
  old.plugin.abi_major = 9;
  EXPECT_THAT(refusal(old), HasSubstr("memory"));
}

}  // namespace
}  // namespace uor::host
