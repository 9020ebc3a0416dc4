/* Reads a quantity that nobody declares, by a slip of the pen. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("unknown_read.share")},
                                          {QUANTITY("unknown_read.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("unknown_read.shore")};
static const char* const outputs[] = {"unknown_read.result"};
static const uor_node nodes[] = {{NODE("unknown_read.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("unknown_read")};
