/* Declares a quantity of the plugin that is right. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("plain.share")}, {QUANTITY("foreign.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("plain.share")};
static const char* const outputs[] = {"foreign.result"};
static const uor_node nodes[] = {{NODE("foreign.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("foreign_duplicate")};
