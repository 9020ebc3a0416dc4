/* Writes a quantity of the plugin that is right. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("foreign_producer.share")}};
static const uor_input inputs[] = {READ("foreign_producer.share")};
static const char* const outputs[] = {"plain.result"};
static const uor_node nodes[] = {{NODE("foreign_producer.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("foreign_producer")};
