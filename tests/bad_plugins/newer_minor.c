/* Built for a later minor, whose struct has more at its end: nothing is wrong with that. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("newer_minor.share")},
                                          {QUANTITY("newer_minor.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("newer_minor.share")};
static const char* const outputs[] = {"newer_minor.result"};
static const uor_node nodes[] = {{NODE("newer_minor.node", inputs, outputs, copy)}};

typedef struct later_plugin {
  uor_plugin base;
  const char* later_field;
} later_plugin;

const later_plugin uor_plugin_v1 = {.base = {.abi_major = UOR_ABI_MAJOR,
                                             .abi_minor = UOR_ABI_MINOR + 1,
                                             .struct_size = sizeof(later_plugin),
                                             .id = "newer_minor",
                                             .version = "1.0.0",
                                             .title = "A plugin of the tests",
                                             .quantities = quantities,
                                             .quantity_count = COUNT(quantities),
                                             .nodes = nodes,
                                             .node_count = COUNT(nodes)},
                                    .later_field = "later"};
