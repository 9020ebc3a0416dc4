/* Reads percent as a ratio. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("unit_mismatch.share")},
                                          {QUANTITY("unit_mismatch.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {{.id = "unit_mismatch.share", .unit = "ratio", .window = 1}};
static const char* const outputs[] = {"unit_mismatch.result"};
static const uor_node nodes[] = {{NODE("unit_mismatch.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("unit_mismatch")};
