/* The pieces of a plugin that is right. Each file beside this one spoils one thing; the rest is from here. */
#ifndef UOR_TESTS_BAD_PLUGINS_PLAIN_H
#define UOR_TESTS_BAD_PLUGINS_PLAIN_H

#include "core/uor/sdk/plugin.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* Fields of a quantity in percent, 0 to 100. */
#define QUANTITY(ID, KIND)                                                                                   \
  .id = (ID), .unit = "percent", .title = "A quantity", .kind = (KIND), .behaviour = UOR_RATE, .upper = 100, \
  .likely_lower = 10, .likely_upper = 90, .nominal = 50, .source = "a test"

/* The share, a driver that is 50 percent. */
static const uor_driver plain_driver = {.shape = UOR_CONSTANT, .p = {50}};
#define DRIVER(ID) QUANTITY(ID, UOR_DRIVER), .driver = &plain_driver

/* Fields of a node that runs every month. */
#define NODE(ID, INPUTS, OUTPUTS, EVALUATE)                                                       \
  .id = (ID), .phase = 1, .inputs = (INPUTS), .input_count = COUNT(INPUTS), .outputs = (OUTPUTS), \
  .output_count = COUNT(OUTPUTS), .evaluate = (EVALUATE)

#define READ(ID) \
  { .id = (ID), .unit = "percent", .window = 1 }

/* Fields of a plugin of the tables `quantities` and `nodes`. */
#define PLUGIN(ID)                                                                                                     \
  .abi_major = UOR_ABI_MAJOR, .abi_minor = UOR_ABI_MINOR, .struct_size = sizeof(uor_plugin), .id = (ID),               \
  .version = "1.0.0", .title = "A plugin of the tests", .quantities = quantities, .quantity_count = COUNT(quantities), \
  .nodes = nodes, .node_count = COUNT(nodes)

/* The one output is the first input. */
static inline uor_status copy(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = batch->inputs[0][t];
  return UOR_OK;
}

#endif
