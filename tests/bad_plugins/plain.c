/* Nothing is wrong with this one. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("plain.share")}, {QUANTITY("plain.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("plain.share")};
static const char* const outputs[] = {"plain.result"};
static const uor_node nodes[] = {{NODE("plain.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("plain")};
