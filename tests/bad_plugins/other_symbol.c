/* Exports the constant of another major. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("other_symbol.share")},
                                          {QUANTITY("other_symbol.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("other_symbol.share")};
static const char* const outputs[] = {"other_symbol.result"};
static const uor_node nodes[] = {{NODE("other_symbol.node", inputs, outputs, copy)}};

extern const uor_plugin uor_plugin_v2;
const uor_plugin uor_plugin_v2 = {PLUGIN("other_symbol")};
