/* A finance plugin that gives what others and the policy read, each a constant, and no finance score: nothing is wrong
 * with it. */
#include <math.h>

#include "plain.h"

#define FLAT(ID, UNIT, KIND, VALUE)                                                                             \
  {                                                                                                             \
    .id = (ID), .unit = (UNIT), .title = "A flat figure of finance", .kind = (KIND), .behaviour = UOR_RATE,     \
    .polarity = (KIND) == UOR_METRIC || (KIND) == UOR_SCORE, .lower = -1e9, .upper = 1e9, .likely_lower = -1e9, \
    .likely_upper = 1e9, .nominal = (VALUE), .summarise = (KIND) == UOR_METRIC || (KIND) == UOR_SCORE,          \
    .source = "a test"                                                                                          \
  }
#define OF(ID, UNIT, VALUE) FLAT(ID, UNIT, UOR_INTERMEDIATE, VALUE)

/* Drivers that the policy's correlation group names. */
static const uor_driver unexplained = {.shape = UOR_NORMAL, .p = {0, 1}};
#define UNEXPLAINED(ID)                                                                                            \
  {                                                                                                                \
    .id = (ID), .unit = "sd", .title = "What nothing explains", .kind = UOR_DRIVER, .behaviour = UOR_RATE,         \
    .lower = -1e9, .upper = 1e9, .likely_lower = -4, .likely_upper = 4, .source = "a test", .driver = &unexplained \
  }

static const uor_quantity quantities[] = {OF("national.cost_index", "ratio", 1),
                                          OF("national.cost_index_12m", "ratio", 1),
                                          OF("finance.agency_over_at_plan_prices", "percent over ceiling", 0),
                                          OF("finance.cost_pressure_nonpay", "GBP m", 0),
                                          OF("finance.cost_pressure_pay", "GBP m", 0),
                                          OF("finance.patient_income_base", "GBP m", 20),
                                          OF("finance.agency_ceiling", "GBP m", 1),
                                          OF("finance.closed_nonpay", "GBP m", 0),
                                          OF("finance.closed_opex", "GBP m", 0),
                                          OF("finance.closed_pay", "GBP m", 0),
                                          OF("finance.savings_nonpay", "GBP m", 0),
                                          OF("finance.savings_pay", "GBP m", 0),
                                          OF("finance.turnover", "GBP m", 30),
                                          OF("finance.turnover_constant", "GBP m", 30),
                                          OF("finance.access_adjusted", "percent", 90),
                                          OF("finance.cash", "GBP m", 5),
                                          OF("finance.control_total_met", "share", 1),
                                          OF("finance.debt", "GBP m", 0),
                                          OF("finance.income", "GBP m", 30),
                                          OF("finance.last_year_distance", "percentage points", 0),
                                          OF("finance.last_year_margin", "percent", 0),
                                          OF("finance.part_improvement", "score", 2.5),
                                          OF("finance.part_plan", "score", 2.5),
                                          OF("finance.part_savings", "score", 2.5),
                                          OF("finance.part_support", "score", 2.5),
                                          OF("finance.part_underlying", "score", 2.5),
                                          OF("finance.plan", "GBP m", 0),
                                          OF("finance.plan_margin", "percent", 0),
                                          OF("finance.plan_savings_mean", "GBP m", 1),
                                          OF("finance.plan_support", "GBP m", 0),
                                          OF("finance.recurrent_delivered_share", "percent", 90),
                                          OF("finance.savings_delivered_share", "percent", 95),
                                          OF("finance.support_drawn", "GBP m", 0),
                                          OF("finance.support_drawn_percent", "percent", 0),
                                          OF("finance.support_percent", "percent", 0),
                                          OF("finance.surplus", "GBP m", 0),
                                          OF("finance.underlying", "percent", 0),
                                          FLAT("metric.capital_service_capacity", "ratio", UOR_METRIC, 2),
                                          FLAT("metric.liquidity_days", "days", UOR_METRIC, 1),
                                          FLAT("metric.ie_margin", "percent", UOR_METRIC, 1),
                                          FLAT("metric.distance_from_plan", "percentage points", UOR_METRIC, 0),
                                          FLAT("metric.agency_spend", "percent over ceiling", UOR_METRIC, 0),
                                          {.id = "finance.score",
                                           .unit = "score",
                                           .title = "Flat finance",
                                           .kind = UOR_SCORE,
                                           .behaviour = UOR_RATE,
                                           .polarity = 1,
                                           .lower = 1,
                                           .upper = 4,
                                           .likely_lower = 1,
                                           .likely_upper = 4,
                                           .nominal = 2.5,
                                           .summarise = 1,
                                           .source = "a test"},
                                          UNEXPLAINED("finance.margin_unexplained"),
                                          UNEXPLAINED("finance.liquidity_unexplained"),
                                          UNEXPLAINED("finance.evidence_income"),
                                          UNEXPLAINED("finance.evidence_costing"),
                                          UNEXPLAINED("finance.evidence_consultants")};

#define COUNT_OF_ALL (COUNT(quantities) - 5) /* without the drivers, which the host draws */
static const char* outputs[COUNT_OF_ALL];

static uor_status constant(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t i = 0; i < COUNT_OF_ALL; ++i)
    for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[i][t] = quantities[i].nominal;
  return UOR_OK;
}

static const uor_node nodes[] = {
    {.id = "flat_finance.all", .phase = 1, .outputs = outputs, .output_count = COUNT_OF_ALL, .evaluate = constant},
    {.id = "flat_finance.before",
     .anchor = 1,
     .phase = 1,
     .outputs = outputs,
     .output_count = COUNT_OF_ALL,
     .evaluate = constant}};

__attribute__((constructor)) static void name_outputs(void) {
  for (size_t i = 0; i < COUNT_OF_ALL; ++i) outputs[i] = quantities[i].id;
}

const uor_plugin uor_plugin_v1 = {.abi_major = UOR_ABI_MAJOR,
                                  .abi_minor = UOR_ABI_MINOR,
                                  .struct_size = sizeof(uor_plugin),
                                  .id = "flat_finance",
                                  .version = "1.0.0",
                                  .title = "Flat finance",
                                  .kloe = "finance",
                                  .quantities = quantities,
                                  .quantity_count = COUNT(quantities),
                                  .nodes = nodes,
                                  .node_count = COUNT(nodes)};
