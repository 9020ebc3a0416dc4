/* Writes one quantity in two nodes. */
#include "plain.h"

static const uor_quantity quantities[] = {{DRIVER("two_producers.share")},
                                          {QUANTITY("two_producers.result", UOR_INTERMEDIATE)}};
static const uor_input inputs[] = {READ("two_producers.share")};
static const char* const outputs[] = {"two_producers.result"};
static const uor_node nodes[] = {
    {NODE("two_producers.first", inputs, outputs, copy)},
    {NODE("two_producers.second", inputs, outputs, copy)},
};

const uor_plugin uor_plugin_v1 = {PLUGIN("two_producers")};
