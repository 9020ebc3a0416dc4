#include "core/uor/model/parameters.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "tests/core/base/message_of.hpp"
#include "tests/core/small_model.hpp"

namespace uor::model {
namespace {

/// The small plugin with one parameter of this default between 0 and 10.
host::Catalogue with_parameter(uor_parameter& parameter, uor_plugin& plugin, double value) {
  parameter = {};
  parameter.id = "small.share";
  parameter.unit = "percent";
  parameter.title = "A share";
  parameter.value = value;
  parameter.upper = 10;
  parameter.source = "a test";
  plugin = test::small_plugin();
  plugin.parameters = &parameter;
  plugin.parameter_count = 1;
  std::vector<host::Plugin> plugins;
  plugins.push_back(host::Plugin::of(plugin));
  return host::Catalogue(std::move(plugins));
}

TEST(ParameterTable, TakesTheYearBeforeThePolicyBeforeThePlugin) {
  uor_parameter parameter;
  uor_plugin plugin;
  const host::Catalogue catalogue = with_parameter(parameter, plugin, 1.0);
  policy::Policy policy = test::small_policy();
  EXPECT_EQ(parameter_table(catalogue, policy, "2018/19", 12)[0][0][0], 1.0);
  policy.parameters["small.share"].value = 2.0;
  EXPECT_EQ(parameter_table(catalogue, policy, "2018/19", 12)[0][0][0], 2.0);
  policy.year_parameters["2019/20"]["small.share"].value = 3.0;
  const ParameterTable table = parameter_table(catalogue, policy, "2018/19", 24);
  ASSERT_EQ(table.size(), 2u);
  EXPECT_EQ(table[0][0][0], 2.0);
  EXPECT_EQ(table[1][0][0], 3.0);
}

TEST(ParameterTable, RefusesWhatNobodyGivesAndWhatIsOutOfRange) {
  uor_parameter parameter;
  uor_plugin plugin;
  const host::Catalogue catalogue = with_parameter(parameter, plugin, std::numeric_limits<double>::quiet_NaN());
  policy::Policy policy = test::small_policy();
  const std::string refusal = test::message_of([&] { parameter_table(catalogue, policy, "2018/19", 12); });
  EXPECT_NE(refusal.find("small.share"), std::string::npos) << refusal;
  EXPECT_NE(refusal.find("no value for"), std::string::npos) << refusal;
  policy.parameters["small.share"].value = 11;
  EXPECT_EQ(test::message_of([&] { parameter_table(catalogue, policy, "2018/19", 12); }),
            "parameter 'small.share' is 11, outside 0 to 10 percent");
}

TEST(ParameterTable, RefusesARowOfAParameterThatNoPluginHas) {
  uor_parameter parameter;
  uor_plugin plugin;
  const host::Catalogue catalogue = with_parameter(parameter, plugin, 1.0);
  policy::Policy policy = test::small_policy();
  policy.parameters["small.shore"].value = 1;
  EXPECT_EQ(test::message_of([&] { parameter_table(catalogue, policy, "2018/19", 12); }),
            "no plugin has a parameter 'small.shore'. Did you mean 'small.share'?");
}

TEST(PeerMedians, AreThoseOfThePeersElseOfThePolicyElseNational) {
  Inputs inputs = test::small_inputs();
  EXPECT_EQ(peer_medians_of(inputs, 0), std::vector<double>{50});
  inputs.policy.metrics[0].peer = 48;
  EXPECT_EQ(peer_medians_of(inputs, 0), std::vector<double>{48});
  inputs.peer_medians = {{{"load", 46.5}}};
  EXPECT_EQ(peer_medians_of(inputs, 0), std::vector<double>{46.5});
  EXPECT_EQ(peer_medians_of(inputs, 1), std::vector<double>{48});
}

}  // namespace
}  // namespace uor::model
