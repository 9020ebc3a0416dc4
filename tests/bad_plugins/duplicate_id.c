/* Declares one quantity twice. */
#include "plain.h"

static const uor_quantity quantities[] = {
    {DRIVER("duplicate_id.share")},
    {QUANTITY("duplicate_id.result", UOR_INTERMEDIATE)},
    {QUANTITY("duplicate_id.result", UOR_INTERMEDIATE)},
};
static const uor_input inputs[] = {READ("duplicate_id.share")};
static const char* const outputs[] = {"duplicate_id.result"};
static const uor_node nodes[] = {{NODE("duplicate_id.node", inputs, outputs, copy)}};

const uor_plugin uor_plugin_v1 = {PLUGIN("duplicate_id")};
