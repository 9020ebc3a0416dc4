#include "core/uor/host/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "core/uor/base/error.hpp"

namespace uor::host {
namespace {

using testing::HasSubstr;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

uor_status evaluate(const void*, const uor_batch*, uor_message*) { return UOR_OK; }

/// The tables of a plugin that is right, for a test to spoil in one place.
struct Spoilt {
  uor_driver driver = {};
  uor_parameter parameters[2] = {};
  uor_quantity quantities[4] = {};
  uor_input inputs[1] = {};
  const char* outputs[1] = {"people.pay"};
  uor_node nodes[2] = {};
  uor_plugin plugin = {};

  Spoilt() {
    driver.shape = UOR_NORMAL;
    driver.p[1] = 1;
    for (uor_parameter& parameter : parameters) {
      parameter = {"people.share", "percent", "A share", 5, 0, 10, UOR_VERIFIED, "a test"};
    }
    parameters[1].id = "people.other_share";
    const char* ids[] = {"people.rate", "people.pay", "metric.pay", "people.score"};
    const uor_kind kinds[] = {UOR_DRIVER, UOR_INTERMEDIATE, UOR_METRIC, UOR_SCORE};
    for (int i = 0; i < 4; ++i) {
      quantities[i] = {ids[i], "GBP m", "Pay", kinds[i], UOR_RATE, 0,           -9,       9,
                       -1,     1,       0,     0,        nullptr,  UOR_DERIVED, "a test", nullptr};
    }
    quantities[0].driver = &driver;
    inputs[0] = {"people.rate", nullptr, 0, 1};
    for (uor_node& node : nodes) node = {"people.one", 0, 1, inputs, 1, outputs, 1, evaluate};
    nodes[1].id = "people.two";
    plugin = {UOR_ABI_MAJOR,
              UOR_ABI_MINOR,
              sizeof(uor_plugin),
              "people",
              "1.0.0",
              "People",
              "people",
              parameters,
              2,
              quantities,
              4,
              nodes,
              2,
              nullptr,
              nullptr,
              nullptr,
              0};
  }
  std::string refusal() const {
    try {
      tables_of("people.so", plugin);
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing was refused";
  }
};

TEST(Tables, BecomeValues) {
  Spoilt good;
  good.quantities[1].profile = "emergency";
  good.quantities[1].summarise = 1;
  good.inputs[0].lag = UOR_AT_ANCHOR;
  good.driver.fact = "sickness_rate";
  good.driver.each = UOR_EACH_AR1;
  good.driver.persistence = 0.5;
  const Tables tables = tables_of("people.so", good.plugin);
  EXPECT_EQ(tables.kloe, "people");
  EXPECT_EQ(tables.parameters[0].plugin, "people");
  EXPECT_EQ(tables.parameters[0].standing, Standing::verified);
  EXPECT_EQ(tables.quantities[1].profile, "emergency");
  EXPECT_TRUE(tables.quantities[1].summarise);
  EXPECT_EQ(tables.quantities[3].kind, Kind::score);
  EXPECT_EQ(tables.quantities[0].driver.fact, "sickness_rate");
  EXPECT_EQ(tables.quantities[0].driver.each, Each::ar1);
  EXPECT_EQ(to_string(tables.quantities[0].driver.distribution), "normal(0, 1)");
  EXPECT_EQ(tables.nodes[0].reads[0].lag, UOR_AT_ANCHOR);
  EXPECT_EQ(tables.nodes[0].reads[0].unit, "");
  EXPECT_EQ(tables.nodes[1].node_index, 1U);
}

TEST(Tables, MayLeaveBoundsOpenAndParametersToThePolicy) {
  Spoilt open;
  open.quantities[1].lower = open.quantities[1].likely_lower = -infinity;
  open.quantities[1].upper = open.quantities[1].likely_upper = infinity;
  open.parameters[0].value = not_a_number;
  EXPECT_EQ(open.refusal(), "nothing was refused");
}

/// One way to spoil the tables, and what is said of it.
struct Case {
  void (*spoil)(Spoilt&);
  const char* message;
};

class TableRefusal : public testing::TestWithParam<Case> {};

TEST_P(TableRefusal, NamesRowAndProblem) {
  Spoilt spoilt;
  GetParam().spoil(spoilt);
  EXPECT_THAT(spoilt.refusal(), HasSubstr(GetParam().message));
}

const Case plugin_cases[] = {
    {[](Spoilt& s) { s.plugin.id = nullptr; }, "people.so: plugin 1 has no id, give one"},
    {[](Spoilt& s) { s.plugin.id = "host"; }, "has the id of the host itself"},
    {[](Spoilt& s) { s.plugin.id = "two words"; }, "plugin 'two words' has the id 'two words' (allowed are letters"},
    {[](Spoilt& s) { s.plugin.version = nullptr; }, "plugin 'people' has no version"},
    {[](Spoilt& s) { s.plugin.title = ""; }, "plugin 'people' has no title"},
    {[](Spoilt& s) { s.plugin.nodes = nullptr; }, "has 2 nodes but a null pointer to them"},
    {[](Spoilt& s) { s.plugin.parameters = nullptr; }, "has 2 parameters but a null pointer to them"},
    {[](Spoilt& s) { s.plugin.quantity_count = 3; }, "scores the KLOE 'people' but does not declare the quantity"},
    {[](Spoilt& s) { s.plugin.kloe = nullptr; }, "quantity 'people.score' is a score but the plugin scores no KLOE"},
    {[](Spoilt& s) { s.nodes[1].id = "people.one"; }, "node 'people.one' is declared twice (duplicate id)"},
    {[](Spoilt& s) { s.parameters[1].id = "people.share"; }, "parameter 'people.share' is declared twice"},
};
INSTANTIATE_TEST_SUITE_P(OfPlugin, TableRefusal, testing::ValuesIn(plugin_cases));

const Case parameter_cases[] = {
    {[](Spoilt& s) { s.parameters[1].id = nullptr; }, "people.so: parameter 2 has no id"},
    {[](Spoilt& s) { s.parameters[0].unit = nullptr; }, "parameter 'people.share' has no unit"},
    {[](Spoilt& s) { s.parameters[0].source = nullptr; }, "parameter 'people.share' has no source"},
    {[](Spoilt& s) { s.parameters[0].value = 11; }, "parameter 'people.share' has a value outside lower to upper"},
    {[](Spoilt& s) { s.parameters[0].lower = 20; }, "has lower 20.000000 above upper 10.000000"},
};
INSTANTIATE_TEST_SUITE_P(OfParameters, TableRefusal, testing::ValuesIn(parameter_cases));

const Case quantity_cases[] = {
    {[](Spoilt& s) { s.quantities[1].id = nullptr; }, "people.so: quantity 2 has no id"},
    {[](Spoilt& s) { s.quantities[1].id = "-pay"; }, "has the id '-pay' (allowed are"},
    {[](Spoilt& s) { s.quantities[1].id = "trust.pay"; }, "begins with 'trust.' (only the host offers those)"},
    {[](Spoilt& s) { s.quantities[1].id = "metric.x"; }, "begins with 'metric.' but is no metric"},
    {[](Spoilt& s) { s.quantities[2].id = "people.x"; }, "is a metric, so its id must begin with 'metric.'"},
    {[](Spoilt& s) { s.quantities[3].id = "people.x"; }, "is a score, so its id must be 'people.score'"},
    {[](Spoilt& s) { s.quantities[1].unit = ""; }, "quantity 'people.pay' has no unit"},
    {[](Spoilt& s) { s.quantities[1].title = nullptr; }, "quantity 'people.pay' has no title"},
    {[](Spoilt& s) { s.quantities[1].source = nullptr; }, "quantity 'people.pay' has no source"},
    {[](Spoilt& s) { s.quantities[1].lower = 10; }, "has lower 10.000000 above upper 9.000000, exchange them"},
    {[](Spoilt& s) { s.quantities[1].lower = not_a_number; }, "has a lower that is not a number"},
    {[](Spoilt& s) { s.quantities[1].likely_upper = -5; }, "has likely_lower -1.000000 above likely_upper -5.000000"},
    {[](Spoilt& s) { s.quantities[1].nominal = infinity; }, "has a nominal that is not finite"},
    {[](Spoilt& s) { s.quantities[1].polarity = 2; }, "has a polarity other than -1, 0 or 1"},
    {[](Spoilt& s) { s.quantities[1].summarise = 5; }, "has summarise 5, must be 0 or 1"},
    {[](Spoilt& s) { s.quantities[1].driver = &s.driver; }, "is no driver but has a driver spec"},
    {[](Spoilt& s) { s.quantities[0].driver = nullptr; }, "quantity 'people.rate' is a driver without a driver spec"},
};
INSTANTIATE_TEST_SUITE_P(OfQuantities, TableRefusal, testing::ValuesIn(quantity_cases));

const Case driver_cases[] = {
    {[](Spoilt& s) { s.driver.p[1] = -1; }, "quantity 'people.rate' has the default normal: sd must be"},
    {[](Spoilt& s) { s.driver.persistence = 1; }, "has persistence 1.000000, must be from 0 to below 1"},
    {[](Spoilt& s) { s.driver.common = -1.5; }, "has a common loading of -1.500000, must be from -1 to 1"},
    {[](Spoilt& s) { s.driver.lead_months = -1; }, "has lead_months below 0"},
    {[](Spoilt& s) { s.driver.fact = "no fact"; }, "has the fact 'no fact'"},
    {[](Spoilt& s) {
       s.driver = {UOR_UNIFORM, {0, 20}, UOR_EACH_RUN, 0, 0, nullptr, 0, 0, nullptr, nullptr};
     },
     "has the default uniform(0, 20), which leaves lower to upper"},
};
INSTANTIATE_TEST_SUITE_P(OfDrivers, TableRefusal, testing::ValuesIn(driver_cases));

const Case node_cases[] = {
    {[](Spoilt& s) { s.nodes[0].id = nullptr; }, "people.so: node 1 has no id"},
    {[](Spoilt& s) { s.nodes[0].evaluate = nullptr; }, "node 'people.one' has no evaluate function"},
    {[](Spoilt& s) { s.nodes[0].anchor = 2; }, "has anchor 2, must be 0 or 1"},
    {[](Spoilt& s) { s.nodes[0].phase = 3; }, "has phase 3, must be 1 or 2"},
    {[](Spoilt& s) { s.nodes[0].anchor = 1, s.nodes[0].phase = 2; }, "is an anchor node of phase 2"},
    {[](Spoilt& s) { s.nodes[0].inputs = nullptr; }, "has 1 inputs but a null pointer to them"},
    {[](Spoilt& s) { s.nodes[0].outputs = nullptr; }, "has 1 outputs but a null pointer to them"},
    {[](Spoilt& s) { s.nodes[0].output_count = 0; }, "has no outputs, name at least one quantity"},
    {[](Spoilt& s) { s.outputs[0] = nullptr; }, "has no output id"},
    {[](Spoilt& s) { s.inputs[0].id = nullptr; }, "has no input id"},
    {[](Spoilt& s) { s.inputs[0].lag = -2; }, "reads 'people.rate' with lag -2, must be UOR_AT_ANCHOR or 0 to 1200"},
    {[](Spoilt& s) { s.inputs[0].window = 0; }, "reads 'people.rate' with window 0, must be UOR_YEAR_TO_DATE or 1 to"},
    {[](Spoilt& s) { s.inputs[0].lag = UOR_AT_ANCHOR, s.inputs[0].window = 12; }, "with a window at the anchor"},
};
INSTANTIATE_TEST_SUITE_P(OfNodes, TableRefusal, testing::ValuesIn(node_cases));

TEST(Tables, RefuseANodeThatWritesAQuantityTwice) {
  Spoilt spoilt;
  const char* outputs[] = {"people.pay", "people.pay"};
  spoilt.nodes[0].outputs = outputs;
  spoilt.nodes[0].output_count = 2;
  EXPECT_THAT(spoilt.refusal(), HasSubstr("node 'people.one' writes 'people.pay' twice, remove one"));
}

TEST(Tables, RefuseAKindThatIsNone) {
  Spoilt spoilt;
  const unsigned wrong = 17;
  std::memcpy(&spoilt.quantities[1].kind, &wrong, sizeof(wrong));
  EXPECT_THAT(spoilt.refusal(), HasSubstr("quantity 'people.pay' has an unknown kind 17, must be 0 to 3"));
}

}  // namespace
}  // namespace uor::host
