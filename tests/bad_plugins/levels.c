/* Offers builds for two instruction sets, each of which says which one it is. */
#include <string.h>

#include "plain.h"

static uor_status give(const uor_batch* batch, double value) {
  for (size_t t = 0; t < batch->trial_count; ++t) batch->outputs[0][t] = value;
  return UOR_OK;
}

static uor_status at_2(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  return give(batch, 2);
}
static uor_status at_3(const void* self, const uor_batch* batch, uor_message* message) {
  (void)self;
  (void)message;
  return give(batch, 3);
}

static const uor_quantity quantities[] = {{DRIVER("levels.share")}, {QUANTITY("levels.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("levels.share")};
static const char* const outputs[] = {"levels.result"};
static const uor_node nodes[] = {{NODE("levels.node", inputs, outputs, at_2)}};
static const uor_node nodes_3[] = {{NODE("levels.node", inputs, outputs, at_3)}};

static const uor_plugin level_3 = {.abi_major = UOR_ABI_MAJOR,
                                   .struct_size = sizeof(uor_plugin),
                                   .id = "levels",
                                   .version = "1.0.0",
                                   .title = "A plugin of the tests",
                                   .quantities = quantities,
                                   .quantity_count = COUNT(quantities),
                                   .nodes = nodes_3,
                                   .node_count = COUNT(nodes_3)};

static const void* extension(const char* name) {
  static const uor_isa_variant variants[] = {{3, &level_3}};
  static const uor_isa_variants list = {COUNT(variants), variants};
  return strcmp(name, "uor.isa/1") == 0 ? &list : 0;
}

const uor_plugin uor_plugin_v1 = {PLUGIN("levels"), .extension = extension};
