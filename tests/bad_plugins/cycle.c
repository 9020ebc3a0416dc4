/* Two nodes that need each other in the same month. */
#include "plain.h"

static const uor_quantity quantities[] = {{QUANTITY("cycle.egg", UOR_INTERMEDIATE)},
                                          {QUANTITY("cycle.hen", UOR_INTERMEDIATE)}};
static const uor_input egg[] = {READ("cycle.egg")};
static const uor_input hen[] = {READ("cycle.hen")};
static const char* const lay_outputs[] = {"cycle.egg"};
static const char* const hatch_outputs[] = {"cycle.hen"};
static const uor_node nodes[] = {
    {NODE("cycle.lay", hen, lay_outputs, copy)},
    {NODE("cycle.hatch", egg, hatch_outputs, copy)},
};

const uor_plugin uor_plugin_v1 = {PLUGIN("cycle")};
