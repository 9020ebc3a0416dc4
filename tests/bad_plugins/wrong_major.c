/* Says that it is built for another major. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("wrong_major.share")},
                                          {QUANTITY("wrong_major.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("wrong_major.share")};
static const char* const outputs[] = {"wrong_major.result"};
static const uor_node nodes[] = {{NODE("wrong_major.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {.abi_major = 7,
                                  .abi_minor = 3,
                                  .struct_size = sizeof(uor_plugin),
                                  .id = "wrong_major",
                                  .quantities = quantities,
                                  .nodes = nodes};
