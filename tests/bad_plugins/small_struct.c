/* Was built with a struct that ends too early. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("small_struct.share")},
                                          {QUANTITY("small_struct.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("small_struct.share")};
static const char* const outputs[] = {"small_struct.result"};
static const uor_node nodes[] = {{NODE("small_struct.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {
    .abi_major = UOR_ABI_MAJOR, .struct_size = 40, .id = "small_struct", .quantities = quantities, .nodes = nodes};
