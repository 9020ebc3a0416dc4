/* ABI 1 is what plugins of others were built against: on 64-bit processors these sizes and places never change. A later
 * minor appends fields to uor_plugin, or adds an extension; it leaves every line here as it is and adds its own. */
#include "uor/sdk/plugin.h"

#define PLACE(type, field, offset) \
  _Static_assert(offsetof(type, field) == (offset), #type "." #field " has moved: plugins built before would break")
#define SIZE(type, size) _Static_assert(sizeof(type) == (size), #type " has grown: tables of it would be misread")

_Static_assert(sizeof(void*) == 8 && sizeof(int) == 4, "the layout is stated for 64-bit processors");
_Static_assert(sizeof(uor_kind) == 4 && sizeof(uor_shape) == 4 && sizeof(uor_each) == 4, "enumerations are 32 bits");

PLACE(uor_driver, p, 8);
PLACE(uor_driver, each, 40);
PLACE(uor_driver, persistence, 48);
PLACE(uor_driver, fact, 64);
PLACE(uor_driver, lever, 72);
PLACE(uor_driver, delivery_cost, 80);
SIZE(uor_driver, 96);

PLACE(uor_quantity, kind, 24);
PLACE(uor_quantity, polarity, 32);
PLACE(uor_quantity, lower, 40);
PLACE(uor_quantity, likely_lower, 56);
PLACE(uor_quantity, nominal, 72);
PLACE(uor_quantity, summarise, 80);
PLACE(uor_quantity, profile, 88);
PLACE(uor_quantity, standing, 96);
PLACE(uor_quantity, source, 104);
PLACE(uor_quantity, driver, 112);
SIZE(uor_quantity, 120);

PLACE(uor_parameter, value, 24);
PLACE(uor_parameter, standing, 48);
SIZE(uor_parameter, 64);

PLACE(uor_input, lag, 16);
SIZE(uor_input, 24);

PLACE(uor_batch, trial_count, 8);
PLACE(uor_batch, month, 16);
PLACE(uor_batch, assessment_month, 32);
PLACE(uor_batch, parameters, 40);
PLACE(uor_batch, inputs, 48);
PLACE(uor_batch, outputs, 56);
SIZE(uor_batch, 64);

SIZE(uor_message, 512);

PLACE(uor_node, anchor, 8);
PLACE(uor_node, inputs, 16);
PLACE(uor_node, outputs, 32);
PLACE(uor_node, evaluate, 48);
SIZE(uor_node, 56);

PLACE(uor_plugin, struct_size, 8);
PLACE(uor_plugin, id, 16);
PLACE(uor_plugin, kloe, 40);
PLACE(uor_plugin, parameters, 48);
PLACE(uor_plugin, quantities, 64);
PLACE(uor_plugin, nodes, 80);
PLACE(uor_plugin, create, 96);
PLACE(uor_plugin, destroy, 104);
PLACE(uor_plugin, extension, 112);

/* 1.1 appends: */
PLACE(uor_plugin, needs_minor, 120);
_Static_assert(sizeof((size_t[])UOR_PLUGIN_SIZES) == (UOR_ABI_MINOR + 1) * sizeof(size_t),
               "each minor states its size of uor_plugin");

SIZE(uor_isa_variant, 16);
SIZE(uor_isa_variants, 16);
