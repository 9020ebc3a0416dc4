/* Nothing before the header: it includes what it needs. */
#include "uor/sdk/plugin.h"

static uor_status evaluate(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = 2.0 * batch->inputs[0][t];
  return UOR_OK;
}

/* A whole plugin in C, to see that every table can be written as a constant. */
static const uor_parameter parameters[] = {
    {"c.factor", "ratio", "Factor", 2.0, 0.0, 10.0, UOR_ASSUMED, "test"},
};
static const uor_driver noise = {.shape = UOR_NORMAL, .p = {0.0, 1.0}, .each = UOR_EACH_MONTH};
static const uor_quantity quantities[] = {
    {.id = "c.noise",
     .unit = "ratio",
     .title = "Noise",
     .kind = UOR_DRIVER,
     .behaviour = UOR_RATE,
     .source = "test",
     .driver = &noise},
    {.id = "c.twice",
     .unit = "ratio",
     .title = "Twice",
     .kind = UOR_INTERMEDIATE,
     .behaviour = UOR_RATE,
     .source = "test"},
};
static const uor_input inputs[] = {{"c.noise", "ratio", 0, 1}, {"c.noise", "ratio", UOR_AT_ANCHOR, 1}};
static const char* const outputs[] = {"c.twice"};
static const uor_node nodes[] = {{"c.twice", 0, 1, inputs, 2, outputs, 1, evaluate}};

extern const uor_plugin uor_plugin_v1;
const uor_plugin uor_plugin_v1 = {
    .abi_major = UOR_ABI_MAJOR,
    .abi_minor = UOR_ABI_MINOR,
    .struct_size = sizeof(uor_plugin),
    .id = "c",
    .version = "1.0.0",
    .title = "In C",
    .parameters = parameters,
    .parameter_count = 1,
    .quantities = quantities,
    .quantity_count = 2,
    .nodes = nodes,
    .node_count = 1,
};
