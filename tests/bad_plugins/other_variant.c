/* Its build for one instruction set writes something else. */
#include <string.h>

#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("other_variant.share")},
                                          {QUANTITY("other_variant.a", UOR_INTERMEDIATE)},
                                          {QUANTITY("other_variant.b", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("other_variant.share")};
static const char* const outputs[] = {"other_variant.a"};
static const char* const other_outputs[] = {"other_variant.b"};
static const uor_node nodes[] = {{NODE("other_variant.node", inputs, outputs, copy)}};
static const uor_node other_nodes[] = {{NODE("other_variant.node", inputs, other_outputs, copy)}};

static const uor_plugin other = {.abi_major = UOR_ABI_MAJOR,
                                 .struct_size = sizeof(uor_plugin),
                                 .id = "other_variant",
                                 .version = "1.0.0",
                                 .title = "A plugin of the tests",
                                 .quantities = quantities,
                                 .quantity_count = COUNT(quantities),
                                 .nodes = other_nodes,
                                 .node_count = COUNT(other_nodes)};

static const void* extension(const char* name) {
  static const uor_isa_variant variants[] = {{2, &other}};
  static const uor_isa_variants list = {COUNT(variants), variants};
  return strcmp(name, "uor.isa/1") == 0 ? &list : 0;
}

const uor_plugin uor_plugin_v1 = {PLUGIN("other_variant"), .extension = extension};
