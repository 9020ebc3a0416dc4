#include "tests/core/small_model.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "core/uor/sdk/plugin.h"

namespace uor::test {
namespace {

constexpr double none = std::numeric_limits<double>::infinity();

uor_driver normal(double mean, double sd, uor_each each, double common) {
  uor_driver driver{};
  driver.shape = UOR_NORMAL;
  driver.p[0] = mean;
  driver.p[1] = sd;
  driver.each = each;
  driver.common = common;
  return driver;
}

uor_driver level_driver() {
  uor_driver driver = normal(50, 6, UOR_EACH_RUN, 0.7071067811865476);
  driver.lever = 1;
  return driver;
}

uor_driver beds_driver() {
  uor_driver driver{};
  driver.shape = UOR_CONSTANT;
  driver.p[0] = 150;
  driver.fact = "beds";
  return driver;
}

const uor_driver level = level_driver(), noise = normal(0, 8, UOR_EACH_MONTH, 0), beds = beds_driver();

uor_quantity quantity(const char* id, const char* unit, uor_kind kind, double nominal,
                      const uor_driver* driver = nullptr) {
  uor_quantity row{};
  row.id = id;
  row.unit = unit;
  row.title = id;
  row.kind = kind;
  row.behaviour = UOR_RATE;
  row.lower = -none;
  row.upper = none;
  row.likely_lower = nominal - 100;
  row.likely_upper = nominal + 100;
  row.nominal = nominal;
  row.source = "a test";
  row.driver = driver;
  return row;
}

uor_quantity flow(const char* id, double nominal) {
  uor_quantity row = quantity(id, "GBP", UOR_INTERMEDIATE, nominal);
  row.behaviour = UOR_FLOW;
  row.likely_upper = 1e6;
  row.summarise = 1;
  return row;
}

uor_quantity score(const char* id) {
  uor_quantity row = quantity(id, "score", UOR_INTERMEDIATE, 2.5);
  row.lower = 1;
  row.upper = 4;
  return row;
}

const std::array<uor_quantity, 12> quantities = {quantity("small.level", "percent", UOR_DRIVER, 50, &level),
                                                 quantity("small.noise", "percent", UOR_DRIVER, 0, &noise),
                                                 quantity("small.beds", "beds", UOR_DRIVER, 150, &beds),
                                                 quantity("metric.load", "percent", UOR_METRIC, 50),
                                                 quantity("small.prices", "index", UOR_INTERMEDIATE, 1),
                                                 flow("small.spend", 300),
                                                 flow("small.spent", 1000),
                                                 score("clinical.score"),
                                                 score("people.score"),
                                                 score("support.score"),
                                                 score("corporate.score"),
                                                 score("finance.score")};

const std::array<uor_input, 2> start_reads = {{{"small.level", nullptr, 0, 1}, {"small.beds", nullptr, 0, 1}}};
const std::array<const char*, 3> start_writes = {"metric.load", "small.spend", "small.prices"};
const std::array<uor_input, 4> month_reads = {{{"small.level", nullptr, 0, 1},
                                               {"small.noise", nullptr, 0, 1},
                                               {"small.beds", nullptr, 0, 1},
                                               {"small.spend", nullptr, 1, UOR_YEAR_TO_DATE}}};
const std::array<const char*, 4> month_writes = {"metric.load", "small.spend", "small.prices", "small.spent"};
const std::array<uor_input, 2> judge_reads = {
    {{"published.load", nullptr, 0, 1}, {"benchmark.load.median", nullptr, 0, 1}}};
const std::array<const char*, 5> judge_writes = {"clinical.score", "people.score", "support.score", "corporate.score",
                                                 "finance.score"};

uor_status start(const void*, const uor_batch* batch, uor_message*) {
  for (std::size_t t = 0; t < batch->trial_count; ++t) {
    batch->outputs[0][t] = batch->inputs[0][t];
    batch->outputs[1][t] = 2 * batch->inputs[1][t];
    batch->outputs[2][t] = 1;
  }
  return UOR_OK;
}

uor_status month(const void*, const uor_batch* batch, uor_message*) {
  for (std::size_t t = 0; t < batch->trial_count; ++t) {
    batch->outputs[0][t] = batch->inputs[0][t] + batch->inputs[1][t];
    batch->outputs[1][t] = 2 * batch->inputs[2][t] * batch->month;
    batch->outputs[2][t] = 1;
    batch->outputs[3][t] = batch->inputs[3][t];
  }
  return UOR_OK;
}

uor_status judge(const void*, const uor_batch* batch, uor_message*) {
  for (std::size_t t = 0; t < batch->trial_count; ++t) {
    const double below = batch->inputs[1][t] - batch->inputs[0][t];
    batch->outputs[0][t] = std::min(4.0, std::max(1.0, 2.5 + below / 10));
    for (std::size_t other = 1; other < 5; ++other) batch->outputs[other][t] = 2.5;
  }
  return UOR_OK;
}

template <class Reads, class Writes>
uor_node node(const char* id, const Reads& reads, const Writes& writes, uor_evaluate evaluate) {
  uor_node row{};
  row.id = id;
  row.phase = 1;
  row.inputs = reads.data();
  row.input_count = reads.size();
  row.outputs = writes.data();
  row.output_count = writes.size();
  row.evaluate = evaluate;
  return row;
}

std::array<uor_node, 3> three_nodes() {
  std::array<uor_node, 3> rows = {node("start", start_reads, start_writes, start),
                                  node("month", month_reads, month_writes, month),
                                  node("judge", judge_reads, judge_writes, judge)};
  rows[0].anchor = 1;
  rows[2].phase = 2;
  return rows;
}

const std::array<uor_node, 3> nodes = three_nodes();

uor_plugin make_plugin() {
  uor_plugin plugin{};
  plugin.abi_major = UOR_ABI_MAJOR;
  plugin.abi_minor = UOR_ABI_MINOR;
  plugin.struct_size = sizeof(uor_plugin);
  plugin.id = "small";
  plugin.version = "1.0.0";
  plugin.title = "The small model of the tests";
  plugin.quantities = quantities.data();
  plugin.quantity_count = quantities.size();
  plugin.nodes = nodes.data();
  plugin.node_count = nodes.size();
  return plugin;
}

const uor_plugin plugin_constant = make_plugin();

constexpr std::array<const char*, 5> kloes = {"clinical", "people", "support", "corporate", "finance"};
constexpr std::array<const char*, 5> questions = {"safe", "effective", "caring", "responsive", "well_led"};

policy::Rating small_rating() {
  policy::Rating rating;
  for (const char* id : kloes) {
    policy::Kloe kloe;
    kloe.id = kloe.title = id;
    kloe.weight = kloe.id == "clinical" ? 1 : 0;
    kloe.accounts = kloe.id == "finance";
    rating.kloes.push_back(kloe);
  }
  rating.cut_requires_improvement = 2;
  rating.cut_good = 2.5;
  rating.cut_outstanding = 3;
  rating.sector_mean = 2.5;
  rating.sector_sd = 1;
  for (const char* question : questions) {
    policy::QualityPrior prior;
    prior.question = question;
    prior.probability = {0.1, 0.4, 0.4, 0.1};
    rating.quality_priors.push_back(prior);
  }
  return rating;
}

}  // namespace

const uor_plugin& small_plugin() { return plugin_constant; }

std::shared_ptr<const host::Catalogue> small_catalogue() { return catalogue_of(small_plugin()); }

std::shared_ptr<const host::Catalogue> catalogue_of(const uor_plugin& plugin) {
  std::vector<host::Plugin> plugins;
  plugins.push_back(host::Plugin::of(plugin));
  return std::make_shared<const host::Catalogue>(std::move(plugins));
}

policy::Policy small_policy() {
  policy::Policy policy;
  policy.name = "small";
  policy.default_year = "2018/19";
  policy.cost_index = "small.prices";
  policy.rating = small_rating();
  policy::Metric load;
  load.id = "load";
  load.kloe = "clinical";
  load.unit = "percent";
  load.lower = 45;
  load.median = 50;
  load.upper = 55;
  policy.metrics = {load};
  return policy;
}

std::vector<trust::Field> small_fields() {
  std::vector<trust::Field> fields;
  const auto add = [&](const std::string& id, const std::string& unit, const std::string& group, double upper) {
    trust::Field field;
    field.id = field.title = id;
    field.unit = unit;
    field.group = group;
    field.upper = upper;
    fields.push_back(field);
  };
  add("beds", "beds", "activity", 5000);
  for (const char* question : questions) add(std::string("quality_") + question, "rating", "quality", 4);
  return fields;
}

trust::Trust small_trust(const std::string& code, double beds_reported) {
  trust::Trust trust;
  trust.code = trust.name = code;
  trust.type = "Small";
  trust.reported["beds"].value = beds_reported;
  return trust;
}

model::Inputs small_inputs(std::uint64_t trials) {
  model::Inputs inputs;
  inputs.scenario.name = inputs.scenario.title = "small";
  inputs.scenario.run.trials = trials;
  inputs.policy = small_policy();
  inputs.trusts = {small_trust("A", 100), small_trust("B", 200)};
  inputs.catalogue = small_catalogue();
  inputs.fields = small_fields();
  inputs.threads = 1;
  inputs.batch_trials = 64;
  return inputs;
}

scenario::Variant small_variant(const std::string& name, const std::string& driver, Operation operation, double value) {
  scenario::Adjustment change;
  change.driver = driver;
  change.operation = operation;
  change.value = value;
  scenario::Variant variant;
  variant.name = variant.title = name;
  variant.adjustments = {change};
  return variant;
}

}  // namespace uor::test
